import { describe, expect, it } from 'vitest';
import { fixedBy, speaksAt, told } from '../../helpers/told.ts';

const FILE = 'information: { claim-file: { sensitivity: confidential } }\n';
const LATER = '{ ask_later: { who: team leader, by: 2027-01-31 } }';

describe('governance/no-security-lead', () => {
  const rule = 'governance/no-security-lead';

  it.each([
    ['there is nothing to look after', '', false],
    ['there are customers only', 'customers: { holders: H }\n', false],
    ['there is an activity', 'activities: { assess: A }\n', true],
    ['there is information', 'information: { form: F }\n', true],
    ['somebody is named', 'activities: { assess: A }\nsecurity_lead: office manager\n', false],
    ['a blank is left to wording/placeholder', 'activities: { assess: A }\nsecurity_lead:\n', false],
    ['somebody settles it', `activities: { assess: A }\nsecurity_lead: ${LATER}\n`, false],
    ['a wrong shape has its own finding', 'activities: { assess: A }\nsecurity_lead: [a, b]\n', false],
  ])('%s', (_what, body, speaks) => {
    expect(speaksAt(rule, body)).toEqual(speaks ? ['security_lead'] : []);
  });

  it('asks at the title', () => {
    expect(told(rule, 'activities: { assess: A }\n')).toEqual([
      {
        at: 'security_lead',
        marks: 'Claims',
        message: 'Who answers for security here? Everyone’s job tends to be no one’s.',
        beside: [],
        fixes: ['Name a post'],
      },
    ]);
  });
});

describe('governance/no-incident-response', () => {
  const rule = 'governance/no-incident-response';
  const question = (missing: string): string[] => [`When something happens: ${missing}?`];

  it.each([
    ['absent', '', question('who acts, and where do people call or write')],
    ['a sentence', 'incident_response: Call the office manager\n', []],
    ['slots', 'incident_response: { responder: lead, report_to: Extension 204 }\n', []],
    ['nobody acts', 'incident_response: { report_to: Extension 204 }\n', question('who acts')],
    ['nowhere to call', 'incident_response: { responder: lead }\n', question('where do people call or write')],
    ['neither', 'incident_response: { backup: lead }\n', question('who acts, and where do people call or write')],
    ['a blank slot is left to wording/placeholder', 'incident_response: { responder: lead, report_to: }\n', []],
    ['a slot that somebody fills later', `incident_response: { responder: lead, report_to: ${LATER} }\n`, []],
    ['a blank is left to wording/placeholder', 'incident_response: { responder: , report_to: }\n', []],
    ['somebody settles it', `incident_response: ${LATER}\n`, []],
  ])('%s', (_what, response, messages) => {
    expect(told(rule, FILE + response).map(({ message }) => message)).toEqual(messages);
    expect(speaksAt(rule, FILE + response)).toEqual(messages.map(() => 'incident_response'));
  });

  it('waits for sensitive information', () => {
    expect(speaksAt(rule, 'information: { form: { sensitivity: internal } }\n')).toEqual([]);
    expect(speaksAt(rule, 'incident_response: { responder: lead }\n')).toEqual([]);
  });

  it('stands at the answer, else at the title', () => {
    const fixes = ['Say who acts and how to reach them'];
    expect(told(rule, FILE)[0]).toMatchObject({ marks: 'Claims', fixes });
    expect(told(rule, `${FILE}incident_response: { responder: lead }\n`)[0]).toMatchObject({
      marks: 'incident_response',
      fixes,
    });
  });

  it('inserts only what is not there', () => {
    expect(fixedBy(rule, 'Say who acts and how to reach them', FILE)).toContain(
      'incident_response:\n  responder:\n  backup:\n  report_to:\n  known_by: []\n',
    );
    expect(
      fixedBy(rule, 'Say who acts and how to reach them', `${FILE}incident_response:\n  responder: lead\n`),
    ).toContain('incident_response:\n  responder: lead\n  report_to:\n');
  });
});

describe('governance/reporting-unknown', () => {
  const rule = 'governance/reporting-unknown';
  const work =
    `activities: { assess: { performed_by: [handlers, clerks], uses: [claim-file] }, sort: { performed_by: [temps] } }\n` +
    `participants: { handlers: H, clerks: { name: Post room }, temps: T }\n${FILE}`;

  it.each([
    ['no answer yet', '', []],
    ['a sentence', 'incident_response: Call the office manager\n', []],
    ['nobody knows', 'incident_response: { responder: lead }\n', ['incident_response']],
    ['an empty list', 'incident_response: { responder: lead, known_by: [] }\n', ['incident_response.known_by']],
    ['one is missing', 'incident_response: { responder: lead, known_by: clerks }\n', ['incident_response.known_by']],
    ['all handlers know', 'incident_response: { responder: lead, known_by: [handlers, clerks] }\n', []],
    ['a blank is left to wording/placeholder', 'incident_response: { responder: lead, known_by: }\n', []],
    ['somebody tells them later', `incident_response: { responder: lead, known_by: ${LATER} }\n`, []],
  ])('%s', (_what, response, at) => {
    expect(speaksAt(rule, work + response)).toEqual(at);
  });

  it('names the groups at the list, else at the answer', () => {
    expect(told(rule, `${work}incident_response: { responder: lead }\n`)).toEqual([
      {
        at: 'incident_response',
        marks: 'incident_response',
        message: 'handlers and Post room are not among those who know whom to call.',
        beside: ['handlers: handlers handle sensitive information', 'clerks: Post room handle sensitive information'],
        fixes: ['Add handlers once they know', 'Add Post room once they know'],
      },
    ]);
    const body = `${work}incident_response: { responder: lead, known_by: [handlers] }\n`;
    expect(told(rule, body)[0]).toMatchObject({ marks: '[handlers]', fixes: ['Add Post room once they know'] });
    expect(fixedBy(rule, 'Add Post room once they know', body)).toContain('known_by: [handlers, clerks]');
  });
});
