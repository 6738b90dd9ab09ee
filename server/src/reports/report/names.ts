import type { DocumentReport } from './report.ts';
import type { Shared } from './shared.ts';

/** What a document is called: its title or, where it has none, its file. */
export const nameOf = ({ title, file, document }: Pick<DocumentReport, 'title' | 'file' | 'document'>): string =>
  title ?? (document === undefined ? file : `${file}, ${document}`);

/** What the sections of shared things are called, one of them. */
export const SECTION_NAMES: Readonly<Record<Shared['section'], string>> = {
  infrastructure: 'Infrastructure',
  technologies: 'Technology',
  policies: 'Policy',
  participants: 'Group of people',
  roles: 'Post',
};
