import type { Charter, TouchedItem } from '../model/charter.ts';
import type { Participant } from '../model/sections.ts';
import { asksEach, asksOnce } from './asks.ts';
import { decision, scaffoldFields, setAt } from './fixes.ts';
import { firstKey, keyAt, valueAt } from './places.ts';
import { dayOf, inSystem, insertRequirement, isSpokenFor, itemNames, itemPlaces, touched } from './project.ts';
import type { CheckContext, Fix, Rule } from './rule.ts';
import { capital, count, keyWords, names } from './wordings.ts';

const noRequirement: Rule<Charter> = {
  id: 'initiation/no-security-requirement',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'No security requirement',
  guidelines: ['INI.2'],
  speaks: 'The project touches sensitive information, and no requirement is about keeping it safe.',
  quiet: 'A requirement has the type security, or has no type and speaks of protection in its words.',
  falseAlarms: 'The requirements are kept in another document, or in a language other than English without types.',
  exceptions: 'The protection is bought as it is and no requirement is open.',
  *check(charter) {
    const items = touched(charter);
    const requirements = charter.root.get('requirements');
    if (!items || isSpokenFor(requirements)) return;
    const safe = requirements.list().some((requirement) => {
      const type = requirement.get('type');
      // Of a requirement with a mistake in it nothing can be told; it has its own finding first.
      if (isSpokenFor(requirement) || type.state === 'wrong') return true;
      return type.text ? type.text === 'security' : charter.hasSecurityWord(requirement.get('text').text ?? '');
    });
    if (safe) return;
    yield {
      at: ['requirements'],
      place: firstKey(charter.root, requirements),
      message: `No requirement says how ${itemNames(items)} are kept safe.`,
      related: itemPlaces(items),
      fixes: [insertRequirement(charter, [])],
    };
  },
};

const putOff: Rule<Charter> = {
  id: 'initiation/security-put-off',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'Security put off without a date',
  guidelines: ['INI.1', 'INI.2'],
  speaks: 'Something about security is left out of the scope, and nobody takes it up by a day that is still to come.',
  quiet: 'The entry says that its type is other.',
  falseAlarms: 'A word such as “protect” is used for something else; say so with type: other.',
  exceptions: 'It was decided that nobody takes it up.',
  *check(charter, { today }) {
    for (const entry of charter.root.get('scope').get('excludes').list()) {
      const type = entry.get('type');
      const isSecurity = type.text ? type.text === 'security' : charter.hasSecurityWord(entry.get('what').text ?? '');
      if (!entry.given || !isSecurity || type.state === 'wrong') continue;
      const by = entry.get('by');
      const missing = (['owner', 'by'] as const).filter((key) => entry.get(key).lacking);
      const passed = (dayOf(by) ?? today) < today;
      if (!passed && missing.length === 0) continue;
      const slots = Object.fromEntries(missing.map((key) => [key, null]));
      yield {
        at: passed ? by.path : entry.path,
        place: valueAt(passed ? by.path : entry.path),
        message: 'This is put off. Who takes it up, and by when?',
        fixes: [
          ...(missing.length > 0 ? [scaffoldFields('Insert owner and date', entry.path, slots)] : []),
          ...(passed ? [scaffoldFields('Set a new date', entry.path, { by: null })] : []),
          ...(type.text ? [] : [decision('Say it is not about security', setAt([...entry.path, 'type'], 'other'))]),
        ],
      };
    }
  },
};

/** Asks which of the sensitive items in the description the project touches. */
const itemsNotNamed: Rule<Charter> = asksOnce({
  id: 'initiation/sensitive-items-not-named',
  severity: 'warning',
  kind: 'project-charter',
  core: true,
  title: 'Sensitive information not named',
  guidelines: ['INI.1'],
  speaks: 'A linked description holds sensitive information, and the charter does not name what the project touches.',
  falseAlarms: 'The project touches none of it; say so with not_applicable.',
  exceptions: 'Rarely: a charter that touches none of it says so in information_touched.',
  asks: 'information_touched',
  emptyIsOpen: true,
  when: (_root, charter: Charter) => charter.sensitiveLinked().length > 0 && charter.sensitiveLinked(),
  place: (root, _items, charter) => firstKey(charter.root, root.get('information_touched'), root.get('work_system')),
  message: (_root, items) =>
    `The linked description lists ${count(items.length, 'sensitive item')}; this project names none.`,
  related: (_root, items) => itemPlaces(items),
  fix: ['Copy the sensitive items', []],
});

/** What calls for a privacy assessment, in a sentence; nothing where the project touches no personal data. */
function privacyReason(charter: Charter): string | undefined {
  const personal = charter.touchedItems().flatMap((touched) => {
    const kind = personalDataOf(touched);
    return kind && kind !== 'none' ? [{ name: touched.name, kind }] : [];
  });
  if (personal.length === 0) return undefined;
  const special = personal.filter(({ kind }) => kind === 'special-category');
  if (special.length > 0) return `Special-category data in ${itemNames(special)}`;
  const triggers = charter.root.get('privacy_triggers').tokens();
  if (triggers.length > 0) return capital(`${names(triggers.map(hyphensOut))} with personal data`);
  for (const system of charter.systems())
    for (const activity of system.touching()) {
      const agent = system
        .performers(activity)
        .find(
          (performer) => system.technologies.includes(performer) && performer.get('kind').text === 'automated-agent',
        );
      if (agent) return `An automated agent, ${agent.name}, does part of ${activity.name}`;
    }
  return undefined;
}

