import type { Participant } from '../model/sections.ts';
import type { WorkSystem } from '../model/work-system.ts';
import { asksOnce } from './asks.ts';
import { appendTo, scaffoldFields } from './fixes.ts';
import { firstKey, keyAt, valueAt } from './places.ts';
import { beside } from './related.ts';
import type { Report, Rule } from './rule.ts';
import { names } from './wordings.ts';

const SLOTS = { responder: 'who acts', report_to: 'where do people call or write' } as const;
type Slot = keyof typeof SLOTS;

const incidentQuestion = (missing: readonly Slot[]): string =>
  `When something happens: ${missing.map((slot) => SLOTS[slot]).join(', and ')}?`;

const noIncidentResponse: Rule<WorkSystem> = asksOnce({
  id: 'governance/no-incident-response',
  severity: 'warning',
  kind: 'work-system',
  core: true,
  title: 'Nobody named for incidents',
  guidelines: ['S4.5', 'S4.7'],
  speaks:
    'There is sensitive information, and nothing says who acts when something goes wrong, or where people call or write.',
  quiet: 'The answer is one sentence.',
  exceptions: 'Another file says it for the whole organisation.',
  asks: 'incident_response',
  when: (_root, system: WorkSystem) => system.sensitive().length > 0,
  place: (root) => firstKey(root, root.get('incident_response')),
  message: () => incidentQuestion(['responder', 'report_to']),
  fix: ['Say who acts and how to reach them', { responder: null, backup: null, report_to: null, known_by: [] }],
});

/** An answer in slots that lacks one of the two it cannot do without. */
function halfAnswer(system: WorkSystem): Report | undefined {
  const response = system.root.get('incident_response');
  if (!response.detailed || system.sensitive().length === 0) return undefined;
  const missing = (Object.keys(SLOTS) as Slot[]).filter((slot) => response.get(slot).absent);
  if (missing.length === 0) return undefined;
  const [only, ...more] = missing.map((slot) => [...response.path, slot]);
  return {
    at: response.path,
    place: keyAt(response.path),
    message: incidentQuestion(missing),
    // “Does not apply” can stand for one slot; for two, an exception is the clearer way.
    ...(only && more.length === 0 && { asked: only }),
    fixes: [
      scaffoldFields(
        'Say who acts and how to reach them',
        response.path,
        Object.fromEntries(missing.map((slot) => [slot, null])),
      ),
    ],
  };
}

/** Handler groups that are not among those who know whom to call. */
function uninformed(system: WorkSystem): Participant[] {
  const response = system.root.get('incident_response');
  const knownBy = response.get('known_by');
  if (!response.detailed || !(knownBy.absent || knownBy.given) || system.hasLost(knownBy)) return [];
  const informed = system.resolve(knownBy);
  return system.handlers().filter((group) => !informed.includes(group));
}

/** Governance: Section 4. */
export const governance: readonly Rule<WorkSystem>[] = [
  asksOnce({
    id: 'governance/no-security-lead',
    severity: 'warning',
    kind: 'work-system',
    core: true,
    title: 'Nobody named for security',
    guidelines: ['S4.4'],
    speaks: 'There is work or information to look after, and no post is named that answers for its security.',
    exceptions: 'A post that is vacant until a day that is known.',
    asks: 'security_lead',
    when: (_root, system: WorkSystem) => system.activities.length > 0 || system.information.length > 0,
    message: () => 'Who answers for security here? Everyone’s job tends to be no one’s.',
    fix: ['Name a post', null],
  }),
  {
    ...noIncidentResponse,
    *check(system, context) {
      const half = halfAnswer(system);
      if (half) yield half;
      else yield* noIncidentResponse.check(system, context);
    },
  },
  {
    id: 'governance/reporting-unknown',
    severity: 'information',
    kind: 'work-system',
    core: false,
    title: 'Group that does not know whom to call',
    guidelines: ['S4.7', 'PAR.1'],
    speaks:
      'It is said what happens when something goes wrong, and a group that handles sensitive information is not among those who know it.',
    quiet: 'The answer is one sentence.',
    exceptions: 'A group that always works beside another one that knows.',
    *check(system) {
      const groups = uninformed(system);
      if (groups.length === 0) return;
      const list = ['incident_response', 'known_by'];
      const given = system.root.get('incident_response').get('known_by').given;
      yield {
        at: given ? list : ['incident_response'],
        place: given ? valueAt(list) : keyAt(['incident_response']),
        message: `${names(groups)} are not among those who know whom to call.`,
        related: groups.map((group) => beside(group, `${group.name} handle sensitive information`)),
        fixes: groups.slice(0, 3).map(({ id, name }) => ({
          title: `Add ${name} once they know`,
          kind: groups.length === 1 ? 'decision' : 'scaffold',
          patches: [appendTo(list, id)],
        })),
      };
    },
  },
];
