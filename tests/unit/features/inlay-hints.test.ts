import { describe, expect, it } from 'vitest';
import { inlayHints } from '../../../server/src/features/inlay-hints.ts';
import { atCursor, type CursorOptions } from '../../helpers/cursor.ts';

const HEAD = 'kind: work-system\nformat: 1\ntitle: Claims\n';

/** The text with each hint in angle marks where the editor shows it. */
function shown(text: string, options: CursorOptions & { lines?: readonly [number, number] } = {}): string {
  const { world, uri, file } = atCursor(text, options);
  const [first, last] = options.lines ?? [0, 1000];
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
  return inlayHints(world, uri, range)
    .map(({ position, label }) => ({ at: file.stream.lines.offset(position), label }))
    .sort((a, b) => b.at - a.at)
    .reduce((out, { at, label }) => `${out.slice(0, at)}‹${label}›${out.slice(at)}`, text);
}

const NAMED = `${HEAD}information:
  file: { name: Claim file }
  case-note: { name: Case note }
  plain: Only a sentence
`;

describe('inlay hints', () => {
  it('show the name behind an id that does not say it itself', () => {
    const uses = (marked: string) => `${NAMED}activities:\n  pay: { uses: [${marked}] }\n`;
    expect(shown(uses('file, case-note, "file", plain, gone'))).toBe(
      uses('file‹Claim file›, case-note, "file"‹Claim file›, plain, gone'),
    );
  });

  it('stand behind single values, and behind names of linked descriptions', () => {
    const charter = 'kind: project-charter\nwork_system: { as_is: claims.work-system.yaml }\n';
    const touched = (marked: string) => `${charter}information_touched: ${marked}\n`;
    const others = { 'claims.work-system.yaml': NAMED };
    expect(shown(touched('file'), { others })).toBe(touched('file‹Claim file›'));
  });

  it('are none at definitions and in plain text', () => {
    expect(shown(`${NAMED}roles: { file: file }\npurpose: file\n`)).toBe(
      `${NAMED}roles: { file: file }\npurpose: file\n`,
    );
  });

  it('keep to the range that is asked for', () => {
    const text = `${NAMED}activities:\n  a: { uses: [file] }\n  b: { uses: [file] }\n  c: { uses: [file] }\n`;
    expect(shown(text, { lines: [9, 10] })).toBe(text.replace('b: { uses: [file', 'b: { uses: [file‹Claim file›'));
  });

  it('cut long names', () => {
    const long = 'The file in which everything known about one claim is kept';
    const text = `${HEAD}information: { file: { name: ${long} } }\nactivities: { pay: { uses: file } }\n`;
    expect(shown(text)).toContain('‹The file in which everything known abou…›');
  });

  it('stay while the text is broken', () => {
    const text = `${NAMED}activities:\r\n  pay: { uses: [file, 😀: [ }\r\n`;
    expect(shown(text, { before: { 'example.work-system.yaml': NAMED } })).toContain('[file‹Claim file›');
  });

  it('are none in other files', () => {
    const other = 'kind: Deployment\ninformation: { file: { name: X } }\nactivities: { a: { uses: [file] } }\n';
    expect(shown(other, { file: 'other.yaml' })).toBe(other);
  });
});
