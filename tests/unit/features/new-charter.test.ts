import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charterChoices, newCharter } from '../../../server/src/features/new-charter.ts';
import type { CharterChoice } from '../../../server/src/protocol.ts';
import { readSample, sampleFiles } from '../../helpers/collection.ts';
import { uriOf, worldOf } from '../../helpers/cursor.ts';
import { sampleValue, textOf, without } from '../../helpers/documents.ts';

const CLAIMS = `kind: work-system
format: 1
title: Motor claims intake
language: en-GB
activities:
  assess:
    name: Assess the claim
    performed_by: [handlers]
    uses: [claim-file]
    with: [claims-program]
    weaknesses:
      - { what: The file lies open on the desk, affects: [claim-file] }
      - { what: Two programs disagree, done_on: 2026-09-01 }
    workarounds:
      - Handlers send photos to their own phones
      - { what: Notes on paper, response: { kind: accept, owner: office manager } }
participants: { handlers: Claims handlers, cleaners: Clean the office }
information:
  claim-file: { name: The claim file, sensitivity: confidential }
  price-list: { sensitivity: public }
technologies: { claims-program: The program on the office computers }
`;
const FILE = 'claims.work-system.yaml';

const choicesOf = (text: string, file = FILE): CharterChoice[] =>
  charterChoices(worldOf({ [file]: text }), uriOf(file)) ?? [];
const suggested = (text: string) => choicesOf(text).filter((choice) => choice.suggested);

interface Begun {
  readonly items?: readonly Pick<CharterChoice, 'section' | 'id'>[];
  readonly title?: string;
  readonly from?: string;
  readonly charter?: string;
  readonly document?: string;
}

/** What comes of starting a charter from a description: its text, or why there is none. */
function begin(text: string, { items = suggested(text), title = 'Claims portal', ...rest }: Begun = {}) {
  const { from = FILE, charter = 'portal.charter.yaml', document } = rest;
  const params = { uri: uriOf(from), charter: uriOf(charter), title, items, ...(document && { document }) };
  return newCharter(worldOf({ [from]: text }), params);
}

/** The charter as it is checked beside its description. */
function checked(text: string, begun: Begun = {}) {
  const charter = begun.charter ?? 'portal.charter.yaml';
  const world = worldOf({ [begun.from ?? FILE]: text, [charter]: begin(text, begun) as string });
  return world.file(uriOf(charter))!.checked.documents[0]!;
}

describe('what a change may touch', () => {
  it('is what the description lists; sensitive items and those who handle them are suggested', () => {
    const told = choicesOf(CLAIMS).map(({ section, name, sensitive, suggested: isSuggested }) =>
      [section, name, ...(sensitive ? ['sensitive'] : []), ...(isSuggested ? ['suggested'] : [])].join(' · '),
    );
    expect(told).toEqual([
      'information · The claim file · sensitive · suggested',
      'information · price-list',
      'activities · Assess the claim',
      'participants · handlers · suggested',
      'participants · cleaners',
      'technologies · claims-program',
    ]);
  });

  it('is not known where there is no description that can be read', () => {
    const world = worldOf({ [FILE]: 'kind: work-system\nactivities: [', 'a.charter.yaml': 'kind: project-charter\n' });
    for (const file of [FILE, 'a.charter.yaml', 'nowhere.work-system.yaml'])
      expect(charterChoices(world, uriOf(file)), file).toBeUndefined();
  });
});

