/**
 * What a server without a file system of its own asks its client: a file's bytes, and the names of our files. The
 * client answers for files of the workspace alone, and for those alone that carry one of our names.
 */
export const READ_FILE = 'worksec/readFile';
export const FIND_FILES = 'worksec/findFiles';

export interface FileParams {
  readonly uri: string;
}

/** Null where there is no such file, or none that may be read. */
export type ReadFileResult = Uint8Array | null;

export interface FindFilesParams {
  readonly folder: string;
}

export type FindFilesResult = readonly string[];
