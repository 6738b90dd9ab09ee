import type { CheckedFile } from '../../server/src/check/check.ts';
import type { Finding } from '../../server/src/check/finding.ts';

const MARKER = /^#[ ]*\^+ (?:error|warning|information|hint) [\w/-]+: .*(?:\r?\n|$)/gm;

/** A text without its marker lines: the input of a round-trip fixture. */
export const strip = (annotated: string): string => annotated.replace(MARKER, '');

/**
 * A text with a marker line under each line on which findings begin: what is underlined, how grave it is, the rule,
 * the path that identifies it (where it differs from what is underlined), the message, and 💡 where a fix exists.
 *
 * Carets stand under the text; those for a range that begins in the first column leave it to the `#`.
 */
export function annotate(checked: CheckedFile): string {
  const { text, lines } = checked.stream;
  const byLine = new Map<number, Finding[]>();
  for (const finding of checked.findings) {
    const { line } = lines.position(finding.span.start);
    byLine.set(line, [...(byLine.get(line) ?? []), finding]);
  }
  let out = '';
  for (let line = 0; line < lines.count; line++) {
    const whole = text.slice(lines.start(line), lines.start(line + 1));
    const findings = byLine.get(line) ?? [];
    out += findings.length > 0 && !whole.endsWith('\n') ? `${whole}\n` : whole;
    for (const finding of findings) {
      const column = finding.span.start - lines.start(line);
      const length = Math.max(1, Math.min(finding.span.end, lines.end(line)) - finding.span.start);
      const carets = column === 0 ? '^'.repeat(Math.max(1, length - 1)) : ' '.repeat(column - 1) + '^'.repeat(length);
      out += `#${carets} ${finding.severity} ${finding.rule}: ${finding.message}${finding.fixes.length > 0 ? ' 💡' : ''}\n`;
    }
  }
  return out;
}
