import { describe, expect, it } from 'vitest';
import { CodeActionKind } from 'vscode-languageserver';
import { FIX_ALL, fixAll } from '../../../server/src/features/fix-all.ts';
import { applyEdits } from '../../../server/src/yaml/patch.ts';
import { acted, actionsAt, titlesAt } from '../../helpers/acting.ts';
import { readSample, sampleFiles } from '../../helpers/collection.ts';
import { uriOf, worldOf } from '../../helpers/cursor.ts';

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';
const MISTYPED = `${HEAD}roles: { managing-director: x }\nsecurity_lead: managing-direct<|>tor\nincident_response: { responder: mangaing-director, report_to: The phone }\ndescribed_on: 1.10.2026\n`;

describe('fix all', () => {
  it('of one rule leaves the others alone', () => {
    expect(titlesAt(MISTYPED, CodeActionKind.QuickFix)).toContain('Fix all of reference/unknown-post');
    expect(acted(MISTYPED, 'Fix all of reference/unknown-post')).toBe(
      `${HEAD}roles: { managing-director: x }\nsecurity_lead: managing-director\nincident_response: { responder: managing-director, report_to: The phone }\ndescribed_on: 1.10.2026\n`,
    );
  });

  it('is offered where there is more than one to fix', () => {
    const once = MISTYPED.replace('mangaing', 'managing');
    expect(titlesAt(once).filter((title) => title.startsWith('Fix all of'))).toEqual([]);
  });

  it('that needs no decision goes on until none is left', () => {
    expect(acted(MISTYPED, 'Fix all that needs no decision')).toBe(
      `${HEAD}roles: { managing-director: x }\nsecurity_lead: managing-director\nincident_response: { responder: managing-director, report_to: The phone }\ndescribed_on: 2026-10-01\n`,
    );
    // A key that is mended first shows what is wrong in its value.
    expect(acted(`${HEAD}describedon: 1.1<|>0.2026\n`, 'Fix all that needs no decision')).toBe(
      `${HEAD}described_on: 2026-10-01\n`,
    );
  });

  it('has the kind that editors run on save', () => {
    const { actions } = actionsAt(MISTYPED);
    expect(actions.map(({ kind }) => kind)).toContain(FIX_ALL);
    expect(FIX_ALL).toBe('source.fixAll.worksec');
  });

  it('makes those that go together where two are at odds', () => {
    const text = `${HEAD}inf<|>ormation:\n  claim: { sensitivty: internal, sensitivitey: public, owners: boss }\nroles: { boss: x }\n`;
    const fixed = acted(text, 'Fix all that needs no decision');
    expect(fixed).toMatch(/sensitivity: internal/);
    expect(fixed).not.toMatch(/sensitivity.*sensitivity:/);
  });

  it('changes no sample that is in order, and is done after one go', () => {
    const texts = Object.fromEntries(sampleFiles.map((file) => [file, readSample(file)]));
    const world = worldOf(texts);
    for (const file of sampleFiles) {
      const once = applyEdits(texts[file]!, fixAll(world, world.file(uriOf(file))!));
      const again = worldOf({ ...texts, [file]: once });
      expect(fixAll(again, again.file(uriOf(file))!)).toEqual([]);
    }
  });
});
