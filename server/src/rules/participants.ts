import { guideline } from '../guidelines/index.ts';
import type { Activity, Information, Participant } from '../model/sections.ts';
import { isPush, type WorkSystem } from '../model/work-system.ts';
import { asksEach } from './asks.ts';
import { scaffold, scaffoldFields } from './fixes.ts';
import { keyAt, valueAt } from './places.ts';
import { beside, sensitiveItems } from './related.ts';
import type { Fix, Rule } from './rule.ts';
import { trainingTooGeneral } from './training.ts';
import { names } from './wordings.ts';

/** The sensitive items a group handles, where it does; see `handler` in the format reference. */
const handled = (group: Participant, system: WorkSystem): readonly Information[] | undefined => {
  const items = system.handled(group);
  return items.length > 0 ? items : undefined;
};

const OUTSIDE = ['agency', 'contractors', 'supplier'];

type Incentive = ReturnType<ReturnType<typeof incentivesOf>['list']>[number];
const incentivesOf = (group: Participant) => group.get('incentives');

/** True when nothing balances a push for speed, volume or cost, and nobody has said why that does no harm. */
function pullsAway(incentive: Incentive): boolean {
  if (!incentive.given || !isPush(incentive.get('kind').text) || !incentive.get('counterweight').lacking) return false;
  const effect = incentive.get('effect');
  return (
    effect.lacking || effect.text === 'undermines' || (effect.text === 'neutral' && incentive.get('because').lacking)
  );
}

function answersTo(incentive: Incentive): Fix[] {
  const effect = incentive.get('effect');
  const saysEffect = effect.text === 'neutral' ? 'because' : effect.lacking ? 'effect' : undefined;
  return [
    ...(saysEffect
      ? [scaffold('Say what it does to security', [...incentive.path, saysEffect], null, guideline('PAR.3').question)]
      : []),
    scaffold('Add a counterweight', [...incentive.path, 'counterweight'], null, guideline('PAR.3').question),
  ];
}

/** The activities under pressure that a group does. */
const pressedOf = (group: Participant, system: WorkSystem): Activity[] =>
  system
    .naming(system.activities, 'performed_by', group)
    .filter((activity) => system.pressureOn(activity) !== undefined);

