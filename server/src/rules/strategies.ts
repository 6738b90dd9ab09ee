import type { Reading } from '../formats/reading.ts';
import type { Policy } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { asksOnce } from './asks.ts';
import { appendTo, scaffoldFields } from './fixes.ts';
import { firstKey, valueAt } from './places.ts';
import { beside } from './related.ts';
import type { Rule } from './rule.ts';
import { choices } from './wordings.ts';

/** A wrong shape or a stand-in: it has its own say, and nothing below it is asked for. */
const hasOwnSay = (reading: Reading<unknown>): boolean =>
  ['wrong', 'not-applicable', 'ask-later'].includes(reading.state);

/** True when the aim for security stands on another level than that of the work system. */
const isAimElsewhere = (system: WorkSystem): boolean =>
  (['department', 'organisation'] as const).some((level) => {
    const stance = system.root.get('strategies').get(level);
    return hasOwnSay(stance) || !stance.get('security').absent;
  });

/** What an entry in `differences` is to say. */
const SAYS = {
  benefits: 'what is gained',
  problems: 'what it costs',
  decided_by: 'who decided it',
} as const;
const SLOTS = Object.keys(SAYS) as (keyof typeof SAYS)[];

/** Strategies: Table 1, rows STR.1 and STR.2. */
export const strategies: readonly Rule<WorkSystem>[] = [
  asksOnce({
    id: 'strategies/no-security-aim',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'No aim for security',
    guidelines: ['STR.1'],
    speaks:
      'There is sensitive information, and an aim for security is named neither for this work nor for the department or the organisation.',
    exceptions: 'Work that is about to end.',
    asks: 'strategies.work_system.security',
    when: (_root, system: WorkSystem) => system.sensitive().length > 0,
    orElse: (_root, _facts, system) => isAimElsewhere(system),
    place: (root, _facts) => firstKey(root, root.get('strategies')),
    message: () => 'What does this work system aim for in security?',
    fix: ['State an aim', { aim: null, measure: null }],
  }),
  {
    id: 'strategies/departure-not-weighed',
    severity: 'warning',
    kind: 'work-system',
    core: false,
    title: 'Departure from policy not weighed',
    guidelines: ['STR.2'],
    speaks:
      'An activity departs from a policy on purpose, and no difference under `strategies` says what that gains and what it costs.',
    exceptions: 'A departure that the policy itself provides for.',
    *check(system) {
      const differences = system.root.get('strategies').get('differences');
      if (hasOwnSay(system.root.get('strategies')) || hasOwnSay(differences)) return;
      const weighed = new Set(differences.list().map((entry) => entry.get('policy').text));
      for (const activity of system.activities) {
        const departures = activity.get('exception_to');
        for (const token of departures.elements) {
          const policy = system.target(token.text ?? '', departures.field.to ?? [])?.item as Policy | undefined;
          if (!policy || weighed.has(policy.id)) continue;
          yield {
            at: token.path,
            place: valueAt(token.path),
            message: `This departs from ${policy.name}. Were gains and problems weighed?`,
            related: [beside(policy, 'The policy')],
            fixes: [
              {
                title: 'Add the difference',
                kind: 'scaffold',
                patches: [
                  appendTo(['strategies', 'differences'], {
                    what: null,
                    policy: policy.id,
                    benefits: null,
                    problems: null,
                    decided_by: null,
                  }),
                ],
              },
            ],
          };
        }
      }
    },
  },
  {
    id: 'strategies/difference-half-described',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Difference only half described',
    guidelines: ['STR.2'],
    speaks:
      'A departure from the rules of the organisation does not say what is gained, what it costs or endangers, or who decided it. One that is only a sentence says none of these.',
    *check(system) {
      for (const difference of system.root.get('strategies').get('differences').list()) {
        if (!difference.given) continue;
        const missing = SLOTS.filter((slot) => difference.get(slot).lacking);
        const absent = missing.filter((slot) => difference.get(slot).absent);
        if (missing.length === 0) continue;
        yield {
          at: difference.path,
          place: valueAt(difference.path),
          message: `This difference does not yet say ${choices(missing.map((slot) => SAYS[slot]))}.`,
          fixes:
            absent.length === 0
              ? []
              : [
                  scaffoldFields(
                    'Insert the missing slots',
                    difference.path,
                    Object.fromEntries(absent.map((slot) => [slot, null])),
                  ),
                ],
        };
      }
    },
  },
];
