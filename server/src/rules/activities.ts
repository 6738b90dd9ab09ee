import { guideline } from '../guidelines/index.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { standing } from './answers.ts';
import { asksEach } from './asks.ts';
import { scaffold, scaffoldFields } from './fixes.ts';
import { handOverUnprotected } from './hand-overs.ts';
import { keyAt, valueAt } from './places.ts';
import { beside, sensitiveItems } from './related.ts';
import type { Rule } from './rule.ts';
import { weaknesses } from './weaknesses.ts';
import { clip, names } from './wordings.ts';
import { shortCutsNotAsked, workarounds } from './workarounds.ts';

/** What a decision of that kind cannot do without, and how a message names it. */
const NEEDED = {
  escalate: [['to', 'whom to ask']],
  'performance-first': [
    ['approved_by', 'who allowed it'],
    ['until', 'until when'],
  ],
} as const;

/** Activities: Table 1, rows PRO.1 to PRO.5. */
export const activities: readonly Rule<WorkSystem>[] = [
  ...weaknesses,
  asksEach({
    id: 'activities/unwatched',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Nobody would notice skipped rules',
    guidelines: ['PRO.3', 'OPS.0'],
    speaks:
      'An activity touches sensitive information, and nothing is said about who would notice that rules are skipped.',
    exceptions: 'An activity in which a program leaves no other way than the safe one.',
    rollUp: true,
    asks: 'activities.*.watched_by',
    of: (system: WorkSystem) => system.touching(),
    when: (activity, system) => system.touches(activity),
    message: () => 'Who would notice if the rules were skipped in this activity?',
    related: (_activity, items) => sensitiveItems(items),
    fix: ['Say who looks, how and how often', { who: null, how: null, every: null }],
  }),
  asksEach({
    id: 'activities/goal-conflict-unresolved',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Target and security step may clash',
    guidelines: ['PRO.4', 'S4.12'],
    speaks:
      'An activity has a target for speed, volume or cost, or those who do it are rewarded for such, and it has a security step. Nothing says what comes first when both cannot be met.',
    falseAlarms: 'A step that takes no time, such as a lock that works alone: say `security-first`.',
    exceptions: 'A target that is about to be dropped.',
    asks: 'activities.*.when_goals_conflict',
    of: (system: WorkSystem) => system.activities,
    when: (activity, system) => {
      const pressure = system.pressureOn(activity);
      const [step] = system.resolve(activity.get('security_steps'));
      return pressure && step && { pressure, step };
    },
    message: (_activity, { pressure, step }) =>
      `There is a target (${clip(pressure.words)}) and a security step (${step.name}). What should people do when both cannot be met?`,
    related: (_activity, { pressure, step }) => [
      { ...valueAt(pressure.source.path), message: 'The target' },
      beside(step, 'The security step'),
    ],
    fix: ['Decide what comes first', { rule: null }],
  }),
  {
    id: 'activities/conflict-rule-unowned',
    severity: 'warning',
    kind: 'work-system',
    core: false,
    title: 'Priority rule without a name',
    guidelines: ['PRO.4'],
    speaks:
      'People are to ask somebody who is not named; or the target comes first, and it is not said who allowed that and until when, or that day has passed.',
    quiet: '`rule` is `security-first`, or the answer is one sentence.',
    *check(system, { today }) {
      for (const activity of system.activities) {
        const conflict = activity.get('when_goals_conflict');
        const rule = conflict.get('rule').text;
        if (rule !== 'escalate' && rule !== 'performance-first') continue;
        const absent = NEEDED[rule].filter(([key]) => conflict.get(key).lacking);
        const until = rule === 'performance-first' ? conflict.get('until').text : undefined;
        const over = until !== undefined && until < today ? [`a new last day (it was ${until})`] : [];
        const missing = [...absent.map(([, words]) => words), ...over];
        if (missing.length === 0) continue;
        yield {
          at: conflict.path,
          place: keyAt(conflict.path),
          message: `${rule} needs a name: ${names(missing)}.`,
          fixes:
            absent.length === 0
              ? []
              : [
                  scaffoldFields(
                    'Insert the missing slots',
                    conflict.suppliedBy ?? conflict.path,
                    Object.fromEntries(absent.map(([key]) => [key, null])),
                  ),
                ],
        };
      }
    },
  },
  ...workarounds,
  {
    id: 'activities/policy-not-visible',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Policy shows in no step',
    guidelines: ['PRO.2'],
    speaks: 'An activity touches sensitive information, and it names neither a policy it follows nor a security step.',
    exceptions: 'An activity for which the policy asks nothing of anybody.',
    rollUp: true,
    *check(system, { today }) {
      for (const activity of system.touching()) {
        const belongs = { at: activity.path, section: activity.holder };
        const said = [activity.get('follows'), activity.get('security_steps')].find((list) => !list.empty);
        const stands = said ? standing(said, today) : 'open';
        if (stands === 'unusable') continue;
        if (stands !== 'open') yield { ...belongs, settled: stands };
        else
          yield {
            ...belongs,
            name: activity.name,
            message: 'Nothing here says how the security rules show in this activity.',
            fixes: [
              scaffold('Name the policy', [...activity.path, 'follows'], [], guideline('PRO.2').question),
              scaffold('Name a security step', [...activity.path, 'security_steps'], [], guideline('PRO.2').question),
            ],
          };
      }
    },
  },
  handOverUnprotected,
  shortCutsNotAsked,
];
