/**
 * A description of about any length, the same at each call: sections of items as people write them, all references
 * lead somewhere, nothing is against the format, and here and there an answer is missing.
 */
export function generatedDescription(lines: number, seed = 1): string {
  const random = generator(seed);
  const head = ['kind: work-system', 'format: 1', `title: Repairs of district ${seed}`, 'described_on: 2026-10-05'];
  const sections = new Map(SECTIONS.map(({ name }): [string, string[]] => [name, []]));
  let left = lines - head.length - SECTIONS.length - 1;
  for (let nr = 1; ; nr++) {
    const block = SECTIONS.map(({ name, item }): [string, string[]] => [name, answered(item(nr), random)]);
    const length = block.reduce((sum, [, item]) => sum + item.length, 0);
    if (nr > 1 && length > left) break;
    left -= length;
    for (const [name, item] of block) sections.get(name)!.push(...item);
  }
  const roles = Array.from({ length: Math.max(left, 0) }, (_, nr) => `  post-${nr}: Looks after district ${nr}`);
  const body = [...sections].flatMap(([name, items]) => [`${name}:`, ...items]);
  return `${[...head, 'roles:', ...(roles.length > 0 ? roles : ['  head: Runs the firm']), ...body].join('\n')}\n`;
}

interface Section {
  readonly name: string;
  /** The lines of one item. Those that end with `?` (which is left away) are missing now and then. */
  readonly item: (nr: number) => readonly string[];
}

const SECTIONS: readonly Section[] = [
  {
    name: 'customers',
    item: (nr) => [
      `  plant-${nr}:`,
      `    name: Packing plant number ${nr} on the river side`,
      '    type: organisation',
      `    receives: [report-${nr}]`,
      '    is_data_subject: true',
    ],
  },
  {
    name: 'products',
    item: (nr) => [
      `  report-${nr}:`,
      `    name: Report on the repair at plant ${nr}`,
      '    kind: informational',
      `    contains: [photos-${nr}]`,
      '    distribution: confidential',
      '    safeguards:?',
      '      against_error: The foreman signs each page of it',
      `      against_misuse: Goes to the one address of plant ${nr}`,
    ],
  },
  {
    name: 'activities',
    item: (nr) => [
      `  visit-${nr}:`,
      `    does: An engineer finds the fault on line ${nr} and mends it`,
      `    performed_by: [crew-${nr}]`,
      `    uses: [codes-${nr}, photos-${nr}]`,
      `    produces: [report-${nr}]`,
      `    with: [phone-${nr}]`,
      '    goals:',
      `      - { kind: volume, target: ${(nr % 5) + 2} visits a day in summer }`,
      `    security_steps: [ask-${nr}]?`,
      '    when_goals_conflict: { rule: security-first }?',
      '    weaknesses:',
      `      - what: Photos of hall ${nr} stay on a phone for years`,
      `        affects: [photos-${nr}]`,
      `        owner: crew-${nr}?`,
      '        due: 2027-04-30?',
      '    hand_overs:',
      `      - what: [photos-${nr}]`,
      `        to: plant-${nr}`,
      '        by: mail',
      `        protected_by: [ask-${nr}]?`,
      '    watched_by:?',
      `      who: crew-${nr}`,
      `      how: Reads three of the reports on plant ${nr}`,
      '      every: month',
    ],
  },
  {
    name: 'participants',
    item: (nr) => [
      `  crew-${nr}:`,
      `    name: Engineers and drivers of district ${nr}`,
      `    count: ${(nr % 9) + 1}`,
      '    employment: employees',
      '    training:?',
      `      covers: [email, photos-${nr}]`,
      '      last: 2026-05-11',
      '      next_due: 2027-05-10',
      '    involved_in: [risk-assessment]?',
    ],
  },
  {
    name: 'information',
    item: (nr) => [
      `  codes-${nr}:`,
      `    name: Door and gate codes of plant ${nr}`,
      '    sensitivity: restricted',
      `    owner: crew-${nr}?`,
      `    stored_in: [phone-${nr}]`,
      `    protections: [ask-${nr}]?`,
      `    accuracy_check: Foreman ${nr} is rung the day before?`,
      `  photos-${nr}:`,
      `    name: Photos of the machines in hall ${nr} # by phone`,
      '    sensitivity: confidential',
      '    personal_data: personal',
      `    about: [plant-${nr}]`,
      `    owner: crew-${nr}?`,
      `    stored_in: [phone-${nr}]`,
    ],
  },
  {
    name: 'technologies',
    item: (nr) => [
      `  phone-${nr}:`,
      `    name: The telephone of the engineers in ${nr}`,
      '    kind: tool',
      '    ownership: personal',
      '    portable: true',
      '    sign_in: personal?',
      '    protections:?',
      '      intrusion: A lock that opens by fingerprint',
      '      theft: Engineers report a loss within the hour',
      `      sabotage: A copy goes to office ${nr} each night`,
    ],
  },
  {
    name: 'controls',
    item: (nr) => [
      `  ask-${nr}:`,
      `    does: The foreman of plant ${nr} is asked before the first photo`,
      `    owner: crew-${nr}?`,
      `    used_by: [crew-${nr}]`,
      '    effort: low?',
      `    tried_with: [crew-${nr}]`,
      '    test_every: quarter',
      '    last_tested: 2026-09-30?',
    ],
  },
];

/** Leaves one answer in five out, with the lines that belong to it. */
function answered(item: readonly string[], random: () => number): string[] {
  const kept: string[] = [];
  let leftOut = Number.POSITIVE_INFINITY;
  for (const line of item) {
    const depth = line.search(/[^ ]/);
    if (depth > leftOut) continue;
    const missing = line.endsWith('?') && random() < 0.2;
    leftOut = missing ? depth : Number.POSITIVE_INFINITY;
    if (!missing) kept.push(line.replace(/\?$/, ''));
  }
  return kept;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
