import { namedKind } from '../../../server/src/check/check.ts';
import {
  counted,
  type ReportedFile,
  type ReportedFinding,
  type ReportedWaived,
  reportFile,
} from '../../../server/src/reports/reported.ts';
import { check } from '../../helpers/check.ts';

export const FILE = 'lettings.work-system.yaml';

/** A description with an error, warnings, notes, related places and two accepted findings. */
export const TEXT = `kind: work-system
format: 1
title: Lettings
titel: Lettings
participants:
  negotiators: Negotiators
activities:
  let:
    does: They let “flats” 🏠 and houses
    performed_by: [negotiator]
    uses: [tenant-file]
information:
  tenant-file: { sensitivity: confidential }
# worksec-disable-next-line information/unprotected: It moves to the new program in March
  passport-scan: { sensitivity: restricted }
waivers:
  - rule: governance/no-security-lead
    because: |
      A new lead comes
      in the new year
    decided_by: Managing director
    until: 2027-01-31
`;

/** A text as a run has it after checking. */
export const reported = (text: string = TEXT, file: string = FILE): ReportedFile =>
  reportFile(check(text, { file }), namedKind(file));

/** What a file or a name may hold to be taken for something else. */
export const HOSTILE = [
  '<script>alert("1")</script>',
  '<!-- --> &amp; &#64;',
  'a | b \\| c',
  '`code` ```',
  '**bold** __strong__ _em_ ~~gone~~',
  '[link](https://evil.example/) ![pixel](https://evil.example/x.png) <https://evil.example/>',
  'https://evil.example/a www.evil.example someone@evil.example',
  '@team @org/team #12 GH-12 !3 ~label :+1: $x$',
  '{0} {+ ins +} %0A::error::x ::stop-commands::y ##[error]z',
  'first\nsecond\r\nthird\n::error file=x::injected\n\n# Heading\n- item\n\n```\n',
  '\u001b[31mred\u0007 \u202eback \ud800 ]]> \ufffe',
].join(' ');

/** A report in one piece. */
export const whole = (report: Iterable<string | Uint8Array>): string => [...report].join('');

/** A finding made by hand, with whatever it should hold. */
export const finding = (more: Partial<ReportedFinding> = {}): ReportedFinding => ({
  file: FILE,
  rule: 'customers/misuse-unchecked',
  severity: 'warning',
  at: 'customers.landlords',
  message: 'A message',
  range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
  fingerprint: 'customers/misuse-unchecked@customers.landlords',
  related: [],
  excerpt: { text: 'title: Lettings', start: 0, end: 5, cutBefore: false, cutAfter: false },
  ...more,
});

/** A file made by hand. */
export const file = (
  findings: readonly ReportedFinding[],
  waived: readonly ReportedWaived[] = [],
  more: Partial<ReportedFile> = {},
): ReportedFile => ({
  file: FILE,
  documents: [{ file: FILE, kind: 'work-system', title: 'Lettings' }],
  findings,
  waived,
  coverage: {},
  counted: counted(findings),
  ...more,
});

/** A file in which every text is hostile. */
export function hostileFile(): ReportedFile {
  const related = [{ file: HOSTILE, range: finding().range, message: HOSTILE }];
  const told = finding({
    file: HOSTILE,
    document: HOSTILE,
    rule: HOSTILE,
    at: HOSTILE,
    message: HOSTILE,
    fingerprint: HOSTILE,
    related,
  });
  const waiver = { because: HOSTILE, decided_by: HOSTILE, until: '2027-01-31', by: 'waiver' as const };
  return file([told], [{ ...told, waiver }], {
    file: HOSTILE,
    documents: [{ file: HOSTILE, kind: 'work-system', title: HOSTILE }],
  });
}