/** Participants: Table 1, rows PAR.1 to PAR.3, and Section 4. */
export const participants: readonly Rule<WorkSystem>[] = [
  asksEach({
    id: 'participants/rules-unknown',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Handlers may not know the rules',
    guidelines: ['PAR.1', 'S4.1'],
    speaks:
      'A group handles sensitive information, and nothing is said about which rules they know and how they were told.',
    exceptions: 'A group that joins on a day that is known and is told then.',
    rollUp: true,
    asks: 'participants.*.awareness',
    of: (system: WorkSystem) => system.participants,
    when: handled,
    message: (group, items) =>
      `${group.name} handle ${names(items, 2)}. Do they know the rules, and what can happen when they are not kept?`,
    related: (group, items, system) => [
      ...system.touchingOf(group).map((activity) => beside(activity, `${group.name} do this`)),
      ...sensitiveItems(items),
    ],
    fix: ['Say which rules they know and how', { policies: [], told_how: null, checked_on: null }],
  }),
  asksEach({
    id: 'participants/training-missing',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Handlers without training',
    guidelines: ['PAR.2', 'S4.13'],
    speaks: 'A group handles sensitive information, and no training or advice is recorded for them.',
    exceptions: 'A group that leaves before the next course.',
    rollUp: true,
    asks: 'participants.*.training',
    of: (system: WorkSystem) => system.participants,
    when: handled,
    message: (group, items) => `No training is recorded for ${group.name}, who handle ${names(items, 2)}.`,
    related: (_group, items) => sensitiveItems(items),
    fix: ['Record training', { covers: [], last: null, next_due: null }],
  }),
  {
    id: 'participants/training-overdue',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Training overdue',
    guidelines: ['PAR.2', 'S4.13'],
    speaks: 'A group handles sensitive information, and the day their next training was due has passed.',
    exceptions: 'A course that was put off to a day that is known.',
    *check(system, { today }) {
      for (const group of system.handlers()) {
        const training = group.get('training');
        const due = training.get('next_due');
        if (due.text === undefined || due.text >= today) continue;
        yield {
          at: due.path,
          place: valueAt(due.path),
          message: `Training for ${group.name} was due on ${due.value}.`,
          fixes: [
            scaffoldFields('Record the new dates', training.suppliedBy ?? training.path, {
              last: null,
              next_due: null,
            }),
          ],
        };
      }
    },
  },
  trainingTooGeneral,
  {
    id: 'participants/incentive-pulls-away',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Reward may pull away from security',
    guidelines: ['PAR.3'],
    speaks:
      'A group that handles sensitive information is rewarded for speed, volume or cost, nothing balances that, and it is not said what the reward does to security.',
    quiet: 'The effect is `supports`, or `neutral` with a reason, or there is a counterweight.',
    falseAlarms: 'A reward too small to matter: say `neutral` and why.',
    *check(system) {
      for (const group of system.handlers()) {
        for (const incentive of incentivesOf(group).list().filter(pullsAway)) {
          yield {
            at: incentive.path,
            place: valueAt(incentive.path),
            message: `${group.name} are rewarded for ${incentive.get('kind').text}. Does that reward skipping a security step?`,
            related: system
              .resolve(incentive.get('measured_on'))
              .map((measured) => beside(measured, `It is measured on ${measured.name}`)),
            fixes: answersTo(incentive),
          };
        }
      }
    },
  },
  asksEach({
    id: 'participants/not-involved',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Handlers had no say',
    guidelines: ['S4.10', 'S4.14'],
    speaks:
      'A group handles sensitive information and took no part in judging risks, shaping rules or trying out controls.',
    exceptions: 'A group that has only just started.',
    rollUp: true,
    asks: 'participants.*.involved_in',
    emptyIsOpen: true,
    of: (system: WorkSystem) => system.participants,
    when: handled,
    message: (group) => `${group.name} live with the rules. Did they help to shape them or to judge the risks?`,
    fix: ['Say what they took part in', []],
  }),
  asksEach({
    id: 'participants/outsiders-unbound',
    severity: 'warning',
    kind: 'work-system',
    core: false,
    title: 'People from outside not bound',
    guidelines: ['PAR.1', 'CUS.1'],
    speaks:
      'People of an agency, contractors or a supplier handle sensitive information, and no agreement with them is recorded.',
    quiet: 'The group are employees or volunteers, or nothing is said about their employment.',
    exceptions: 'People who are bound by law to keep silent, such as auditors.',
    rollUp: true,
    asks: 'participants.*.agreement',
    of: (system: WorkSystem) => system.participants,
    when: (group, system) => OUTSIDE.includes(group.get('employment').text ?? '') && handled(group, system),
    message: (group, items) =>
      `${group.name} come from outside and handle ${names(items, 2)}. What did they agree to, and who ends their access?`,
    fix: ['Record the agreement', { what: null, leaver_step: null }],
  }),
  asksEach({
    id: 'participants/no-security-duties',
    severity: 'information',
    kind: 'work-system',
    core: true,
    title: 'Security not part of the job',
    guidelines: ['S4.11'],
    speaks: 'A group handles sensitive information, and nothing says that looking after it is part of their job.',
    exceptions: 'Helpers for a day who are watched by somebody else all the time.',
    rollUp: true,
    asks: 'participants.*.security_duties',
    of: (system: WorkSystem) => system.participants,
    when: handled,
    message: (group, items) =>
      `Is looking after ${names(items, 2)} part of the job of ${group.name}, in so many words?`,
    fix: ['Name the duties', { what: null, time_allowed: null }],
  }),
  asksEach({
    id: 'participants/no-time-for-duties',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Duties without time',
    guidelines: ['S4.12', 'PRO.4'],
    speaks:
      'A group that handles sensitive information has security duties and a target for speed, volume or cost, and no time is named for the duties.',
    quiet: 'Nothing is said about duties, or it is said in one sentence.',
    exceptions: 'Duties that take no time: say so under `time_allowed`.',
    asks: 'participants.*.security_duties.time_allowed',
    of: (system: WorkSystem) => system.handlers(),
    when: (group, system) => {
      const pressed = pressedOf(group, system);
      return pressed.length > 0 && group.get('security_duties').detailed && pressed;
    },
    place: (group) => keyAt([...group.path, 'security_duties']),
    message: (group) => `${group.name} have duties and a target, but no time is named for the duties.`,
    related: (_group, pressed) => pressed.map((activity) => beside(activity, 'The target weighs on this')),
    fix: ['Name the time', null],
  }),
];
