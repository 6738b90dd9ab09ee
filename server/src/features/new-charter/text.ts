import type { Finding } from '../../check/finding.ts';
import type { Information, Item } from '../../model/sections.ts';
import type { WorkSystem } from '../../model/work-system.ts';
import type { ChoiceSection } from '../../protocol.ts';
import { openGaps } from '../../rules/lifecycle.ts';
import { PATTERN } from '../../rules/project.ts';
import { commentLines, entryLines } from '../../yaml/render.ts';
import { isQuestion } from '../refactor/open-questions.ts';

/** What a charter starts with besides the description itself. */
export interface Beginning {
  readonly title: string;
  /** To the description, as the charter writes it. */
  readonly link: string;
  readonly language: string | undefined;
  /** What the change touches. */
  readonly chosen: readonly { readonly section: ChoiceSection; readonly id: string }[];
  /** What is found in the description. */
  readonly findings: readonly Finding[];
}

/** A key with its value, `null` for one that a person fills, under a comment that says what belongs there. */
interface Entry {
  readonly comment?: string;
  readonly key: string;
  readonly value: unknown;
}

const STYLE = { width: 2, dash: 2 };
const MOST_QUESTIONS = 20;

/** The text of a charter for a change to a description. It holds what the description says, and never an answer. */
export function charterText(system: WorkSystem, beginning: Beginning): string {
  const { title, link, language } = beginning;
  const chosen = (section: ChoiceSection): Item[] => {
    const ids = new Set(beginning.chosen.flatMap((each) => (each.section === section ? each.id : [])));
    return (system[section] as readonly Item[]).filter(({ id }) => ids.has(id));
  };
  const information = chosen('information') as Information[];
  const [groups, tools] = [chosen('participants'), chosen('technologies')];
  const changed = [...chosen('activities'), ...tools];
  const sensitive = information.filter(system.isSensitive);
  const touches = information.length > 0 ? sensitive.length > 0 : system.sensitive().length > 0;
  // A description of planned work knows no gaps of today’s.
  const isPlanned = system.root.get('state').text === 'to-be';
  const risks = isPlanned ? undefined : gapRisks(system);

  return written([
    [
      entry(
        'kind',
        'project-charter',
        'How a piece of work is to be changed.\nWhat is empty here waits to be filled in.',
      ),
      entry('format', 1),
      ...(language === undefined ? [] : [entry('language', language)]),
      entry('title', title),
      entry('purpose', null, 'What is the change for?'),
    ],
    [
      isPlanned
        ? entry(
            'work_system',
            { to_be: link },
            'The work as it is to be. Where today’s is described too, name that as as_is.',
          )
        : entry(
            'work_system',
            { as_is: link },
            'The work as it is. Once the work to be is described too, name that as to_be.',
          ),
    ],
    [
      entry('sponsor', null, 'Who wants it and pays for it, and who leads it?'),
      entry('manager', null),
      ...(touches ? [entry('security_accountable', null, 'Who answers for security in it?')] : []),
    ],
    [entry('objectives', null, 'What is to be reached, and what is to be protected on the way?')],
    some(idsOf(information), 'information_touched', 'Information that the change touches'),
    changed.length > 0
      ? [entry('scope', { includes: changed.map(({ name }) => name) }, 'What belongs to the change')]
      : [],
    openQuestions(beginning),
    [
      ...(touches
        ? [entry('requirements', requirement([...sensitive, ...tools]), `What must the result do?\n${PATTERN}`)]
        : [entry('requirements', null, 'What must the result do?')]),
    ],
    groups.length > 0
      ? [entry('stakeholders', asked(groups), 'Who was asked about what? risks, requirements, design, rollout')]
      : [],
    risks ? [entry('risks', risks, 'Known in the work as it is, and not yet dealt with')] : [],
    [
      entry(
        'phases',
        { initiation: { owner: null, ...(touches && { security: { who: null, what: null, when: null } }) } },
        'Further phases are development, implementation and operation_and_maintenance.',
      ),
    ],
  ]);
}

const entry = (key: string, value: unknown, comment?: string): Entry => ({ key, value, ...(comment && { comment }) });
const some = (value: readonly string[], key: string, comment: string): Entry[] =>
  value.length > 0 ? [entry(key, value, comment)] : [];
const idsOf = (items: readonly Item[]): string[] => items.map(({ id }) => id);

const requirement = (covered: readonly Item[]) => ({
  S1: {
    text: null,
    type: 'security',
    ...(covered.length > 0 && { covers: idsOf(covered) }),
    verified_by: null,
  },
});

const asked = (groups: readonly Item[]) => Object.fromEntries(groups.map(({ id }) => [id, { consulted_on: [] }]));

/** A risk for every known gap of today's work, in the words of the description; undefined where none is known. */
function gapRisks(system: WorkSystem): object | undefined {
  const risks = system.activities.flatMap((activity) =>
    openGaps(activity).map((gap, i) => {
      const affected = idsOf(system.resolve(gap.get('affects')));
      const risk = {
        text: gap.get('what').text ?? null,
        category: 'security',
        ...(affected.length > 0 && { covers: affected }),
        addresses: [activity.id],
        owner: null,
        response: null,
        status: 'open',
      };
      return [`${activity.id}-gap${i === 0 ? '' : `-${i + 1}`}`, risk] as const;
    }),
  );
  return risks.length > 0 ? Object.fromEntries(risks) : undefined;
}

/** The description's open questions about what changes, as notes to the reader. */
function openQuestions({ findings, chosen }: Beginning): Note[] {
  const touched = new Set(chosen.map(({ section, id }) => `${section} ${id}`));
  const open = findings.filter(
    (finding) =>
      isQuestion(finding) &&
      !finding.rule.startsWith('wording/') &&
      (finding.items ?? [finding.at]).some(([section, id]) => touched.has(`${section} ${id}`)),
  );
  if (open.length === 0) return [];
  const messages = [...new Set(open.map(({ message }) => message))];
  const more = messages.length - MOST_QUESTIONS;
  const told = [...messages.slice(0, MOST_QUESTIONS), ...(more > 0 ? [`and ${more} more, in the description`] : [])];
  return [['Still open in the description:', ...told.map((message) => `- ${message}`)].join('\n')];
}

/** A comment of its own. */
type Note = string;

/** Groups of entries as text, parted by blank lines. */
const written = (groups: readonly (readonly (Entry | Note)[])[]): string =>
  groups
    .filter((group) => group.length > 0)
    .map((group) => `${group.flatMap(linesOf).join('\n')}\n`)
    .join('\n');

const linesOf = (part: Entry | Note): string[] =>
  typeof part === 'string'
    ? commentLines(part)
    : [...commentLines(part.comment), ...entryLines(part.key, part.value, STYLE)];
