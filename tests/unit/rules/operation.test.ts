import { describe, expect, it } from 'vitest';
import { fixed, says, speaks } from '../../helpers/charter.ts';

const TOUCHED = 'information_touched: [claim file]\n';
const PHASE = 'phases.operation_and_maintenance';
const LATER = '{ ask_later: { who: manager, by: 2027-01-31 } }';
const NO = '{ not_applicable: { because: Not here, decided_by: manager } }';

const operation = (fields: string): string =>
  `${TOUCHED}phases: { operation_and_maintenance: { owner: a${fields} } }\n`;

describe('what is asked of the time after the project', () => {
  const asked = [
    [
      'operation/no-security-owner',
      'security_owner',
      'The project ends. Who looks after security from then on?',
      'Name a post',
    ],
    [
      'operation/no-control-review',
      'control_review',
      'When will anybody first check that the controls work?',
      'Set the dates',
    ],
    [
      'operation/no-incident-responder',
      'incident_responder',
      'Who acts if something happens on the first day?',
      'Name a post',
    ],
    [
      'operation/no-listening-point',
      'workaround_check',
      'New ways of working breed short cuts. When will you ask about them?',
      'Set a date',
    ],
  ] as const;

  it.each(asked)('%s', (rule, field, message, fix) => {
    expect(says(rule, operation(''))).toEqual([
      { at: PHASE, marks: 'operation_and_maintenance', message, beside: [], fixes: [fix] },
    ]);
    expect(speaks(rule, operation(`, ${field}: The office manager in March`))).toEqual([]);
    expect(speaks(rule, operation(`, ${field}: `)), 'blank is left to wording/placeholder').toEqual([]);
    expect(speaks(rule, operation(`, ${field}: ${NO}`))).toEqual([]);
    expect(speaks(rule, operation(`, ${field}: ${LATER}`))).toEqual([]);
    expect(speaks(rule, operation('').replace(TOUCHED, '')), 'nothing sensitive').toEqual([]);
    expect(speaks(rule, TOUCHED), 'the phase is not planned').toEqual([]);
    expect(speaks(rule, `${TOUCHED}phases: { operation_and_maintenance: ${NO} }\n`)).toEqual([]);
    expect(speaks(rule, `${TOUCHED}phases: { operation_and_maintenance: }\n`), 'a blank phase').toEqual([PHASE]);
  });
});

describe('operation/no-listening-point: the day', () => {
  const rule = 'operation/no-listening-point';
  const body = (date: string, start = 'go_live: 2026-11-30'): string =>
    `${TOUCHED}phases:\n  implementation: { ${start} }\n  operation_and_maintenance: { workaround_check: { who: a, date: ${date} } }\n`;

  it.each([
    ['three months later, by the calendar', body('2027-02-28'), false],
    ['a day more', body('2027-03-01'), true],
    ['before the start', body('2026-11-01'), false],
    ['no day for the start', body('2030-01-01', 'owner: a'), false],
    ['a day that is still blank', body(''), false],
    ['a day that is no date', body('in spring'), false],
    ['a day that is settled later', body(LATER), false],
  ])('%s', (_what, text, late) => {
    expect(speaks(rule, text)).toEqual(late ? [`${PHASE}.workaround_check.date`] : []);
  });

  it('goes by the setting workaround_check_within_months', () => {
    expect(speaks(rule, body('2027-03-01'), { settings: { workaround_check_within_months: 4 } })).toEqual([]);
    expect(speaks(rule, body('2027-02-01'), { settings: { workaround_check_within_months: 1 } })).toEqual([
      `${PHASE}.workaround_check.date`,
    ]);
  });

  it('sits on the day that is too late, and clears it', () => {
    expect(says(rule, body('2027-03-01'))).toEqual([
      {
        at: `${PHASE}.workaround_check.date`,
        marks: '2027-03-01',
        message: 'New ways of working breed short cuts. When will you ask about them?',
        beside: ['2026-11-30: The new way starts on 2026-11-30'],
        fixes: ['Set a date'],
      },
    ]);
    expect(fixed(rule, 'Set a date', body('2027-03-01'))).toBe(body(''));
  });
});