describe('a new charter', () => {
  it('carries over what the description says, and leaves the answers to people', () => {
    const changed = { section: 'activities', id: 'assess' } as const;
    expect(begin(CLAIMS, { items: [...suggested(CLAIMS), changed] })).toMatchInlineSnapshot(`
      "# How a piece of work is to be changed.
      # What is empty here waits to be filled in.
      kind: project-charter
      format: 1
      language: en-GB
      title: Claims portal
      # What is the change for?
      purpose:

      # The work as it is. Once the work to be is described too, name that as to_be.
      work_system:
        as_is: claims.work-system.yaml

      # Who wants it and pays for it, and who leads it?
      sponsor:
      manager:
      # Who answers for security in it?
      security_accountable:

      # What is to be reached, and what is to be protected on the way?
      objectives:

      # Information that the change touches
      information_touched: [claim-file]

      # What belongs to the change
      scope:
        includes: [Assess the claim]

      # Still open in the description:
      # - Nothing here says how the security rules show in this activity.
      # - Who would notice if the rules were skipped in this activity?
      # - Is looking after The claim file part of the job of handlers, in so many words?
      # - handlers live with the rules. Did they help to shape them or to judge the risks?
      # - handlers handle The claim file. Do they know the rules, and what can happen when they are not kept?
      # - No training is recorded for handlers, who handle The claim file.
      # - Who decides who may see The claim file?
      # - Where is The claim file kept, copies included?
      # - The claim file is confidential, but nothing named here protects it.

      # What must the result do?
      # When <event>, <who or what> <does what> within <time>
      requirements:
        S1:
          text:
          type: security
          covers: [claim-file]
          verified_by:

      # Who was asked about what? risks, requirements, design, rollout
      stakeholders:
        handlers:
          consulted_on: []

      # Known in the work as it is, and not yet dealt with
      risks:
        assess-gap:
          text: The file lies open on the desk
          category: security
          covers: [claim-file]
          addresses: [assess]
          owner:
          response:
          status: open
        assess-gap-2:
          text: Handlers send photos to their own phones
          category: security
          addresses: [assess]
          owner:
          response:
          status: open

      # Further phases are development, implementation and operation_and_maintenance.
      phases:
        initiation:
          owner:
          security:
            who:
            what:
            when:
      "
    `);
  });

  it('takes the language with it, so that words are read as those of that language', () => {
    expect(begin(CLAIMS.replace('en-GB', 'de'))).toContain('\nlanguage: de\n');
  });

  it('says nothing of security where nothing that is touched is sensitive', () => {
    const items = [{ section: 'information', id: 'price-list' }] as const;
    const text = begin(CLAIMS.replace(/weaknesses:[\s\S]*?participants/, 'x-left-out: 1\nparticipants'), { items });
    expect(text).not.toMatch(/security|risks/);
  });

  it.each([
    ['portal.charter.yaml', FILE],
    ['projects/2027/portal.charter.yaml', `../../${FILE}`],
  ])('in %s links to %s', (charter, link) => {
    expect(begin(CLAIMS, { charter })).toContain(`\n  as_is: ${link}\n`);
    expect(checked(CLAIMS, { charter }).findings.filter(({ rule }) => rule.includes('link'))).toEqual([]);
  });

  it('finds the way up and down again, also to a name with blanks', () => {
    const from = 'work/motor/claims of today.work-system.yaml';
    const text = begin(CLAIMS, { from, charter: 'work/projects/a.charter.yaml' });
    expect(text).toContain('as_is: ../motor/claims of today.work-system.yaml\n');
  });

  it('names a description of planned work as the work to be, which has no gaps of today', () => {
    const text = begin(`state: to-be\n${CLAIMS}`);
    expect(text).toContain(`to_be: ${FILE}`);
    expect(text).not.toMatch(/as_is: |risks:/);
  });

  it('links to one of several descriptions by its id', () => {
    const two = `${CLAIMS}id: intake\n---\nkind: work-system\ntitle: Other\n`;
    expect(begin(two, { document: 'intake' })).toContain(`as_is: ${FILE}#intake`);
    expect(begin(two, { document: '1' })).toEqual({ refused: expect.stringContaining('Give this one an id') });
  });

  it('is refused where no link can lead to the description', () => {
    expect(begin(CLAIMS, { from: '../elsewhere/claims.work-system.yaml' })).toEqual({
      refused: expect.stringContaining('Choose a place in the same folder'),
    });
    const from = 'claims#2.work-system.yaml';
    expect(begin(CLAIMS, { from })).toHaveProperty('refused');
    expect(begin('kind: work-system\nactivities: [', { items: [] })).toHaveProperty('refused');
  });
});

describe('the findings of a new charter', () => {
  /** What a charter that has just been begun leaves open; everything else would be a mistake in it. */
  const OPEN = [
    'charter/phase-missing',
    'gates/owner-missing',
    'initiation/privacy-assessment-undecided',
    'initiation/sensitive-items-not-named',
    'initiation/workers-not-asked',
    'wording/placeholder',
  ];
  const descriptions = sampleFiles.filter((file) => file.endsWith('.work-system.yaml'));

  it('are no errors, and only what nobody has said yet', () => {
    const findings = checked(CLAIMS).findings.map(({ rule, at }) => `${rule} ${at.join('.')}`);
    expect(findings).toMatchInlineSnapshot(`
      [
        "wording/placeholder security_accountable",
        "wording/placeholder requirements.S1.text",
        "wording/placeholder requirements.S1.verified_by",
        "initiation/workers-not-asked stakeholders",
        "wording/placeholder risks.assess-gap.response",
        "wording/placeholder risks.assess-gap-2.response",
        "charter/phase-missing phases",
        "gates/owner-missing phases.initiation.gate",
        "wording/placeholder phases.initiation.security",
      ]
    `);
  });

  it.each(descriptions)('of %s are those, whatever the change touches', (file) => {
    const text = readSample(file);
    for (const items of [[], suggested(text), choicesOf(text)]) {
      const rules = checked(text, { items }).findings.map(({ rule }) => rule);
      expect(rules.filter((rule) => !OPEN.includes(rule))).toEqual([]);
    }
  });

  it('are those for any part of a description, any choice and any title', () => {
    const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => /\p{L}/u.test(text));
    fc.assert(
      fc.property(
        fc.constantFrom(...descriptions),
        fc.array(fc.nat()),
        fc.infiniteStream(fc.boolean()),
        title,
        (file, picks, taken, words) => {
          const text = textOf(without(sampleValue(file), picks.slice(0, 20)));
          const items = choicesOf(text).filter(() => taken.next().value);
          const { title: read, findings } = checked(text, { items, title: words });
          expect(read).toBe(words.trim());
          const rules = findings.map(({ rule }) => rule);
          expect(rules.filter((rule) => !OPEN.includes(rule))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
