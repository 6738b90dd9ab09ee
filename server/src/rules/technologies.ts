import type { Activity, Information, Technology } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { asksEach } from './asks.ts';
import { decision, scaffoldFields, setAt } from './fixes.ts';
import { valueAt } from './places.ts';
import { beside, sensitiveItems } from './related.ts';
import type { Related, Report, Rule } from './rule.ts';
import { choices, names } from './wordings.ts';

const all = (system: WorkSystem): readonly Technology[] => system.technologies;

/** The sensitive items a technology handles; undefined where there are none, since then nothing is asked of it. */
const handled = (technology: Technology, system: WorkSystem): readonly Information[] | undefined => {
  const items = system.handledBy(technology);
  return items.length > 0 ? items : undefined;
};

const touchingWith = (technology: Technology, system: WorkSystem): readonly Activity[] => {
  const concerned = new Set(
    ['with', 'performed_by'].flatMap((key) => system.naming(system.touching(), key, technology)),
  );
  return concerned.size > 0 ? system.touching().filter((activity) => concerned.has(activity)) : [];
};

const activitiesBehind = (activities: readonly Activity[]): Related[] =>
  activities.map((activity) => beside(activity, `${activity.name} touches sensitive information`));

const DANGERS = ['intrusion', 'theft', 'sabotage'] as const;

const guard = (technology: Technology, items: readonly Information[], missing: readonly string[]): string =>
  `${technology.name} handles ${names(items, 2)}. What protects it against ${choices(missing)}?`;

const guarded = asksEach({
  id: 'technologies/unprotected',
  severity: 'warning',
  kind: 'work-system',
  core: true,
  title: 'Tool not guarded',
  guidelines: ['TEC.1'],
  speaks:
    'A tool handles sensitive information, and nothing says what guards it against break-in, theft and sabotage, or only some of the three are answered.',
  quiet:
    'One plain sentence answers all three. Theft alone is not asked of tools that a provider owns; of portable ones technologies/portable-store asks it.',
  exceptions: 'The tool is replaced soon and the date is set.',
  rollUp: true,
  asks: 'technologies.*.protections',
  of: all,
  when: handled,
  message: (technology, items) => guard(technology, items, DANGERS),
  related: (_technology, items) => sensitiveItems(items),
  fix: ['Insert the slots', { intrusion: null, theft: null, sabotage: null }],
});

/** The dangers that slots, where they are given, say nothing of. */
function unanswered(technology: Technology): (typeof DANGERS)[number][] {
  const protections = technology.get('protections');
  if (!protections.detailed) return [];
  const theftElsewhere = technology.get('ownership').text === 'provider' || technology.get('portable').flag === true;
  return DANGERS.filter((danger) => protections.get(danger).absent && !(danger === 'theft' && theftElsewhere));
}

const unprotected: Rule<WorkSystem> = {
  ...guarded,
  *check(system, context) {
    yield* guarded.check(system, context);
    for (const technology of system.technologies) {
      const items = handled(technology, system);
      const missing = unanswered(technology);
      const [only] = missing;
      if (!items || only === undefined) continue;
      const at = [...technology.path, 'protections'];
      // What a default supplies is completed there: slots of its own would hide the rest of the default.
      const owner = technology.get('protections').suppliedBy ?? at;
      yield {
        at,
        section: technology.holder,
        name: technology.name,
        // With one slot missing, “does not apply” can stand in it; with several it would be unclear in which.
        ...(missing.length === 1 && { asked: [...owner, only] }),
        message: guard(technology, items, missing),
        related: sensitiveItems(items),
        fixes: [scaffoldFields('Insert the slots', owner, Object.fromEntries(missing.map((danger) => [danger, null])))],
      } satisfies Report;
    }
  },
};

