/** What this server and its client say to each other beyond the common protocol. Types and names only. */

/** Request: how far every document of the workspace is, or those of one file. Answers with {@link DocumentOverview}s. */
export const OVERVIEW = 'worksec/overview';

/**
 * Notification of the server, to a client that has asked for an overview: what that said of these files may no longer
 * hold, or of any where none are named.
 */
export const CHANGED = 'worksec/changed';

/** Request: what of a description a change may touch. Answers with {@link CharterChoice}s; null where it cannot be read. */
export const CHARTER_CHOICES = 'worksec/charterChoices';

/** Request: the text of a charter for a change to a description. */
export const NEW_CHARTER = 'worksec/newCharter';

/** Request: the pictures and questions of a file's documents. Answers with a {@link CoverageAnswer}. */
export const COVERAGE = 'worksec/coverage';

/** Request: where a part of a picture leads to. Answers with a range; null where there is no such document any more. */
export const PLACE = 'worksec/place';

/** Request: a report on a file, or on all of the workspace. Answers with its text; null where there is nothing to report on. */
export const REPORT = 'worksec/report';

/** Request: who can be asked about the work or project of a file. Answers with {@link PersonChoice}s. */
export const PEOPLE = 'worksec/people';

/** Request: the open questions of a file as sheets. Answers with their text; null where there is nobody to ask, and nothing. */
export const INTERVIEW = 'worksec/interview';

/** Request: what a filled-in sheet changes. Answers with {@link AppliedAnswers}; null where the text is no sheet. */
export const APPLY_ANSWERS = 'worksec/applyAnswers';

export interface OverviewParams {
  /** One file; all of the workspace when not given. */
  readonly uri?: string;
}

export interface ChangedParams {
  readonly uris?: readonly string[];
}

/** A description or charter, with its elements or phases. */
export interface DocumentOverview {
  readonly uri: string;
  /** In a file of several documents: the document's id, or its number from 0. */
  readonly document?: string;
  readonly title?: string;
  readonly kind?: 'work-system' | 'project-charter';
  readonly range: WireRange;
  /** Those of all areas together. */
  readonly counts: Counts;
  readonly areas: readonly AreaOverview[];
}

/** An element or phase, or what belongs to none of them. */
export interface AreaOverview {
  readonly id: string;
  /** What people call it; not there for what belongs to no element or phase. */
  readonly name?: string;
  /** Where it stands, or would stand. */
  readonly range: WireRange;
  readonly counts: Counts;
  /** In the order of the text. */
  readonly findings: readonly FindingOverview[];
}

/** How many questions there are, and what became of them; `questions` is the sum of the other four. */
export interface Counts {
  readonly questions: number;
  readonly answered: number;
  readonly open: number;
  readonly accepted: number;
  readonly notApplicable: number;
}

export interface FindingOverview {
  readonly rule: string;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly range: WireRange;
  /** There where somebody decided to leave it so for now. */
  readonly accepted?: { readonly because: string; readonly until?: string };
}

/** The result of the command that checks the whole workspace. */
export interface CheckedWorkspace {
  readonly files: number;
  /** Fewer than there are where somebody stopped it. */
  readonly checked: number;
  readonly findings: number;
}

export interface DescriptionParams {
  readonly uri: string;
  /** In a file of several documents: the description's id, or its number from 0. */
  readonly document?: string;
}

export interface NewCharterParams extends DescriptionParams {
  /** Where the charter will lie. */
  readonly charter: string;
  readonly title: string;
  /** What the change touches. */
  readonly items: readonly Pick<CharterChoice, 'section' | 'id'>[];
}

export type ChoiceSection = 'information' | 'activities' | 'participants' | 'technologies';

/** An item of a description that a change may touch. */
export interface CharterChoice {
  readonly section: ChoiceSection;
  readonly id: string;
  readonly name: string;
  readonly sensitive: boolean;
  /** Taken to be touched until somebody says otherwise. */
  readonly suggested: boolean;
}

export interface CoverageParams {
  readonly uri: string;
}

export interface PlaceParams {
  readonly uri: string;
  /** In a file of several documents: the document's id, or its number from 0. */
  readonly document?: string;
  /** A JSON pointer, as pictures have them in `data-at`. */
  readonly at: string;
}

export interface CoverageAnswer {
  /** The style sheet of the pictures. */
  readonly style: string;
  readonly documents: readonly DocumentCoverage[];
}

/** What became of the questions of a description or charter. */
export interface DocumentCoverage {
  /** In a file of several documents: the document's id, or its number from 0. */
  readonly document?: string;
  readonly title?: string;
  readonly kind?: 'work-system' | 'project-charter';
  /** True while the text cannot be read; pictures and questions are then those of the last text that could. */
  readonly broken: boolean;
  readonly counts: Counts;
  /** Those that questions belong to, in the order people read them. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  /** SVG, safe to be put into a page. */
  readonly pictures: readonly { readonly id: PictureId; readonly svg: string }[];
  readonly questions: readonly QuestionCoverage[];
}

export type PictureId = 'framework' | 'life-cycle' | 'flow' | 'grid';

export type QuestionFate = Exclude<keyof Counts, 'questions'>;

export interface QuestionCoverage {
  /** Tells it from the others, also after the text has changed. */
  readonly key: string;
  readonly area: string;
  /** The item it was asked about. */
  readonly about: string;
  /** In plain words; of an open question what a finding says. */
  readonly question: string;
  readonly fate: QuestionFate;
  /** Who decided or promised an answer, or could give one. */
  readonly who: readonly string[];
  /** The day an acceptance ends, or an answer is promised for. */
  readonly until?: string;
  readonly range: WireRange;
}

export type ReportFormat = 'html' | 'md' | 'json';

export interface ReportParams {
  /** One file; all of the workspace when not given. */
  readonly uri?: string;
  readonly format: ReportFormat;
}

/** A participant group or a post that can be asked. */
export interface PersonChoice {
  readonly id: string;
  readonly name: string;
}

export interface PeopleParams {
  readonly uri: string;
}

export type SheetFormat = 'md' | 'html' | 'csv';

export interface InterviewParams {
  readonly uri: string;
  readonly format: SheetFormat;
  /** The id of the only group that is to be asked. */
  readonly group?: string;
}

export interface ApplyAnswersParams {
  /** The text of a sheet in Markdown, or of a table. */
  readonly sheet: string;
  /** Where the sheet lies: a file beside it is meant before one of the same name elsewhere. */
  readonly beside?: string;
  /** The file that those answers are for whose own is not there. */
  readonly otherwise?: string;
}

/** What a sheet changes, and what became of its answers. Nothing is changed by asking. */
export interface AppliedAnswers {
  readonly files: readonly ChangedFile[];
  readonly taken: number;
  /** Questions without an answer. */
  readonly blank: number;
  readonly left: readonly LeftOut[];
  /** The files, as the sheet calls them, that are not there. */
  readonly missing: readonly string[];
}

export interface ChangedFile {
  readonly uri: string;
  /** The version of the text that the edits are for; null where it is not open. */
  readonly version: number | null;
  readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
}

/** An answer that a person has to work in. */
export interface LeftOut {
  /** Where it stands in the sheet, from 1. */
  readonly line: number;
  /** The question, where it is still asked. */
  readonly question: string;
  readonly answer: string;
  readonly why: string;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}
