import { addTo, type Day, parseInterval } from '../formats/dates.ts';
import { guideline } from '../guidelines/index.ts';
import { notionOf } from '../model/notion.ts';
import type { Control, Item } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { asksEach } from './asks.ts';
import { controlsInUse } from './controls-in-use.ts';
import { decision, scaffold, scaffoldFields } from './fixes.ts';
import { valueAt } from './places.ts';
import type { Rule } from './rule.ts';

const all = (system: WorkSystem): readonly Control[] => system.controls;

/** The controls that a security step or a protection names. */
const named = notionOf(
  'controls named',
  (system: WorkSystem): ReadonlySet<Item> =>
    new Set([
      ...system.activities.flatMap((activity) => system.resolve(activity.get('security_steps'))),
      ...system.information.flatMap((item) => system.resolve(item.get('protections'), 'controls')),
    ]),
);

const isAtWork = (control: Control, system: WorkSystem): boolean =>
  named(system).has(control) || system.resolve(control.get('protects')).length > 0;

const dated = asksEach({
  id: 'controls/never-tested',
  severity: 'warning',
  kind: 'work-system',
  core: true,
  title: 'Control never tested',
  guidelines: ['S4.8'],
  speaks: 'A control is at work, and nothing says how often or when anybody checked that it does what it should.',
  quiet: 'One of the two dates is given; controls/test-overdue then asks for the other.',
  exceptions: 'The control starts on a date that is set.',
  rollUp: true,
  asks: 'controls.*.test_every',
  of: all,
  when: isAtWork,
  orElse: (control) => !control.get('last_tested').lacking,
  message: (control) => `When did anybody last check that ${control.name} works?`,
  fix: ['Insert the dates', null],
});

const neverTested: Rule<WorkSystem> = {
  ...dated,
  *check(system, context) {
    for (const outcome of dated.check(system, context)) {
      if ('settled' in outcome) yield outcome;
      else
        yield {
          ...outcome,
          fixes: [scaffoldFields('Insert the dates', outcome.at, { test_every: null, last_tested: null })],
        };
    }
  },
};

const testOverdue: Rule<WorkSystem> = {
  id: 'controls/test-overdue',
  severity: 'warning',
  kind: 'work-system',
  core: true,
  title: 'Test of a control overdue',
  guidelines: ['S4.8'],
  speaks: 'The next test of a control was due before today, or only one of `test_every` and `last_tested` is given.',
  quiet: 'The interval is a phrase such as “after each release”; then nothing can be overdue.',
  exceptions: 'The test has been put off to a date that is set.',
  *check(system, { today }) {
    for (const control of system.controls) {
      const every = control.get('test_every');
      const last = control.get('last_tested');
      const at = [...control.path, 'last_tested'];
      const missing = (key: string) => [
        scaffold('Insert what is missing', [...control.path, key], null, guideline('S4.8').question),
      ];
      const say = (what: string) => ({ place: valueAt(at), message: `${control.name}: ${what}.` });
      if (every.given && last.lacking) {
        yield { at: control.path, ...say('nothing says when it was last tested'), fixes: missing('last_tested') };
      } else if (every.absent && last.text) {
        const what = `last tested on ${last.text}, and nothing says how often that is due`;
        yield { at: control.path, ...say(what), fixes: missing('test_every') };
      } else if (last.text && every.text) {
        const due = dueAfter(last.text, every.text);
        if (due && due < today) yield { at: control.path, ...say(`last tested on ${last.text}, due again by ${due}`) };
      }
    }
  },
};

/** The day on which something is due again; undefined for an interval in words. */
function dueAfter(last: Day, every: string): Day | undefined {
  const interval = parseInterval(every);
  return interval && addTo(last, ...interval);
}

const changeNotTold: Rule<WorkSystem> = {
  id: 'controls/change-not-told',
  severity: 'information',
  kind: 'work-system',
  core: false,
  title: 'Users not told of a change',
  guidelines: ['S4.9'],
  speaks: 'A control changed after its users were last told, or nothing says that they were told at all.',
  quiet: 'Nobody is named in `used_by`.',
  exceptions: 'The change makes no difference to those who use it.',
  *check(system) {
    for (const control of system.controls) {
      const changed = control.get('changed').text;
      const told = control.get('users_told');
      if (!changed || control.get('used_by').tokens().length === 0) continue;
      if (!told.lacking && !(told.text && told.text < changed)) continue;
      const at = [...control.path, 'changed'];
      yield {
        at,
        place: valueAt(at),
        message: told.text
          ? `${control.name} changed on ${changed}; its users were last told on ${told.text}.`
          : `${control.name} changed on ${changed}; nothing says when its users were told.`,
        fixes: [
          scaffold('Record when they were told', [...control.path, 'users_told'], null, guideline('S4.9').question),
        ],
      };
    }
  },
};

/** The controls that something else points to, so that taking them out would leave a gap. */
const mentioned = notionOf(
  'controls mentioned',
  (system: WorkSystem): ReadonlySet<Item> =>
    new Set(
      system.activities.flatMap((activity) => [
        ...activity
          .get('workarounds')
          .list()
          .flatMap((workaround) => system.resolve(workaround.get('avoids'))),
        ...activity
          .get('hand_overs')
          .list()
          .flatMap((handOver) => system.resolve(handOver.get('protected_by'))),
      ]),
    ),
);

const onPaperOnly: Rule<WorkSystem> = {
  id: 'controls/on-paper-only',
  severity: 'information',
  kind: 'work-system',
  core: false,
  title: 'Control on paper only',
  guidelines: ['PRO.2', 'ENV.1'],
  speaks: 'No activity and no information refers to a control, or it has neither an owner nor anybody who uses it.',
  quiet: 'A control given as a plain sentence is not asked for owner and users.',
  falseAlarms: 'A control that is named only in `protected_by` of a hand-over.',
  exceptions: 'The control is planned and starts on a date that is set.',
  *check(system) {
    for (const control of system.controls) {
      const linked = named(system).has(control) || !control.get('protects').empty;
      const [ownerless, unused] = [control.get('owner').lacking, control.get('used_by').empty];
      const missing = [
        ...(linked ? [] : ['no activity and no information refers to it']),
        ...(control.detailed && ownerless && unused ? ['it has neither an owner nor users'] : []),
      ];
      if (missing.length === 0) continue;
      const slots = {
        ...(!linked && { protects: [] }),
        ...(ownerless && { owner: null }),
        ...(unused && { used_by: [] }),
      };
      yield {
        at: control.path,
        message: `${control.name} stands on paper only: ${missing.join(', and ')}.`,
        fixes: [
          scaffoldFields('Link it', control.path, slots),
          ...(linked || mentioned(system).has(control)
            ? []
            : [decision('Remove it', { op: 'remove', at: control.path })]),
        ],
      };
    }
  },
};

/** Controls: what keeps them alive, from the interviews (S4.8, S4.9) and Table 1, rows PRO.2 and ENV.1. */
export const controls: readonly Rule<WorkSystem>[] = [
  neverTested,
  testOverdue,
  changeNotTold,
  ...controlsInUse,
  onPaperOnly,
];
