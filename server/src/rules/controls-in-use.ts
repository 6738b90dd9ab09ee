import { notionOf } from '../model/notion.ts';
import type { Activity, Control, Item, Participant } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { asksEach } from './asks.ts';
import { appendTo, setAt } from './fixes.ts';
import { gather } from './gathered.ts';
import { keyAt, valueAt } from './places.ts';
import { beside } from './related.ts';
import type { Fix, Related, Rule, RuleFacts } from './rule.ts';
import { clip, names } from './wordings.ts';

/** The participant groups that work with a control. */
const users = (control: Control, system: WorkSystem): readonly Participant[] =>
  system.resolve<Participant>(control.get('used_by'), 'participants');

interface Trial extends RuleFacts {
  readonly applies: (control: Control) => boolean;
  readonly message: (control: Control, groups: readonly Participant[]) => string;
  readonly place: (control: Control) => ReturnType<typeof keyAt>;
}

/** Both rules about trials: `tried_with` is absent, or names none of the groups that work with the control. */
function triedWith(trial: Trial): Rule<WorkSystem> {
  const concerned = (control: Control, system: WorkSystem): readonly Participant[] | undefined => {
    const groups = users(control, system);
    return trial.applies(control) && groups.length > 0 ? groups : undefined;
  };
  const behind = (groups: readonly Participant[]): Related[] =>
    groups.map((group) => beside(group, `${group.name} work with it`));
  const asked = asksEach({
    ...trial,
    asks: 'controls.*.tried_with',
    emptyIsOpen: true,
    of: (system: WorkSystem) => system.controls,
    when: concerned,
    related: (_control, groups) => behind(groups),
    fix: ['Name who tried it', []],
  });
  return {
    ...asked,
    *check(system, context) {
      yield* asked.check(system, context);
      for (const control of system.controls) {
        const groups = concerned(control, system);
        const tried = control.get('tried_with');
        if (!groups || tried.tokens().length === 0 || system.hasLost(tried)) continue;
        if (system.resolve<Participant>(tried).some((group) => groups.includes(group))) continue;
        yield {
          at: control.path,
          place: trial.place(control),
          section: control.holder,
          name: control.name,
          message: trial.message(control, groups),
          related: behind(groups),
          fixes: [
            {
              title: 'Name who tried it',
              kind: 'scaffold',
              patches: [appendTo([...control.path, 'tried_with'], null)],
            },
          ],
        };
      }
    },
  };
}

const isHeavy = (control: Control): boolean => control.get('effort').text === 'high';

const effortOverLimit: Rule<WorkSystem> = {
  id: 'controls/effort-over-limit',
  severity: 'warning',
  kind: 'work-system',
  core: false,
  title: 'Security steps take too long',
  guidelines: ['INF.3', 'S4.12'],
  speaks:
    'The controls that a group works with take each person more minutes a day than the setting `effort_limit_minutes`.',
  quiet: 'Controls that do not give both `minutes` and `uses_per_day` are not counted.',
  falseAlarms: 'Steps that run while people do something else cost less than their minutes.',
  exceptions: 'The work itself is checking, so that the security steps are the job.',
  *check(system, { settings }) {
    for (const group of system.participants) {
      const costs = system
        .naming(system.controls, 'used_by', group)
        .map((control) => ({ control, minutes: minutesADay(control) }))
        .filter(({ minutes }) => minutes > 0)
        .sort((a, b) => b.minutes - a.minutes);
      const sum = costs.reduce((total, { minutes }) => total + minutes, 0);
      if (sum <= settings.effort_limit_minutes) continue;
      yield {
        at: group.path,
        message: `Security steps take each of ${group.name} about ${Math.round(sum)} minutes a day.`,
        related: costs.map(({ control, minutes }) =>
          beside(control, `${control.name} takes about ${Math.round(minutes)} minutes a day`),
        ),
        fixes: lighten(costs, sum - settings.effort_limit_minutes),
      };
    }
  },
};

interface Cost {
  readonly control: Control;
  readonly minutes: number;
}

/** Minutes that each person spends on a control in a day; 0 where one of the two numbers is not given. */
const minutesADay = (control: Control): number =>
  (control.get('minutes').number ?? 0) * (control.get('uses_per_day').number ?? 0);

