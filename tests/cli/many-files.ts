import { description } from './worksec.ts';

/** A file of every second kind: descriptions with gaps and exceptions, and charters that link to them. */
export function manyFiles(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i): [string, string] =>
      i % 2 === 0
        ? [`team-${i % 3}/work-${i / 2}.work-system.yaml`, gaps(i / 2)]
        : [`team-${(i - 1) % 3}/change-${(i - 1) / 2}.charter.yaml`, charter((i - 1) / 2)],
    ),
  );
}

const gaps = (i: number): string =>
  description(
    `odd-${i}: “x” 🏠`,
    'participants: { handlers: Handlers, helpers: { name: Helpers } }',
    'activities:',
    '  assess: { does: They decide, performed_by: [handlers, nobody], uses: [file] }',
    `information: { file: { name: File ${i}, sensitivity: ${i % 3 === 0 ? 'restricted' : 'internal'} } }`,
    'waivers:',
    '  - { rule: governance/no-security-lead, because: A new lead comes, decided_by: Director, until: 2027-01-31 }',
  );

const charter = (i: number): string =>
  [
    'kind: project-charter',
    'format: 1',
    `title: Change ${i}`,
    `work_system: { as_is: work-${i}.work-system.yaml }`,
    '',
  ].join('\n');
