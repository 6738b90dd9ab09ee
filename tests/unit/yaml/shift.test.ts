import { describe, expect, it } from 'vitest';
import { ChunkReader } from '../../../server/src/yaml/chunk-reader.ts';
import type { DocumentModel } from '../../../server/src/yaml/document.ts';
import type { Place } from '../../../server/src/yaml/node.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { shiftBetween, shiftedSpan } from '../../../server/src/yaml/shift.ts';

const TEXT = `# Ours
kind: work-system
roles:
  boss: Runs it
  desk:
    description: Answers
  help: Helps
products:
  report: { kind: informational }
`;

const PLACES: readonly Place[] = [
  { at: ['kind'], part: 'key' },
  { at: ['roles'], part: 'key' },
  { at: ['roles'], part: 'value' },
  { at: ['roles', 'boss'], part: 'value' },
  { at: ['roles', 'desk'], part: 'key' },
  { at: ['roles', 'desk', 'description'], part: 'value' },
  { at: ['roles', 'help'], part: 'entry' },
  { at: ['products', 'report', 'kind'], part: 'key' },
];

const told = ({ at, part }: Place): string => `${at.join('.')} ${part}`;

/** The places of which is known where they lie after a change, without looking them up. Each is looked up all the same. */
function known(change: (text: string) => string): string[] {
  const reader = new ChunkReader();
  const read = (text: string): DocumentModel => reader.read(text)!.documents[0]!;
  const [before, now] = [read(TEXT), read(change(TEXT))];
  const shift = shiftBetween(before, now);
  return PLACES.filter((place) => {
    const span = shiftedSpan(before.span(place), place, shift);
    if (span) expect(span, told(place)).toEqual(now.span(place));
    return span !== undefined;
  }).map(told);
}

const allBut = (...unknown: string[]): string[] => PLACES.map(told).filter((place) => !unknown.includes(place));
const replaced =
  (words: string, by: string) =>
  (text: string): string =>
    text.replace(words, by);

describe('after a change in one item, it is known where', () => {
  it('all others lie, before it and behind it', () => {
    const one = ['roles value', 'roles.desk key', 'roles.desk.description value'];
    expect(known(replaced('Answers', 'Answers the phone\n      and the door'))).toEqual(allBut(...one));
    expect(known(replaced('Answers', 'Is'))).toEqual(allBut(...one));
    expect(known(replaced('    description: Answers\n', ''))).toEqual(allBut(...one));
  });

  it('the others lie when one comes, goes, or gets another place', () => {
    expect(known(replaced('  help', '  clerk: Writes\n  help'))).toEqual(allBut('roles value'));
    expect(known(replaced('  boss', '  clerk: Writes\n  boss'))).toEqual(allBut('roles value'));
    expect(known(replaced('  boss: Runs it\n', ''))).toEqual(allBut('roles value', 'roles.boss value'));
    expect(known(replaced('products:', '  clerk: Writes\nproducts:'))).toEqual(allBut('roles value'));
  });
});

it('nothing is known of a section whose key is another', () => {
  expect(known(replaced('roles:', 'role:'))).toEqual(['kind key', 'products.report.kind key']);
});

it('everything moves with what stands above it', () => {
  expect(known(replaced('# Ours\n', '\n\n'))).toEqual(allBut('roles value'));
  expect(known((text) => text)).toEqual(allBut('roles value'));
});

it('nothing is known of a text that was read as a whole', () => {
  const [before, now] = [TEXT, TEXT].map((text) => parseStream(text).documents[0]!);
  const shift = shiftBetween(before!, now!);
  expect(PLACES.filter((place) => shiftedSpan(before!.span(place), place, shift))).toEqual([]);
});
