import { AREAS, byArea } from '../check/areas.ts';
import type { CheckedFile } from '../check/check.ts';
import type { Day } from '../formats/dates.ts';
import type { Activity } from '../model/sections.ts';
import { capital, keyWords } from '../rules/wordings.ts';
import { type Asked, askedIn, openQuestions, type Question } from './question.ts';
import { WALK_THROUGH } from './walk-through.ts';
import { Knowledge, type Person } from './who-knows.ts';

/** Questions that belong together. */
export interface Section {
  readonly heading: string;
  /** The activity, or else the part of the work. */
  readonly of: string;
  /** What the file says about it, where that helps. */
  readonly note?: string;
  readonly questions: readonly Question[];
}

/** The questions for one group, or those for whoever leads the work. */
export interface Sheet {
  /** Undefined on the sheet of whoever leads the work. */
  readonly group: Person | undefined;
  /** Whom it is for, in words. */
  readonly for: string;
  /** The work or the project it is about. */
  readonly title: string;
  readonly sections: readonly Section[];
  /** Whether the themes of the study are to be talked through with them. */
  readonly walkThrough: typeof WALK_THROUGH;
}

/** An interview as it is handed out. */
export interface Interview {
  readonly day: Day;
  readonly sheets: readonly Sheet[];
}

export interface InterviewOptions {
  readonly today: Day;
  /** The id of the only group that is wanted. */
  readonly group?: string;
}

/** Everybody in a file who can be asked. */
export const peopleOf = (checked: CheckedFile): Person[] => [
  ...new Map(askedIn(checked).flatMap(({ model }) => [...new Knowledge(model).people()])).values(),
];

/**
 * The open questions of a file as sheets: one for each group that can answer some, and one with the rest for whoever
 * leads the work. A question that several groups can answer is put to each: what they say may differ.
 */
export function interviewSheets(checked: CheckedFile, { today, group }: InterviewOptions): Interview {
  const sheets = askedIn(checked).flatMap((document) => sheetsOf(checked.file, document));
  return { day: today, sheets: group === undefined ? sheets : sheets.filter((sheet) => sheet.group?.id === group) };
}

function sheetsOf(file: string, document: Asked): Sheet[] {
  const { model } = document;
  const knowledge = new Knowledge(model);
  const doing = new Set(knowledge.groups.map(({ id }) => id));
  const asked = new Map<string | undefined, Question[]>();
  const put = (id: string | undefined, question: Question) => asked.set(id, [...(asked.get(id) ?? []), question]);
  for (const question of openQuestions(file, document)) {
    const who = [...knowledge.whoKnows(question)].filter((id) => knowledge.people().has(id));
    for (const id of who.length > 0 ? who : [undefined]) put(id, question);
  }
  const title = document.title ?? file;
  const sheets = [...knowledge.people().values()].flatMap((group): Sheet[] => {
    const questions = asked.get(group.id) ?? [];
    // Those who do the work are asked about it in any case; posts only where a question is theirs.
    if (questions.length === 0 && !doing.has(group.id)) return [];
    const sections = sectionsFor(group, questions, knowledge);
    return [{ group, for: group.name, title, sections, walkThrough: doing.has(group.id) ? WALK_THROUGH : [] }];
  });
  const rest = asked.get(undefined);
  if (!rest) return sheets;
  const lead = `whoever leads this ${model.kind === 'work-system' ? 'work' : 'project'}`;
  return [...sheets, { group: undefined, for: lead, title, sections: byAreas(rest), walkThrough: [] }];
}

/** By activity, as the group knows its work: a question stands at the first of its activities that it has to do with. */
function sectionsFor(group: Person, questions: readonly Question[], knowledge: Knowledge): Section[] {
  const ofActivity = new Map<Activity, Question[]>();
  const aboutThem: Question[] = [];
  const others: Question[] = [];
  for (const question of questions) {
    const activity = knowledge
      .activitiesAround(question.at)
      .find((each) => knowledge.performers(each).some(({ id }) => id === group.id));
    if (question.at[0] === 'participants' && question.at[1] === group.id) aboutThem.push(question);
    else if (activity) ofActivity.set(activity, [...(ofActivity.get(activity) ?? []), question]);
    else others.push(question);
  }
  const inOrder = knowledge.activities.filter((activity) => ofActivity.has(activity));
  return [
    ...inOrder.map((activity) => activitySection(activity, ofActivity.get(activity)!)),
    ...(aboutThem.length > 0 ? [{ heading: 'About yourselves', of: 'participants', questions: aboutThem }] : []),
    ...byAreas(others),
  ];
}

function activitySection(activity: Activity, asked: readonly Question[]): Section {
  const note = activity.get('does').text;
  const questions = [...asked].sort((a, b) => byArea(a.area, b.area));
  const of = workWords(activity);
  return { heading: `When you are at “${of}”`, of, ...(note && { note }), questions };
}

/** What an activity is called among those who do it: an id’s hyphens are for the file. */
const workWords = ({ id, name }: Activity): string => (name === id ? id.replaceAll(/[-_]/g, ' ') : name);

const AREA_NAMES = new Map(
  Object.values(AREAS).flatMap((areas) => areas.map(({ id, name }): [string, string] => [id, name])),
);

function byAreas(questions: readonly Question[]): Section[] {
  const areas = [...new Set(questions.map(({ area }) => area))].sort(byArea);
  return areas.map((area) => ({
    heading: AREA_NAMES.get(area) ?? capital(keyWords(area)),
    of: area,
    questions: questions.filter((question) => question.area === area).map(named),
  }));
}

/** A question that says which item it is about, where no activity stands above it. */
const named = (question: Question): Question => {
  const { about, words } = question;
  return about === '' || words.includes(about) || words.startsWith('“')
    ? question
    : { ...question, words: `${about}: ${words}` };
};
