import { addTo } from '../formats/dates.ts';
import type { Reading } from '../formats/reading.ts';
import { notionOf } from '../model/notion.ts';
import type { Activity, Information, Item, Participant, Policy } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import type { Patch } from '../yaml/node.ts';
import { asksEach, asksOnce } from './asks.ts';
import { added, appendTo, decision, scaffold, setAt } from './fixes.ts';
import { firstKey, valueAt } from './places.ts';
import { beside } from './related.ts';
import type { Fix, Rule } from './rule.ts';
import { names } from './wordings.ts';

const all = (system: WorkSystem): readonly Policy[] => system.policies;
const formOf = (policy: Policy): string | undefined => policy.get('form').text;
const sectionOf = (policy: Policy) => policy.holder;

/** The groups that are said to know a policy; undefined where there are none. */
const knowing = (policy: Policy, system: WorkSystem): readonly Participant[] | undefined => {
  const groups = system.resolve<Participant>(policy.get('known_by'));
  return groups.length > 0 ? groups : undefined;
};

/** The handler groups that a policy is meant for and that are not among those who know it. */
function unaware(policy: Policy, system: WorkSystem): readonly Participant[] {
  const known = knowing(policy, system);
  if (!known || formOf(policy) === 'in-development' || system.hasLost(policy.get('known_by'))) return [];
  const meant = policy.get('applies_to');
  const groups = new Set(meant.tokens().length > 0 ? system.resolve<Participant>(meant) : system.handlers());
  for (const group of known) groups.delete(group);
  return system.handlers().filter((group) => groups.has(group));
}

/** More groups than that are not pointed at one by one, and not added all at once: every policy may lack them all. */
const MOST_GROUPS = 100;

const unknownToGroup: Rule<WorkSystem> = {
  id: 'environment/policy-unknown-to-group',
  severity: 'warning',
  kind: 'work-system',
  core: true,
  title: 'Policy unknown to a group that needs it',
  guidelines: ['ENV.1', 'PAR.1'],
  speaks: 'Some groups know a policy, but a group that handles sensitive information is not among them.',
  quiet: 'The policy is still in development, or `applies_to` leaves the group out.',
  exceptions: 'The group has just joined and is told by a date that is set.',
  *check(system) {
    for (const policy of system.policies) {
      const unknowing = unaware(policy, system);
      if (unknowing.length === 0) continue;
      const groups = unknowing.slice(0, MOST_GROUPS);
      const at = [...policy.path, 'known_by'];
      yield {
        at,
        place: valueAt(at),
        message: `${names(unknowing)} handle sensitive information but are not among those who know ${policy.name}.`,
        related: groups.map((group) => beside(group, `${group.name} handle ${names(system.handled(group), 2)}`)),
        fixes: [
          ...(unknowing.length <= MOST_GROUPS ? [adding(policy, unknowing)] : []),
          ...narrowing(policy, unknowing),
        ],
      };
    }
  },
};

const adding = (policy: Policy, groups: readonly Participant[]): Fix =>
  decision(
    'Add the group once they know it',
    ...added(
      policy.get('known_by'),
      groups.map(({ id }) => id),
    ),
  );

/** Leaves groups out of those a policy is meant for: by hand where it is meant for all, else by taking them out. */
function narrowing(policy: Policy, groups: readonly Participant[]): Fix[] {
  const at = [...policy.path, 'applies_to'];
  const title = 'Narrow applies_to';
  const meant = policy.get('applies_to').tokens();
  if (meant.length === 0) return [scaffold(title, at, [])];
  const out = new Set(groups.map(({ id }) => id));
  const left = meant.filter((id) => !out.has(id));
  return left.length > 0 ? [decision(title, setAt(at, left))] : [];
}

/** The policies that a step, a training or a protection refers to. */
const referredTo = notionOf('policies referred to', (system: WorkSystem): ReadonlySet<Item> => {
  const references: Reading<unknown>[] = [
    ...system.activities.flatMap((activity) => [activity.get('follows'), activity.get('exception_to')]),
    ...system.participants.flatMap((group) => [
      group.get('awareness').get('policies'),
      group.get('training').get('covers'),
    ]),
    ...system.information.map((item) => item.get('protections')),
  ];
  return new Set(references.flatMap((reference) => system.resolve(reference, 'policies')));
});

const touchesNothing: Rule<WorkSystem> = {
  id: 'environment/policy-touches-nothing',
  severity: 'information',
  kind: 'work-system',
  core: true,
  title: 'Policy that touches no work',
  guidelines: ['ENV.1', 'PRO.2'],
  rollUp: true,
  speaks: 'There is work with sensitive information, and no step, training or protection refers to the policy.',
  exceptions: 'The policy is about other work and stands here for completeness.',
  *check(system) {
    if (system.touching().length === 0) return;
    for (const policy of system.policies) {
      const section = sectionOf(policy);
      if (referredTo(system).has(policy)) yield { settled: 'answered', at: policy.path, section };
      else
        yield {
          at: policy.path,
          section,
          name: policy.name,
          message: `No step, training or protection described here refers to ${policy.name}.`,
          fixes: linking(policy, system),
        };
    }
  },
};

/** Offers the first activities that can take a further policy; those with a stand-in for it are left alone. */
const linking = (policy: Policy, system: WorkSystem): Fix[] =>
  linkable(system).map(({ name, follows }) =>
    decision(`Link it to activity “${name}”`, ...added(follows, [policy.id])),
  );

