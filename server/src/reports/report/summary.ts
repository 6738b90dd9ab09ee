import type { Coverage } from '../../check/questions.ts';
import { count, names } from '../../rules/wordings.ts';
import { answeredIn } from '../summary.ts';
import type { Exception } from './exceptions.ts';
import type { AreaReport, DocumentReport, Person, Since } from './report.ts';

interface Facts extends Pick<DocumentReport, 'counts' | 'areas' | 'people' | 'exceptions'> {
  readonly since: Since | undefined;
  /** False where the text could not be read. */
  readonly readable: boolean;
}

/** How things stand, for somebody who reads nothing else. */
export function summaryOf({ counts, areas, people, exceptions, since, readable }: Facts): string[] {
  return [
    ...(readable ? [countsWords(counts)] : ['The text cannot be read here, so nothing can be asked yet.']),
    ...where(areas),
    ...urgent(areas),
    ...(readable ? whom(areas, people) : []),
    ...ends(exceptions),
    ...(since ? [became(since, counts)] : []),
  ];
}

function countsWords(counts: Coverage): string {
  const { questions, open, accepted, notApplicable } = counts;
  if (questions === 0) return 'There is nothing to ask yet.';
  const done = answeredIn(counts);
  if (done === questions)
    return questions === 1 ? 'The one question is answered.' : `All ${questions} questions are answered.`;
  const also = notApplicable > 0 ? `, ${notApplicable} of them by saying that it does not arise` : '';
  const rest = [
    ...(open > 0 ? [`${open} ${are(open)} open`] : []),
    ...(accepted > 0 ? [`${accepted} ${are(accepted)} accepted for now`] : []),
  ];
  return `${done} of ${count(questions, 'question')} ${are(done)} answered${also}; ${rest.join(', and ')}.`;
}

const are = (n: number): string => (n === 1 ? 'is' : 'are');

/** The elements or phases with the most open questions, counted as the picture beside it counts them. */
function where(areas: readonly AreaReport[]): string[] {
  const open = areas.filter(({ counts }) => counts.open > 0).sort((a, b) => b.counts.open - a.counts.open);
  if (open.length < 2) return [];
  const most = open.slice(0, 3).map(({ name, counts }) => `${name} (${counts.open})`);
  return [`Most open questions are under ${names(most)}.`];
}

function urgent(areas: readonly AreaReport[]): string[] {
  const points = areas.flatMap(({ open }) => open);
  const of = (severity: string): number =>
    points.filter((each) => each.severity === severity).reduce((sum, { items }) => sum + items.length, 0);
  const parts = [...some(of('error'), 'error', 'in the text'), ...some(of('warning'), 'warning')];
  return parts.length > 0 ? [`Look first at ${parts.join(' and ')}.`] : [];
}

/** “the warning”, “the 3 errors in the text”; nothing for none. */
const some = (n: number, what: string, where = ''): string[] =>
  n === 0 ? [] : [`the ${n === 1 ? what : count(n, what)}${where && ` ${where}`}`];

/** Who could answer most. */
function whom(areas: readonly AreaReport[], people: readonly Person[]): string[] {
  const items = areas.flatMap(({ open }) => open).flatMap(({ items: all }) => all);
  if (items.length === 0) return [];
  if (people.length === 0) return ['The file names nobody yet who could answer.'];
  // Remarks on the text count here as well as questions, just as in the table of people.
  const most = names(people.slice(0, 3).map(({ name, open }) => `${name} (${open})`));
  const nobody = items.filter(({ who }) => who.length === 0).length;
  return [`Most open points could be answered by ${most}${nobody === 0 ? '' : `; for ${nobody} nobody is named yet`}.`];
}

function ends(exceptions: readonly Exception[]): string[] {
  if (exceptions.length === 0) return [];
  const of = (state: Exception['state']): number => exceptions.filter((each) => each.state === state).length;
  const [ending, ended] = [of('ending'), of('ended')];
  const parts = [
    ...(ended > 0 ? [`${ended} ${ended === 1 ? 'has' : 'have'} ended`] : []),
    ...(ending > 0 ? [`${ending} ${ending === 1 ? 'ends' : 'end'} within 30 days`] : []),
  ];
  return [
    `${count(exceptions.length, 'exception')} ${are(exceptions.length)} written down${parts.length > 0 ? `; ${parts.join(' and ')}` : ''}.`,
  ];
}

function became({ created, closed, counts }: Since, now: Coverage): string {
  const accepted = closed.filter((each) => each.accepted).length;
  const by = accepted > 0 ? ` (${accepted} by acceptance)` : '';
  const came =
    created.length + closed.length === 0
      ? 'Since then nothing came and nothing went'
      : `Since then ${created.length} ${are(created.length)} new and ${closed.length} closed${by}`;
  if (!counts) return `${came}; the document is new.`;
  return `${came}; of the questions, ${answeredIn(counts)} of ${counts.questions} were answered then, and ${answeredIn(now)} of ${now.questions} now.`;
}
