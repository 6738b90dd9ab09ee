import { squeeze } from '../formats/nearest.ts';
import type { Charter } from '../model/charter.ts';
import type { Item } from '../model/sections.ts';
import { asksEach, asksOnce } from './asks.ts';
import { appendTo, setAt } from './fixes.ts';
import { firstKey, keyAt, valueAt } from './places.ts';
import { isPresent, isSpokenFor, itemNames, phaseOf, speaksOfSecurity, touched } from './project.ts';
import type { Rule } from './rule.ts';
import { names } from './wordings.ts';

const PURPOSES = ['security-features', 'security-activities', 'security-training'] as const;

const isFor = (entry: Item, purpose: string): boolean => squeeze(entry.get('for').text ?? '') === squeeze(purpose);

const noResources: Rule<Charter> = {
  id: 'development/no-resources',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'Nothing set aside for security',
  guidelines: ['DEV.1'],
  speaks:
    'The project touches sensitive information, and no time or money is set aside for security features, security work or teaching people.',
  quiet: 'An entry for security with an amount covers all three. Neither development nor resources are written down.',
  falseAlarms: 'The money comes from a budget outside the project.',
  exceptions: 'One of the three costs nothing here.',
  *check(charter) {
    const resources = charter.root.get('resources');
    const development = phaseOf(charter, 'development');
    if (isSpokenFor(resources) || !(isPresent(resources) || isPresent(development)) || !touched(charter)) return;
    const entries = resources.list();
    const missing = PURPOSES.filter(
      (purpose) =>
        !entries.some((entry) => (isFor(entry, purpose) || isFor(entry, 'security')) && !entry.get('amount').lacking),
    );
    if (missing.length === 0) return;
    const patches = missing.map((purpose) => {
      const begun = entries.find((entry) => isFor(entry, purpose));
      return begun ? setAt([...begun.path, 'amount'], null) : appendTo(['resources'], { for: purpose, amount: null });
    });
    yield {
      at: ['resources'],
      place: firstKey(charter.root, resources, development),
      message: `Nothing is set aside for ${names(missing.map((purpose) => purpose.replace('-', ' ')))}.`,
      fixes: [{ title: 'Insert the missing lines', kind: 'scaffold', patches }],
    };
  },
};

const noSecurityInIterations: Rule<Charter> = {
  id: 'development/no-security-in-iterations',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'Security missing from the iterations',
  guidelines: ['DEV.2'],
  speaks:
    'The project touches sensitive information and is built in short steps, and neither the definition of done nor the backlog holds a line about security.',
  quiet: 'A line has the type security, names a security requirement, risk or control, or speaks of protection.',
  falseAlarms: 'The backlog is kept in another tool.',
  exceptions: 'The steps change only texts or looks.',
  *check(charter) {
    const development = phaseOf(charter, 'development');
    const approach = development.get('approach');
    if ((approach.text !== 'agile' && approach.text !== 'mixed') || !touched(charter)) return;
    const done = development.get('definition_of_done');
    const backlog = development.get('backlog');
    if (isSpokenFor(done) || isSpokenFor(backlog)) return;
    if ([...done.list(), ...backlog.list()].some((entry) => speaksOfSecurity(charter, entry, 'text'))) return;
    yield {
      at: development.path,
      place: done.absent ? valueAt(approach.path) : keyAt(done.path),
      message: 'Security has no place in the iterations yet.',
      fixes: [
        {
          title: 'Insert a line in the definition of done',
          kind: 'scaffold',
          patches: [appendTo(done.path, { text: null, type: 'security' })],
        },
      ],
    };
  },
};

const outputs = (charter: Charter) =>
  phaseOf(charter, 'development')
    .get('outputs')
    .list()
    .filter(({ given }) => given);

/** Outputs that people learn the new way of working from; one of no kind may be any of them. */
function teaches(output: Item): boolean {
  const kind = output.get('kind');
  return kind.text === undefined
    ? kind.state !== 'wrong'
    : ['software', 'documentation', 'training-material'].includes(kind.text);
}

const isBuilt = (output: Item): boolean => ['software', 'configuration'].includes(output.get('kind').text ?? '');

/** Building, buying, configuring, writing: Table 2, rows DEV.1 to DEV.3. */
export const development: readonly Rule<Charter>[] = [
  noResources,
  noSecurityInIterations,
  asksEach({
    id: 'development/output-silent',
    severity: 'warning',
    kind: 'project-charter',
    core: true,
    title: 'Output silent on safe use',
    guidelines: ['DEV.3'],
    speaks:
      'The project touches sensitive information, and software, a guide or training material does not say what it does for safe use.',
    quiet: 'The output is a configuration, equipment or of another kind.',
    falseAlarms: 'The output has nothing to do with the sensitive information.',
    exceptions: 'The output is used only by the project itself.',
    rollUp: true,
    asks: 'phases.development.outputs.*.security_coverage',
    of: outputs,
    when: (output, charter) => teaches(output) && touched(charter),
    message: (output) => `What does ${output.name} do or say about safe use?`,
    fix: ['Say what it covers', null],
  }),
  asksEach({
    id: 'development/supplier-unchecked',
    severity: 'information',
    kind: 'project-charter',
    core: false,
    title: 'Supplier not looked at',
    guidelines: ['DEV.2', 'IFR.1'],
    speaks:
      'The project touches sensitive information, and nobody is said to have looked at the supplier of something bought in.',
    falseAlarms: 'Purchasing looks at every supplier anyway.',
    exceptions: 'What is bought never meets the sensitive information.',
    rollUp: true,
    asks: 'phases.development.outputs.*.supplier_check',
    of: outputs,
    when: (output, charter) => output.get('acquired').flag === true && touched(charter),
    message: (output) => `${output.name} is bought in. Who looked at the supplier?`,
    fix: ['Record the check', null],
  }),
  asksOnce({
    id: 'development/no-security-test',
    severity: 'information',
    kind: 'project-charter',
    core: false,
    title: 'No test of the protection',
    guidelines: ['DEV.2', 'S4.8'],
    speaks:
      'The project touches sensitive information and makes software or a configuration, and no test of the protection is named.',
    falseAlarms: 'The supplier tests it; say so in the answer.',
    exceptions: 'Nothing about the protection changes.',
    asks: 'phases.development.testing.security',
    when: (_root, charter: Charter) => outputs(charter).some(isBuilt) && touched(charter),
    place: (_root, _items, charter) => {
      const development = phaseOf(charter, 'development');
      return firstKey(charter.root, development.get('testing'), development);
    },
    message: () => 'Which test shows that the protection works?',
    fix: ['Name a test', null],
  }),
  asksOnce({
    id: 'development/live-test-data',
    severity: 'warning',
    kind: 'project-charter',
    core: false,
    title: 'Real data in tests',
    guidelines: ['DEV.2', 'INF.2'],
    speaks:
      'The project touches sensitive information and tests with real data, and nothing is said to protect them there.',
    quiet: 'The data are made up or masked.',
    falseAlarms: 'The real data used hold nothing sensitive.',
    exceptions: 'A single test under the eyes of the owner of the data.',
    asks: 'phases.development.testing.data_protection',
    when: (_root, charter: Charter) =>
      phaseOf(charter, 'development').get('testing').get('data').text === 'live' && touched(charter),
    place: (_root, _items, charter) => valueAt(phaseOf(charter, 'development').get('testing').get('data').path),
    message: (_root, items) => `Tests use real ${itemNames(items)}. What protects them there?`,
    fix: ['Say what protects them', null],
  }),
];