const linkable = notionOf('linkable activities', (system: WorkSystem) =>
  system
    .touching()
    .map((activity) => ({ name: activity.name, follows: activity.get('follows') }))
    .filter(({ follows }) => follows.absent || follows.given)
    .slice(0, 3),
);

/** Room for a control in each place that has none. */
const addControls = (...patches: readonly Patch[]): Fix => ({ title: 'Add a control', kind: 'scaffold', patches });

/** What an unwritten rule alone protects: activities whose only security it is, and items it is the only protection of. */
function protectedAlone(policy: Policy, system: WorkSystem): { activities: Activity[]; items: Information[] } {
  const isOnly = (references: Reading<unknown>): boolean => references.tokens().length === 1;
  return {
    activities: system
      .naming(system.touching(), 'follows', policy)
      .filter((activity) => isOnly(activity.get('follows')) && activity.get('security_steps').empty),
    items: system
      .naming(system.sensitive(), 'protections', policy)
      .filter((item) => isOnly(item.get('protections')) && system.controlsOf(item).length === 0),
  };
}

const unwrittenAlone: Rule<WorkSystem> = {
  id: 'environment/unwritten-policy-alone',
  severity: 'information',
  kind: 'work-system',
  core: false,
  title: 'Unwritten rule is all there is',
  guidelines: ['S4.2', 'ENV.1'],
  speaks:
    'A rule that is informal or still in development is the only one an activity with sensitive information follows, or the only protection of a sensitive item.',
  quiet: 'The activity has a security step, or a control protects the item.',
  exceptions: 'A few people sit in one room and have kept the rule for years.',
  *check(system) {
    for (const policy of system.policies) {
      const form = formOf(policy);
      if (form !== 'informal' && form !== 'in-development') continue;
      const { activities, items } = protectedAlone(policy, system);
      const alone: Item[] = [...activities, ...items];
      if (alone.length === 0) continue;
      const at = [...policy.path, 'form'];
      yield {
        at,
        place: valueAt(at),
        message: `An unwritten rule is all that protects ${names(alone)}.`,
        related: [
          ...activities.map((activity) => beside(activity, `${activity.name} has no security step`)),
          ...items.map((item) => beside(item, `${item.name} has no control`)),
        ],
        fixes: [
          addControls(
            ...activities.map((activity) => setAt([...activity.path, 'security_steps'], [])),
            ...items.map((item) => appendTo([...item.path, 'protections'], null)),
          ),
        ],
      };
    }
  },
};

const proven = asksEach({
  id: 'environment/knowledge-unproven',
  severity: 'information',
  kind: 'work-system',
  core: false,
  title: 'No sign that the policy is known',
  guidelines: ['ENV.1', 'S4.1'],
  speaks: 'Groups are said to know a policy, and nothing shows it, or what shows it is old.',
  quiet: 'The evidence is at most as old as the setting `evidence_max_age_months` allows.',
  exceptions: 'The policy came into force a few weeks ago.',
  rollUp: true,
  asks: 'environment.policies.*.evidence',
  of: all,
  when: knowing,
  message: howKnown,
  fix: ['Say how you know', { what: null, date: null }],
});

function howKnown(policy: Policy, groups: readonly Participant[]): string {
  return `How do you know that ${names(groups)} know ${policy.name}?`;
}

const knowledgeUnproven: Rule<WorkSystem> = {
  ...proven,
  *check(system, context) {
    yield* proven.check(system, context);
    for (const policy of system.policies) {
      const groups = knowing(policy, system);
      const date = policy.get('evidence').get('date').text;
      if (!groups || !date || addTo(date, context.settings.evidence_max_age_months) >= context.today) continue;
      const at = [...policy.path, 'evidence', 'date'];
      const message = howKnown(policy, groups);
      yield {
        at,
        place: valueAt(at),
        section: sectionOf(policy),
        name: policy.name,
        message,
        fixes: [scaffold('Say how you know', at, null, message)],
      };
    }
  },
};

/** Environment: Table 1, rows ENV.1 and ENV.2. */
export const environment: readonly Rule<WorkSystem>[] = [
  asksEach({
    id: 'environment/policy-unknown-to-anyone',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Policy nobody is said to know',
    guidelines: ['ENV.1', 'S4.2'],
    speaks: 'There is a policy and there are people, and nothing says who knows it.',
    quiet: 'The policy is still in development.',
    exceptions: 'The policy binds people outside this work only.',
    rollUp: true,
    asks: 'environment.policies.*.known_by',
    emptyIsOpen: true,
    of: all,
    when: (policy, system) => formOf(policy) !== 'in-development' && system.participants.length > 0,
    message: (policy) => `There is a policy, ${policy.name}. Who knows it?`,
    fix: ['Name the groups that know it', []],
  }),
  unknownToGroup,
  touchesNothing,
  unwrittenAlone,
  asksOnce({
    id: 'environment/no-threat-watch',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Nobody follows new threats',
    guidelines: ['ENV.2'],
    speaks: 'Some information is sensitive, and nobody is said to follow new frauds and threats.',
    exceptions: 'The organisation does this for all its work, and its description says who.',
    asks: 'environment.threat_watch',
    when: (_root, system: WorkSystem) => system.sensitive().length > 0,
    place: (root) => firstKey(root, root.get('environment')),
    message: () => 'Who keeps an eye on new frauds and threats for this work, and how often?',
    fix: ['Say who looks, how and how often', { who: null, how: null, every: null }],
  }),
  knowledgeUnproven,
];
