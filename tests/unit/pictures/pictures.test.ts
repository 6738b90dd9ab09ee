import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedDocument } from '../../../server/src/check/checked-document.ts';
import { type NamedPicture, picturesOf } from '../../../server/src/pictures/pictures.ts';
import { check } from '../../helpers/check.ts';
import { checkAmongSamples, fixture, readSample, sampleFiles } from '../../helpers/collection.ts';
import { sizedSystem } from '../../helpers/sized-system.ts';
import { boxesIn, crossing, outside, overlaps, parsed, passing, textsIn } from './drawn.ts';

const sample = (file: string): CheckedDocument => checkAmongSamples(file, readSample(file)).documents[0]!;

const system = (text: string): CheckedDocument => check(text, { file: 'a.work-system.yaml' }).documents[0]!;

const pictured = (document: CheckedDocument, id: NamedPicture['id']): string =>
  picturesOf(document).find((picture) => picture.id === id)!.svg;

/** Two things that a long name, a strange script or markup may spoil. */
const STRANGE = `
kind: work-system
title: <script>alert(1)</script> & "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
activities:
  a: { performed_by: [p], uses: [i], with: [t], produces: [d], workarounds: [{ what: "<img src=x onerror=alert(1)>" }] }
participants:
  p: { name: "قسم المحاسبة والمدفوعات في الفرع الرئيسي للشركة" }
customers:
  c: { name: "${'W'.repeat(300)}", receives: [d] }
products:
  d: { name: "顧客に毎月送られる請求書と支払いの一覧表についての報告書", contains: [i] }
information:
  i: { name: "]]>&amp;</svg><a href='javascript:alert(1)'>\\u202e", sensitivity: restricted }
technologies:
  t: { name: "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦" }
`;

describe('pictures of every sample', () => {
  it.each(sampleFiles)('%s', async (file) => {
    for (const { id, svg } of picturesOf(sample(file), { style: false }))
      await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(
        fixture('pictures', `${file.replace('.yaml', '')}.${id}.svg`),
      );
  });
});

const SIZES: readonly (readonly [string, CheckedDocument])[] = [
  ...[0, 1, 3, 15, 60].map((n) => [`${n} items`, system(sizedSystem(n))] as const),
  ['strange names', system(STRANGE)],
  ['a text that cannot be read', system('kind: work-system\ntitle: [')],
  ...sampleFiles.map((file) => [file, sample(file)] as const),
];

describe.each(SIZES)('a picture of %s', (_, document) => {
  it.each(picturesOf(document))('$id: nothing overlaps, is cut or leaves the picture', ({ svg }) => {
    const root = parsed(svg);
    const [texts, boxes] = [textsIn(root), boxesIn(root)];
    expect(overlaps(texts)).toEqual([]);
    expect(overlaps(boxes)).toEqual([]);
    expect(crossing(texts, boxes)).toEqual([]);
    for (const box of boxes)
      expect(overlaps([box, ...passing(root)]).filter((pair) => pair.startsWith(box.what))).toEqual([]);
    expect(outside(root, [...texts, ...boxes])).toEqual([]);
  });

  it.each(picturesOf(document))('$id has a title and words for those who do not see it', ({ svg }) => {
    const root = parsed(svg);
    expect(root.getAttribute('role')).toBe('img');
    for (const [attribute, element] of [
      ['aria-labelledby', 'title'],
      ['aria-describedby', 'desc'],
    ] as const) {
      const told = root.getElementsByTagName(element)[0]!;
      expect(told.getAttribute('id')).toBe(root.getAttribute(attribute));
      expect(told.textContent).not.toBe('');
    }
  });
});

describe('the framework', () => {
  it('tells of each element how many questions went which way', () => {
    const svg = parsed(pictured(sample('vet-appointments.work-system.yaml'), 'framework'));
    const words = svg.getElementsByTagName('desc')[0]!.textContent;
    expect(words).toContain('Customers: 4 of 7 questions answered, 3 open.');
    expect(words).toContain('Environment: 3 of 4 questions answered, 1 does not apply.');
    const customers = [...svg.getElementsByTagName('g')].find((g) => g.getAttribute('data-at') === '/customers')!;
    expect(textsIn(customers).map(({ what }) => what)).toEqual([
      'Customers',
      'Animal owners and Pet insurers',
      '4',
      '?',
      '3',
    ]);
  });

  it('shows more than colours: each fate has a shape, and a pattern in the bar', () => {
    const svg = pictured(sample('vet-appointments.work-system.yaml'), 'framework');
    expect(svg).toContain('fill="url(#framework-open)"');
    expect(svg).toContain('<pattern id="framework-open"');
  });
});

