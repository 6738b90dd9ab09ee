import { guideline } from '../guidelines/index.ts';
import type { Item } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { asksEach } from './asks.ts';
import { decision, scaffold, scaffoldFields, setAt } from './fixes.ts';
import { keyAt, valueAt } from './places.ts';
import { beside } from './related.ts';
import type { Rule } from './rule.ts';

/** Every short cut that is listed, with wrong shapes and stand-ins left out. */
const allWorkarounds = (system: WorkSystem) =>
  system.activities.flatMap((activity) =>
    activity
      .get('workarounds')
      .list()
      .filter((workaround) => workaround.given),
  );

/** What takes a cause away; for all others a reminder may do. */
const REMEDIES: Readonly<Record<string, readonly string[]>> = {
  'control-effort': ['lighten-control', 'remove-cause'],
  'goal-conflict': ['remove-cause', 'adopt'],
  'missing-tool': ['remove-cause', 'adopt'],
};

const REMINDERS = ['remind', 'train', 'discipline'];

/** Short cuts: Table 1, row PRO.5. */
export const workarounds: readonly Rule<WorkSystem>[] = [
  {
    id: 'activities/workaround-unanswered',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Short cut without an answer',
    guidelines: ['PRO.5'],
    speaks: 'A short cut is known, and nothing is said about what happens to it.',
    quiet: 'A response of any kind is given; `accept` is one.',
    exceptions: 'A short cut that is being looked into until a day that is known.',
    *check(system) {
      for (const workaround of allWorkarounds(system)) {
        if (!workaround.get('response').lacking) continue;
        yield {
          at: workaround.path,
          place: valueAt(workaround.path),
          message: 'People have found a short cut. Take away its cause, make it the rule, or live with it?',
          related: system
            .resolve(workaround.get('avoids'))
            .map((avoided) => beside(avoided, `It goes round ${avoided.name}`)),
          fixes: [
            scaffold(
              'Record a response',
              [...workaround.path, 'response'],
              { kind: null, what: null, owner: null, due: null },
              guideline('PRO.5').question,
            ),
          ],
        };
      }
    },
  },
  {
    id: 'activities/workaround-response-late',
    severity: 'warning',
    kind: 'work-system',
    core: false,
    title: 'Answer to a short cut still open',
    guidelines: ['PRO.5'],
    speaks:
      'The answer to a short cut is not carried out yet, and it has no owner or its date has passed. A short cut that is accepted needs an owner as well.',
    quiet: '`done_on` is given, or the answer is one sentence.',
    exceptions: 'An answer that waits for somebody outside the firm.',
    *check(system, { today }) {
      for (const workaround of allWorkarounds(system)) {
        const response = workaround.get('response');
        if (!response.detailed || !response.get('done_on').lacking) continue;
        const due = response.get('due');
        const late = due.text !== undefined && due.text < today;
        const unowned = response.get('owner').lacking;
        if (!late && !unowned) continue;
        const slots = (['owner', 'due'] as const).filter((key) => response.get(key).absent);
        const what = [...(unowned ? ['no owner'] : []), ...(late ? [`due on ${due.text}`] : [])];
        yield {
          at: late ? due.path : response.path,
          place: late ? valueAt(due.path) : keyAt(response.path),
          message: `The answer to this short cut is still open: ${what.join(', ')}.`,
          fixes: [
            ...(slots.length > 0
              ? [
                  scaffoldFields(
                    'Give owner and date',
                    response.path,
                    Object.fromEntries(slots.map((key) => [key, null])),
                  ),
                ]
              : []),
            scaffoldFields('Record as done', response.path, { done_on: null }),
          ],
        };
      }
    },
  },
  {
    id: 'activities/reminder-only',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Reminder instead of removing the cause',
    guidelines: ['PRO.5', 'PRO.4'],
    speaks:
      'The answer to a short cut is to remind, train or discipline people, although the cause is a slow step, a clash of goals or a missing tool.',
    exceptions: 'A reminder that bridges the time until the cause is gone.',
    *check(system) {
      for (const workaround of allWorkarounds(system)) {
        const why = workaround.get('why');
        const kind = workaround.get('response').get('kind');
        const remedies = REMEDIES[why.text ?? ''];
        if (!remedies || !REMINDERS.includes(kind.text ?? '')) continue;
        yield {
          at: kind.path,
          place: valueAt(kind.path),
          message: 'Reminding people leaves the reason for the short cut in place.',
          related: [{ ...valueAt(why.path), message: 'The reason' }],
          fixes: remedies.map((remedy) =>
            decision(`Choose a response that removes the cause: ${remedy}`, setAt(kind.path, remedy)),
          ),
        };
      }
    },
  },
];

/** Short cuts that are likely: Table 1, rows PRO.5 and INF.3. */
export const shortCutsNotAsked: Rule<WorkSystem> = asksEach({
  id: 'activities/short-cuts-not-asked',
  severity: 'hint',
  kind: 'work-system',
  core: false,
  title: 'Short cuts likely but not asked about',
  guidelines: ['PRO.5', 'INF.3'],
  speaks:
    'An activity touches sensitive information, has a target for speed, volume or cost and a security step that takes high effort, and nobody seems to have asked those who do it about short cuts.',
  quiet: 'Short cuts are listed; an empty list says that there are none.',
  exceptions: 'The step is about to be replaced.',
  asks: 'activities.*.workarounds_asked',
  of: (system: WorkSystem) => system.touching(),
  when: (activity, system) => {
    const slow = system.resolve(activity.get('security_steps')).filter((step) => step.get('effort').text === 'high');
    return slow.length > 0 && system.pressureOn(activity) !== undefined && slow;
  },
  orElse: (activity) => !activity.get('workarounds').lacking,
  message: () => 'A tight target and a slow step often lead to short cuts. Have you asked those who do it?',
  related: (_activity, slow: readonly Item[]) => slow.map((step) => beside(step, `${step.name} takes high effort`)),
  fix: ['Record that you asked', { whom: null, date: null }],
});