const sharedSignIn: Rule<WorkSystem> = {
  id: 'technologies/shared-sign-in',
  severity: 'warning',
  kind: 'work-system',
  core: false,
  title: 'Shared or missing sign-in',
  guidelines: ['TEC.1'],
  speaks: 'A tool handles sensitive information, and people use it with a shared sign-in or with none.',
  quiet: 'The tool is a program that acts alone.',
  falseAlarms: 'A shared screen in a room where everybody sees who stands at it.',
  exceptions: 'The maker of the tool allows one sign-in only, and something else records who used it.',
  *check(system) {
    for (const technology of system.technologies) {
      const items = handled(technology, system);
      const signIn = technology.get('sign_in').text;
      if (!items || (signIn !== 'shared' && signIn !== 'none')) continue;
      if (technology.get('kind').text === 'automated-agent') continue;
      const at = [...technology.path, 'sign_in'];
      yield {
        at,
        place: valueAt(at),
        message: `With sign-in ${signIn} nobody can tell who did what with ${names(items, 2)}.`,
        fixes: [decision('Change to personal once that is true', setAt(at, 'personal'))],
      };
    }
  },
};

/** Technologies: Table 1, rows TEC.1 and TEC.2. */
export const technologies: readonly Rule<WorkSystem>[] = [
  unprotected,
  asksEach({
    id: 'technologies/unwatched',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Nobody would notice odd use',
    guidelines: ['TEC.2'],
    speaks: 'A tool handles sensitive information, and nobody is said to look for odd behaviour or use.',
    exceptions: 'The tool keeps no record that anybody could look at.',
    rollUp: true,
    asks: 'technologies.*.watched_by',
    of: all,
    when: handled,
    message: (technology) => `Who would see that ${technology.name} behaves or is used in an unusual way?`,
    fix: ['Say who looks, how and how often', { who: null, how: null, every: null }],
  }),
  asksEach({
    id: 'technologies/personal-device-rule-missing',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Own devices without a rule',
    guidelines: ['TEC.1', 'IMP.2'],
    speaks: 'People handle sensitive information on a device of their own, and no rule says what may be done on it.',
    exceptions: 'Own devices are being withdrawn, and the date is set.',
    rollUp: true,
    asks: 'technologies.*.personal_device_rule',
    of: all,
    when: (technology, system) => technology.get('ownership').text === 'personal' && handled(technology, system),
    message: (technology, items) =>
      `${technology.name} belongs to the people themselves. What may be done on it with ${names(items, 2)}?`,
    related: (technology, _items, system) => activitiesBehind(touchingWith(technology, system)),
    fix: ['State the rule', null],
  }),
  asksEach({
    id: 'technologies/agent-unattended',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Nobody answers for the program',
    guidelines: ['TEC.2', 'S4.4'],
    speaks: 'A program that acts alone performs an activity with sensitive information, and nobody answers for it.',
    exceptions: 'The program only passes things on that a person then reads.',
    rollUp: true,
    asks: 'technologies.*.overseen_by',
    of: all,
    when: (technology, system) => {
      if (technology.get('kind').text !== 'automated-agent') return undefined;
      const done = system.naming(system.touching(), 'performed_by', technology);
      return done.length > 0 ? done : undefined;
    },
    message: (_technology, done) => `A program does “${names(done, 2)}”. Who answers for what it does?`,
    related: (_technology, done) => activitiesBehind(done),
    fix: ['Name a post', null],
  }),
  sharedSignIn,
  asksEach({
    id: 'technologies/portable-store',
    severity: 'warning',
    kind: 'work-system',
    core: false,
    title: 'Portable tool without help against loss',
    guidelines: ['TEC.1'],
    speaks: 'A tool that can be carried away handles sensitive information, and its protections say nothing of theft.',
    quiet: 'The protections are not given at all (technologies/unprotected asks then) or given as a plain sentence.',
    exceptions: 'The tool shows the information but keeps nothing.',
    asks: 'technologies.*.protections.theft',
    of: all,
    when: (technology, system) =>
      technology.get('portable').flag === true && technology.get('protections').detailed && handled(technology, system),
    message: (technology, items) =>
      `${technology.name} can be lost or stolen with ${names(items, 2)} on it. What then?`,
    fix: ['Say what helps against loss', null],
  }),
];