describe('the life cycle', () => {
  it('of a charter shows its phases and the short cuts of the work it is to change', () => {
    const svg = pictured(sample('machine-repair-tablets.charter.yaml'), 'life-cycle');
    expect(svg).toContain('Initiation: 6 of 8 questions answered, 2 open.');
    expect(svg).toContain('2 open short cuts');
  });

  it('leaves out short cuts that are settled', () => {
    const shortCut = (response: string): string =>
      `kind: work-system\nactivities:\n  a:\n    workarounds:\n      - what: Notes on paper\n${response}`;
    const words = (text: string): string =>
      parsed(pictured(system(text), 'life-cycle')).getElementsByTagName('desc')[0]!.textContent!;
    expect(words(shortCut(''))).toBe('Unplanned change: 1 open short cut (Notes on paper).');
    expect(words(shortCut('        response: { kind: train, due: 2027-01-01 }\n'))).toContain('1 open short cut');
    for (const settled of ['{ kind: train, done_on: 2026-11-01 }', '{ kind: accept }', 'It is allowed now'])
      expect(words(shortCut(`        response: ${settled}\n`))).toBe('Unplanned change: 0 open short cuts.');
  });
});

describe('the ways of sensitive information', () => {
  it('go from the item over activities and products to customers', () => {
    const words = parsed(pictured(sample('tenant-referencing.work-system.yaml'), 'flow')).getElementsByTagName(
      'desc',
    )[0]!;
    expect(words.textContent).toContain('Referencing report → Landlords.');
  });

  it('bundle items on the same way, and what is too much for a column', () => {
    const items = Array.from({ length: 200 }, (_, i) => `  i${i}: { sensitivity: restricted, stored_in: [t${i}] }\n`);
    const tools = Array.from({ length: 200 }, (_, i) => `  t${i}: { kind: tool }\n`);
    const apart = system(`kind: work-system\ninformation:\n${items.join('')}technologies:\n${tools.join('')}`);
    expect(boxesIn(parsed(pictured(apart, 'flow')))).toHaveLength(80);
    const same = system(
      `kind: work-system\ninformation:\n${items.join('').replace(/\[t\d+\]/g, '[t0]')}technologies:\n${tools[0]}`,
    );
    expect(boxesIn(parsed(pictured(same, 'flow')))).toHaveLength(2);
  });

  it('pass between the stops of a column, not over them', () => {
    expect(passing(parsed(pictured(sample('vet-appointments.work-system.yaml'), 'flow'))).length).toBeGreaterThan(3);
  });

  it('say so where nothing is sensitive', () => {
    expect(pictured(system('kind: work-system\ninformation:\n  i: { sensitivity: public }\n'), 'flow')).toContain(
      'No item of information is marked as sensitive here.',
    );
  });
});

describe('whatever stands in a file', () => {
  it('is text in the picture, never markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const quoted = JSON.stringify(`${name}<b>&"'`).replace(
          /[\x7f-\uffff]/g,
          (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        const text = STRANGE.replaceAll(/name: "(?:[^"\\]|\\.)*"/g, `name: ${quoted}`);
        for (const { svg } of picturesOf(system(text), { style: false })) {
          const names = new Set([...parsed(svg).getElementsByTagName('*')].map(({ tagName }) => tagName));
          for (const known of KNOWN) names.delete(known);
          expect([...names]).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('gives the same picture each time', () => {
    const draw = (): string[] => picturesOf(system(sizedSystem(15))).map(({ svg }) => svg);
    expect(draw()).toEqual(draw());
  });
});

const KNOWN = ['svg', 'title', 'desc', 'defs', 'pattern', 'marker', 'g', 'rect', 'circle', 'path', 'text'];
