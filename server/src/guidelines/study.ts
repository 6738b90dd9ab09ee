import type { Evidence, Source } from './guideline.ts';

/** The study behind the guidelines. */
export const STUDY = 'Sadok, Alter and Bednar (2020), “It is not my job”';

/** A figure of the study as a sentence. */
export const figureOf = ({ percent, bound, what }: Evidence): string =>
  `${bound === 'more-than' ? 'More than ' : ''}${percent} % of those interviewed ${what.replace(/^of those interviewed /, '')}.`;

/** Where the study says something. */
export const sourceOf = (source: Source): string =>
  'table' in source
    ? `Table ${source.table}, row ${source.row}, item ${source.item}`
    : `section ${source.section}${source.also ? ` and section ${source.also}` : ''}`;
