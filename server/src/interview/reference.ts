/**
 * What a question is known by in a sheet: its file and its finding's identity, which outlive edits of the text. Signs
 * that would end a comment, or that programs for tables change, are written as in web addresses.
 */
export const referenceTo = (file: string, fingerprint: string): string => `${coded(file)}#${coded(fingerprint)}`;

/** The identity of one item's finding, as `check` makes it. */
export const fingerprintOf = (rule: string, at: readonly (string | number)[], document: string | undefined): string =>
  `${rule}@${document === undefined ? '' : `${document}#`}${at.join('.')}`;

/** The file a reference leads to; undefined for what is no reference. */
export function fileOf(reference: string): string | undefined {
  const end = reference.indexOf('#');
  if (end < 1 || !reference.includes('@', end)) return undefined;
  try {
    return decodeURIComponent(reference.slice(0, end));
  } catch {
    return undefined;
  }
}

const coded = (text: string): string =>
  text.replace(/[^\p{L}\p{M}\p{N}._/@-]|(?<=-)-/gu, (sign) =>
    [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );

/** The part of a reference that names the question, whatever the file is called by now. */
export const keyOf = (reference: string): string => reference.slice(reference.indexOf('#') + 1);
