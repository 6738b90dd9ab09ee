import { safe } from '../text/json.ts';
import type { Range, ReportedFile, ReportedFinding } from './reported.ts';

/** Where an item of a list stands that is a part of the report itself. */
const MARGIN = '    ';

/**
 * The findings of a file as items of a report's list: what `json` gives for each. Written out part by part, since by far
 * the most of a report is this.
 */
export function findingTexts({ file, findings }: Pick<ReportedFile, 'file' | 'findings'>): string {
  const own = quoted(file);
  const name = (other: string): string => (other === file ? own : quoted(other));
  return safe(findings.map((finding) => findingText(finding, name)).join(`,\n${MARGIN}`));
}

function findingText(finding: ReportedFinding, name: (file: string) => string): string {
  const { file, document, rule, severity, at, message, range, fingerprint, related } = finding;
  return `{
      "file": ${name(file)},${document === undefined ? '' : `\n      "document": ${quoted(document)},`}
      "rule": ${quoted(rule)},
      "severity": "${severity}",
      "at": ${quoted(at)},
      "message": ${quoted(message)},
      "range": ${rangeText(range, '      ')},
      "fingerprint": ${quoted(fingerprint)}${related.length === 0 ? '' : `,\n      "related": [${relatedTexts(related, name)}\n      ]`}
    }`;
}

const relatedTexts = (related: ReportedFinding['related'], name: (file: string) => string): string =>
  related
    .map(
      ({ file, range, message }) => `
        {
          "file": ${name(file)},
          "range": ${rangeText(range, '          ')},
          "message": ${quoted(message)}
        }`,
    )
    .join(',');

const rangeText = ({ start, end }: Range, margin: string): string => `{
${margin}  "start": {
${margin}    "line": ${start.line},
${margin}    "character": ${start.character}
${margin}  },
${margin}  "end": {
${margin}    "line": ${end.line},
${margin}    "character": ${end.character}
${margin}  }
${margin}}`;

const quoted = (text: string): string => JSON.stringify(text);
