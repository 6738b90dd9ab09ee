import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import { documentSymbols } from '../../../server/src/features/outline.ts';
import { readSample, sampleFiles } from '../../helpers/collection.ts';
import { atCursor, textIn } from '../../helpers/cursor.ts';

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';

function outline(text: string, file?: string): DocumentSymbol[] {
  const { world, uri } = atCursor(text, file === undefined ? {} : { file });
  return documentSymbols(world, uri);
}

/** An outline as indented lines. */
const drawn = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
  symbols.flatMap(({ name, detail, children = [] }) => [
    '  '.repeat(depth) + (detail ? `${name} — ${detail}` : name),
    ...drawn(children, depth + 1),
  ]);

describe('the outline', () => {
  it('shows elements, their items and what is notable in those', () => {
    const text = `${HEAD}purpose: Pay what is owed
security_lead: Ada
activities:
  assess:
    name: Assess a claim
    uses: [note]
    goals:
      - { kind: speed, target: Same day }
      - Nobody waits
    watched_by: { who: Ada, how: Reads five notes, every: week }
  pay: The cashier pays
environment:
  policies:
    desk-rules: { form: informal }
`;
    expect(drawn(outline(text))).toEqual([
      'Security lead — Ada',
      'Activities',
      '  assess — Assess a claim',
      '    Goals',
      '      Same day',
      '      Nobody waits',
      '    Watched by — Ada',
      '  pay — The cashier pays',
      'Environment',
      '  Policies',
      '    desk-rules',
    ]);
  });

  it('shows the phases of a charter with gate, outputs and the rest', () => {
    const text = `kind: project-charter
format: 1
title: Portal
phases:
  initiation:
    owner: Ada
    gate: { owner: Bob, criteria: [Price agreed, { text: R1 agreed, type: security }] }
  development:
    outputs:
      guide: { kind: documentation }
  implementation:
    training:
      - { audience: [clerks, cashiers], ends: 2027-01-29 }
`;
    expect(drawn(outline(text))).toEqual([
      'Phases',
      '  Initiation',
      '    Gate',
      '      Criteria',
      '        Price agreed',
      '        R1 agreed',
      '  Development',
      '    Outputs',
      '      guide — documentation',
      '  Implementation',
      '    Training',
      '      clerks, cashiers',
    ]);
  });

  it('covers an entry from its key to the end of its value, and selects the key', () => {
    const { world, uri, file } = atCursor(`${HEAD}roles:\n  boss: |\n    Leads\n    the office\n\n# end\n`);
    const boss = documentSymbols(world, uri)[0]!.children![0]!;
    expect(textIn(file, boss.range)).toBe('boss: |\n    Leads\n    the office');
    expect(textIn(file, boss.selectionRange)).toBe('boss');
  });

  it('has a symbol of its own for each document of a stream', () => {
    const stream = `${HEAD}roles: { a: Ada }\n---\nkind: project-charter\nid: portal\nroles: { b: Bob }\n---\nkind: Deployment\nroles: { c: x }\n`;
    expect(drawn(outline(stream, 'all.yaml'))).toEqual([
      'Claims',
      '  Roles',
      '    a — Ada',
      'portal',
      '  Roles',
      '    b — Bob',
    ]);
  });

  it('shows what can be read of a broken text', () => {
    expect(drawn(outline(`${HEAD}roles:\n  boss: [Ada\nactivities:\n  pay: The cashier pays\n`))).toContain(
      '  pay — The cashier pays',
    );
  });

  it('is empty for other files', () => {
    expect(outline('kind: Deployment\nroles: { a: b }\n', 'other.yaml')).toEqual([]);
    expect(outline('')).toEqual([]);
    expect(outline('- a\n- b\n')).toEqual([]);
  });

  it.each(sampleFiles)('keeps every range within the one above it: %s', (file) => {
    const within = (inner: Range, outer: Range): boolean =>
      compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
    const visit = (symbol: DocumentSymbol): void => {
      expect(symbol.name).not.toBe('');
      expect(within(symbol.selectionRange, symbol.range)).toBe(true);
      for (const child of symbol.children ?? []) {
        expect(within(child.range, symbol.range)).toBe(true);
        visit(child);
      }
    };
    const symbols = outline(readSample(file), file);
    expect(symbols.length).toBeGreaterThan(3);
    symbols.forEach(visit);
  });
});

const compare = (a: Range['start'], b: Range['start']): number => a.line - b.line || a.character - b.character;