const personalDataOf = ({ item, entry }: TouchedItem): string | undefined =>
  item?.get('personal_data').text ?? entry?.get('personal_data').text;

const hyphensOut = (word: string): string => keyWords(word.replaceAll('-', '_'));

const workersNotAsked: Rule<Charter> = {
  id: 'initiation/workers-not-asked',
  severity: 'information',
  kind: 'project-charter',
  core: true,
  title: 'Those who do the work not asked',
  guidelines: ['S4.10', 'S4.14'],
  speaks:
    'No group that handles sensitive information in the linked description was asked about risks or requirements.',
  quiet: 'At least one such group was asked about one of the two.',
  falseAlarms: 'The groups have other names here than in the description.',
  exceptions: 'The groups do not exist yet, or change nothing in what they do.',
  *check(charter) {
    const stakeholders = charter.root.get('stakeholders');
    const groups = charter.handlers();
    const system = charter.linked;
    if (!system || groups.length === 0 || isSpokenFor(stakeholders)) return;
    const asked = groups.some(({ id }) => {
      const consulted = stakeholders.get(id).get('consulted_on');
      if (isSpokenFor(stakeholders.get(id)) || isSpokenFor(consulted)) return true;
      return consulted.tokens().some((on) => on === 'risks' || on === 'requirements');
    });
    if (asked) return;
    yield {
      at: ['stakeholders'],
      place: firstKey(charter.root, stakeholders),
      message: `${names(groups, 2)} do the work. Were they asked about risks or requirements?`,
      related: groups.map((group) =>
        inSystem(charter, system, { ...keyAt(group.path), message: `${group.name} handle sensitive information` }),
      ),
      fixes: addGroups(charter, groups),
    };
  },
};

/** Gives each group a place among the stakeholders; those that have one keep what is said of them. */
function addGroups(charter: Charter, groups: readonly Participant[]): Fix[] {
  const open = groups.filter(({ id }) => charter.root.get('stakeholders').get(id).get('consulted_on').absent);
  const patches = open.map(({ id }) => setAt(['stakeholders', id, 'consulted_on'], []));
  return patches.length > 0 ? [{ title: 'Add the groups', kind: 'scaffold', patches }] : [];
}

/** Starting the project: Table 2, rows INI.1 and INI.2. */
export const initiation: readonly Rule<Charter>[] = [
  asksOnce({
    id: 'initiation/security-silent',
    severity: 'warning',
    kind: 'project-charter',
    core: true,
    title: 'Start-up silent on security',
    guidelines: ['INI.1'],
    speaks: 'The project touches sensitive information, and the start-up says nothing about protecting it.',
    falseAlarms: 'It was talked about, but not written down.',
    exceptions: 'The project began before charters were written.',
    asks: 'phases.initiation.security',
    when: (_root, charter: Charter) => touched(charter),
    place: (root, _items, charter) => firstKey(charter.root, root.get('phases').get('initiation'), root.get('phases')),
    message: (_root, items) =>
      `This project touches ${itemNames(items)}. The start-up says nothing yet about protecting them.`,
    related: (_root, items) => itemPlaces(items),
    fix: ['Say who looked at what', { who: null, what: null, when: null }],
  }),
  noRequirement,
  asksEach({
    id: 'initiation/requirement-unverified',
    severity: 'information',
    kind: 'project-charter',
    core: false,
    title: 'Security requirement without a check',
    guidelines: ['INI.2', 'S4.8'],
    speaks: 'A requirement of the type security does not say how one will see that it is met.',
    falseAlarms: 'The check stands in a test plan that is kept elsewhere.',
    exceptions: 'It can only be seen in use; then a review later is the check.',
    rollUp: true,
    asks: 'requirements.*.verified_by',
    of: (charter: Charter) => charter.requirements,
    when: (requirement) => requirement.get('type').text === 'security',
    message: (requirement) => `How will you know that ${requirement.name} is met?`,
    fix: ['Name the check', null],
  }),
  putOff,
  {
    ...itemsNotNamed,
    *check(charter, context) {
      for (const outcome of itemsNotNamed.check(charter, context))
        yield 'settled' in outcome ? outcome : { ...outcome, fixes: [copyItems(charter)] };
    },
  },
  asksOnce({
    id: 'initiation/privacy-assessment-undecided',
    severity: 'information',
    kind: 'project-charter',
    core: false,
    title: 'Privacy assessment undecided',
    guidelines: ['INI.1'],
    speaks:
      'The project touches personal data that are of a special category, are used in a delicate way, or are worked on by an automated agent, and nobody has decided about a privacy assessment.',
    quiet: 'The setting privacy_screening is off.',
    falseAlarms: 'The law where the work is done does not know such assessments; switch privacy_screening off.',
    exceptions: 'An assessment of another project, named in the reason, covers this one.',
    asks: 'privacy_assessment',
    when: (_root, charter: Charter, { settings }: CheckContext) => settings.privacy_screening && privacyReason(charter),
    place: (root, _reason, charter) => firstKey(charter.root, root.get('information_touched')),
    message: (_root, reason) => `${reason}. That usually calls for a privacy assessment. Has anyone decided?`,
    fix: ['Record the decision', { decision: null, decided_by: null, date: null }],
  }),
  workersNotAsked,
];

/** All sensitive items of the description; a person then takes out what the project does not touch. */
function copyItems(charter: Charter) {
  const ids = charter.sensitiveLinked().flatMap(({ item }) => item?.id ?? []);
  return decision('Copy the sensitive items', setAt(['information_touched'], ids));
}
