import { addTo } from '../formats/dates.ts';
import type { Charter } from '../model/charter.ts';
import { asksOnce } from './asks.ts';
import { scaffold } from './fixes.ts';
import { keyAt, valueAt } from './places.ts';
import { dayOf, phaseOf, touched, touchedIn } from './project.ts';
import type { Rule } from './rule.ts';

const PHASE = ['phases', 'operation_and_maintenance'] as const;

const onThePhase = () => keyAt(PHASE);

const MESSAGE = 'New ways of working breed short cuts. When will you ask about them?';

const noListeningPoint: Rule<Charter> = asksOnce({
  id: 'operation/no-listening-point',
  severity: 'information',
  kind: 'project-charter',
  core: false,
  title: 'No date to ask about short cuts',
  guidelines: ['PRO.5', 'OPS.0'],
  speaks:
    'The project touches sensitive information, and nobody plans to ask people about short cuts, or only long after the start.',
  quiet: 'Without a day for the start any date will do.',
  falseAlarms: 'People are asked in a regular meeting anyway; name it in the answer.',
  exceptions: 'The new way of working is tried for longer before it counts.',
  asks: 'phases.operation_and_maintenance.workaround_check',
  when: touchedIn('operation_and_maintenance'),
  place: onThePhase,
  message: () => MESSAGE,
  fix: ['Set a date', { who: null, date: null }],
});

/** After the project: Table 2, row OPS.0. */
export const operation: readonly Rule<Charter>[] = [
  asksOnce({
    id: 'operation/no-security-owner',
    severity: 'warning',
    kind: 'project-charter',
    core: true,
    title: 'Nobody looks after security afterwards',
    guidelines: ['OPS.0', 'S4.4'],
    speaks: 'The project touches sensitive information, and no post looks after security once it has ended.',
    falseAlarms: 'The security lead of the description does it anyway; name that post here.',
    exceptions: 'The result is switched off when the project ends.',
    asks: 'phases.operation_and_maintenance.security_owner',
    when: touchedIn('operation_and_maintenance'),
    place: onThePhase,
    message: () => 'The project ends. Who looks after security from then on?',
    fix: ['Name a post', null],
  }),
  asksOnce({
    id: 'operation/no-control-review',
    severity: 'information',
    kind: 'project-charter',
    core: true,
    title: 'First control check not planned',
    guidelines: ['OPS.0', 'S4.8'],
    speaks: 'The project touches sensitive information, and no day is set for first checking that the controls work.',
    falseAlarms: 'The controls have their own dates in the description.',
    exceptions: 'The project brings no control and changes none.',
    asks: 'phases.operation_and_maintenance.control_review',
    when: touchedIn('operation_and_maintenance'),
    place: onThePhase,
    message: () => 'When will anybody first check that the controls work?',
    fix: ['Set the dates', { first: null, every: null }],
  }),
  asksOnce({
    id: 'operation/no-incident-responder',
    severity: 'warning',
    kind: 'project-charter',
    core: true,
    title: 'Nobody acts on the first day',
    guidelines: ['S4.5', 'OPS.0'],
    speaks:
      'The project touches sensitive information, and nobody is named who acts if something goes wrong afterwards.',
    falseAlarms: 'The description names a responder who acts here too; name that post here.',
    exceptions: 'Another firm runs the result and answers for incidents.',
    asks: 'phases.operation_and_maintenance.incident_responder',
    when: touchedIn('operation_and_maintenance'),
    place: onThePhase,
    message: () => 'Who acts if something happens on the first day?',
    fix: ['Name a post', null],
  }),
  {
    ...noListeningPoint,
    *check(charter, context) {
      const date = phaseOf(charter, 'operation_and_maintenance').get('workaround_check').get('date');
      const start = phaseOf(charter, 'implementation').get('go_live');
      const [asked, from] = [dayOf(date), dayOf(start)];
      const late = asked && from && asked > addTo(from, context.settings.workaround_check_within_months);
      if (!late || !touched(charter)) {
        yield* noListeningPoint.check(charter, context);
        return;
      }
      yield {
        at: date.path,
        place: valueAt(date.path),
        message: MESSAGE,
        related: [{ ...valueAt(start.path), message: `The new way starts on ${from}` }],
        fixes: [scaffold('Set a date', date.path, null)],
      };
    },
  },
];