/**
 * Slots for the right numbers and for what changes, on as many of the longest steps as it takes. Once `redesign` is
 * given there is no slot left that would keep asking, and emptying the numbers alone would only hide the effort.
 */
function lighten(longestFirst: readonly Cost[], excess: number): Fix[] {
  const steps: Control[] = [];
  let left = excess;
  for (const { control, minutes } of longestFirst) {
    if (left <= 0) break;
    steps.push(control);
    left -= minutes;
  }
  if (steps.some((control) => !control.get('redesign').absent)) return [];
  const slots = steps.flatMap((control) => ['minutes', 'redesign'].map((key) => setAt([...control.path, key], null)));
  return [{ title: 'Correct the numbers or lighten a step', kind: 'scaffold', patches: slots }];
}

/** Responses that change the control or the rule, so that nobody has to go round it any more. */
const MENDING: ReadonlySet<string> = new Set(['remove-cause', 'lighten-control', 'adopt']);

interface Bypass {
  readonly activity: Activity;
  readonly workaround: Item;
}

/** The workarounds that go round a control and are answered in a way that leaves it as it is. */
const bypasses = notionOf('bypasses', (system: WorkSystem): ReadonlyMap<Item, readonly Bypass[]> => {
  const found = new Map<Item, Bypass[]>();
  for (const activity of system.activities)
    for (const workaround of activity.get('workarounds').list()) {
      const response = workaround.get('response');
      const kind = response.get('kind');
      // A plain sentence counts as leaving it; slots that do not say the sort yet have their own finding.
      const leavesIt = kind.given ? !MENDING.has(kind.text ?? '') : response.sentence;
      if (!response.given || response.get('done_on').given || !leavesIt) continue;
      for (const control of system.resolve(workaround.get('avoids'), 'controls'))
        gather(found, control, { activity, workaround });
    }
  return found;
});

const bypassed = asksEach({
  id: 'controls/bypassed',
  severity: 'warning',
  kind: 'work-system',
  core: true,
  title: 'Control that people go round',
  guidelines: ['INF.3', 'PRO.5'],
  speaks: 'People go round a control, the answer to it leaves the control as it is, and nothing says what will change.',
  quiet:
    'The short cut has no answer yet (activities/workaround-unanswered asks then), its cause goes away, or the answer is done.',
  exceptions: 'The short cut is used once in a while by people who know what they do, and somebody allowed it.',
  asks: 'controls.*.redesign',
  of: (system: WorkSystem) => system.controls,
  when: (control, system) => bypasses(system).get(control),
  message: (control) => `People already go round ${control.name}. What will change about it?`,
  related: (_control, found) =>
    found.map(({ activity, workaround }) => ({
      ...valueAt(workaround.path),
      message: `In ${activity.name}: ${clip(workaround.get('what').text ?? 'a short cut')}`,
    })),
  fix: ['Say what will change', null],
});

/** Controls and the people who live with them: Table 1, row INF.3, and the interviews (S4.10, S4.12). */
export const controlsInUse: readonly Rule<WorkSystem>[] = [
  triedWith({
    id: 'controls/untried',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Control not tried with its users',
    guidelines: ['S4.10', 'INF.3'],
    speaks: 'Groups work with a control, and none of them is said to have tried it before it was decided.',
    quiet: 'Its effort is high (controls/heavy-and-untried asks then). Customers who use it do not count.',
    exceptions: 'The control is prescribed from outside and could not have been otherwise.',
    rollUp: true,
    applies: (control) => !isHeavy(control),
    message: (control, groups) =>
      `${names(groups)} use ${control.name} every day. Did any of them try it before it was decided?`,
    place: (control) => keyAt(control.path),
  }),
  triedWith({
    id: 'controls/heavy-and-untried',
    severity: 'warning',
    kind: 'work-system',
    core: false,
    title: 'Heavy control not tried with its users',
    guidelines: ['INF.3', 'S4.10'],
    speaks: 'A control asks much of the groups that work with it, and none of them is said to have tried it.',
    exceptions: 'The control is prescribed from outside and could not have been otherwise.',
    applies: isHeavy,
    message: (control) =>
      `${control.name} takes much effort and was not tried by those who use it. That invites short cuts.`,
    place: (control) => valueAt([...control.path, 'effort']),
  }),
  effortOverLimit,
  bypassed,
];
