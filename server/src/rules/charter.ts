import { type Charter, PHASES } from '../model/charter.ts';
import { isPush } from '../model/work-system.ts';
import { asksOnce } from './asks.ts';
import { links } from './charter-links.ts';
import { appendTo, scaffold, scaffoldFields, setAt } from './fixes.ts';
import { headline, valueAt } from './places.ts';
import { dayOf, isSpokenFor, phaseWords, touched } from './project.ts';
import type { Rule } from './rule.ts';
import { names } from './wordings.ts';

const phaseMissing: Rule<Charter> = {
  id: 'charter/phase-missing',
  severity: 'information',
  kind: 'project-charter',
  core: false,
  title: 'Phase not planned',
  guidelines: ['INI.1', 'OPS.0'],
  speaks: 'The project touches sensitive information, and one or more of its four phases are not in the charter.',
  quiet: 'No phases are written down at all. The questions about a phase that is not there are not asked.',
  falseAlarms: 'A charter that is written phase by phase.',
  exceptions: 'A phase is planned in another charter.',
  *check(charter) {
    const phases = charter.root.get('phases');
    if (phases.absent || isSpokenFor(phases) || !touched(charter)) return;
    const missing = PHASES.filter((phase) => phases.get(phase).absent);
    if (missing.length === 0) return;
    const title = (phase: (typeof PHASES)[number]) =>
      missing.length === 1 ? 'Insert the phase' : `Insert the phase “${phaseWords(phase)}”`;
    yield {
      at: ['phases'],
      message: `Not planned here: ${names(missing.map(phaseWords), PHASES.length)}. Nothing can be said about security in them.`,
      fixes: missing.map((phase) => scaffold(title(phase), ['phases', phase], { owner: null })),
    };
  },
};

const onlySpeed: Rule<Charter> = {
  id: 'charter/only-speed-objectives',
  severity: 'information',
  kind: 'project-charter',
  core: false,
  title: 'All objectives push for speed',
  guidelines: ['PRO.4', 'STR.1'],
  speaks: 'The project touches sensitive information, and every objective is of the kind speed, volume or cost.',
  quiet: 'At least one objective has another kind, or none. An objective that is still blank does not count.',
  falseAlarms: 'Protection is an objective of the firm as a whole and is not repeated here.',
  exceptions: 'A small change that leaves the protection as it is.',
  *check(charter) {
    const kinds = charter.root
      .get('objectives')
      .list()
      .filter((objective) => objective.get('text').state !== 'blank')
      .map((objective) => objective.get('kind').text);
    if (kinds.length === 0 || !kinds.every(isPush) || !touched(charter)) return;
    yield {
      at: ['objectives'],
      message: `All objectives push for ${names(kinds)}; none protects anything.`,
      fixes: [
        {
          title: 'Add an objective',
          kind: 'scaffold',
          patches: [appendTo(['objectives'], { text: null, kind: 'protection', measure: null })],
        },
      ],
    };
  },
};

const acceptedByNobody: Rule<Charter> = {
  id: 'charter/risk-accepted-by-nobody',
  severity: 'warning',
  kind: 'project-charter',
  core: false,
  title: 'Risk accepted by nobody',
  guidelines: ['S4.4', 'STR.2'],
  speaks:
    'A security risk is marked accepted, but nobody is named for that, no last day is given, or the day has passed.',
  falseAlarms: 'The decision stands in the minutes of a meeting.',
  exceptions: 'Rarely: who accepts a risk, and until when, is the exception.',
  *check(charter, { today }) {
    for (const risk of charter.risks) {
      const status = risk.get('status');
      if (risk.get('category').text !== 'security' || status.text !== 'accepted') continue;
      const until = risk.get('until');
      const missing = (['accepted_by', 'until'] as const).filter((key) => risk.get(key).lacking);
      const passed = (dayOf(until) ?? today) < today;
      if (!passed && missing.length === 0) continue;
      yield {
        at: passed ? until.path : risk.path,
        place: valueAt(passed ? until.path : status.path),
        message: 'This risk is accepted. By whom, and until when?',
        fixes: [
          ...(missing.length > 0
            ? [
                scaffoldFields(
                  'Insert the missing slots',
                  risk.path,
                  Object.fromEntries(missing.map((key) => [key, null])),
                ),
              ]
            : []),
          ...(passed
            ? [{ title: 'Set a new date', kind: 'scaffold', patches: [setAt(until.path, null)] } as const]
            : []),
        ],
      };
    }
  },
};

/** The project as a whole: its links, and the accountability and aims of Section 4 and Table 1. */
export const charter: readonly Rule<Charter>[] = [
  ...links,
  {
    id: 'charter/no-work-system',
    severity: 'information',
    kind: 'project-charter',
    core: false,
    title: 'No description linked',
    guidelines: ['INI.1'],
    speaks: 'The charter links no work system description, neither of today’s work nor of the planned one.',
    falseAlarms: 'No description has been written yet.',
    exceptions: 'The project changes nothing in how people work.',
    *check(charter) {
      const given = charter.root.get('work_system');
      const links = [given.get('as_is'), given.get('to_be')];
      if ([given, ...links].some(isSpokenFor) || links.some((link) => link.given)) return;
      yield {
        at: ['work_system'],
        place: headline(charter.root),
        message:
          'No work system description is linked, so nothing can be said about the people and information this project touches.',
        fixes: [scaffold('Link a description', ['work_system', 'as_is'], null)],
      };
    },
  },
  phaseMissing,
  asksOnce({
    id: 'charter/no-security-accountable',
    severity: 'warning',
    kind: 'project-charter',
    core: true,
    title: 'Nobody answers for security in the project',
    guidelines: ['S4.4'],
    speaks: 'The project touches sensitive information, and no post answers for security in it.',
    falseAlarms: 'Everybody knows who it is, but it is not written down.',
    exceptions: 'Another project, named in the reason, answers for security here too.',
    asks: 'security_accountable',
    when: (_root, charter: Charter) => touched(charter),
    message: () => 'Who answers for security in this project?',
    fix: ['Name a post', null],
  }),
  onlySpeed,
  acceptedByNobody,
];
