import type { Location, Message } from 'sarif';
import { visible } from '../text/visible.ts';
import type { Range, ReportedFinding, ReportedWaived } from './reported.ts';

/** The folder that names of files are relative to, by the name the makers of viewers have agreed on. */
export const ROOT = '%SRCROOT%';

/** A message in which brackets and braces from a file stay what they are: no links, no places to fill in. */
export const messageOf = (text: string): Message => ({
  text: visible(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&'),
});

/** A place in a file; `at` is the dotted path of what stands there. */
export function locationOf({ file, range, at }: Pick<ReportedFinding, 'file' | 'range'> & { at?: string }): Location {
  return {
    physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(range) },
    ...(at && { logicalLocations: [{ fullyQualifiedName: visible(at) }] }),
  };
}

/** The address of a file. Only one on another drive has no way from the folder where the check was started. */
export function artifactOf(file: string): { uri: string; uriBaseId?: string } {
  const encoded = file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return /^[a-z]:\//i.test(file)
    ? { uri: `file:///${encoded.replace('%3A', ':')}` }
    : { uri: encoded, uriBaseId: ROOT };
}

/** Lines and columns counted from 1; the end is the first column behind. */
const regionOf = ({ start, end }: Range) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** Who accepted a finding, and until when; safe to print. */
export const decisionWords = ({ decided_by, until, by }: ReportedWaived['waiver']): string =>
  visible(
    [
      until && `until ${until}`,
      decided_by ? `decided by ${decided_by}` : by === 'comment' && 'by a comment in the file',
    ]
      .filter(Boolean)
      .join(', '),
  );
