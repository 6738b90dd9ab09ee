import type { CoverageAnswer, PictureId, QuestionFate, WireRange } from '../../../server/src/protocol.ts';

/** What the panel's page is told to show. */
export interface PanelContent extends CoverageAnswer {
  readonly uri: string;
  /** The file's name, for documents without a title. */
  readonly file: string;
  /** What is said of each document's counts, a line for each. */
  readonly counts: readonly (readonly string[])[];
  readonly words: PanelWords;
}

/** The texts of the page in the language of the editor; `{0}` stands for a number. */
export interface PanelWords {
  readonly picture: string;
  readonly pictures: Readonly<Record<PictureId, string>>;
  readonly document: string;
  readonly broken: string;
  readonly questions: string;
  readonly noQuestions: string;
  readonly state: string;
  readonly area: string;
  readonly all: string;
  readonly question: string;
  readonly about: string;
  readonly who: string;
  readonly until: string;
  readonly fates: Readonly<Record<QuestionFate, string>>;
  /** What the buttons over the picture do. */
  readonly doing: Readonly<Record<PanelCommand, string>>;
  readonly shownOne: string;
  readonly shownMany: string;
}

/** What can be done with the file from its panel. */
export type PanelCommand = 'exportReport' | 'interview';

/** What a person has chosen; it stays while the panel is hidden and after the window is opened again. */
export interface PanelState {
  readonly uri?: string;
  /** In a file of several documents: which of them. */
  readonly document: number;
  readonly picture?: PictureId;
  readonly fate: QuestionFate | '';
  readonly area: string;
}

export type ToPage =
  | { readonly type: 'content'; readonly content: PanelContent }
  /** Asks to look at a document or at one of its elements or phases. */
  | { readonly type: 'look'; readonly document: number; readonly area: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'do'; readonly command: PanelCommand; readonly uri: string }
  | { readonly type: 'go'; readonly uri: string; readonly range: WireRange }
  | { readonly type: 'follow'; readonly uri: string; readonly document?: string; readonly at: string };
