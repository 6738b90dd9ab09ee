/** One row of the table: what is measured, and how much of the other it may take at most. */
export interface Claim {
  readonly what: string;
  readonly against: string;
  readonly atMost?: number;
  /** A ratio, where there is none. */
  readonly unit?: 'MiB' | 'findings';
}

const AT_ONCE = 'yaml-language-server, its wait taken out';
const AS_IT_IS = 'yaml-language-server as it is';
const PARSE = 'one bare `parseDocument` of the same text';
const TWICE = 'half as much';

/** Everything that is measured, in the order of the table. */
export const CLAIMS = {
  'key-100': { what: 'A key in 100 lines → findings', against: AT_ONCE },
  'key-500': { what: 'A key in 500 lines → findings', against: AT_ONCE, atMost: 0.3 },
  'key-2000': { what: 'A key in 2,000 lines → findings', against: AT_ONCE, atMost: 0.08 },
  'key-10000': { what: 'A key in 10,000 lines → findings', against: AT_ONCE, atMost: 0.04 },
  'wait-100': { what: 'A key in 100 lines → findings', against: AS_IT_IS },
  'wait-500': { what: 'A key in 500 lines → findings', against: AS_IT_IS },
  'wait-2000': { what: 'A key in 2,000 lines → findings', against: AS_IT_IS },
  'wait-10000': { what: 'A key in 10,000 lines → findings', against: AS_IT_IS },
  'parse-100': { what: 'A key in 100 lines → findings', against: PARSE },
  'parse-500': { what: 'A key in 500 lines → findings', against: PARSE },
  'parse-2000': { what: 'A key in 2,000 lines → findings', against: PARSE, atMost: 0.5 },
  'parse-10000': { what: 'A key in 10,000 lines → findings', against: PARSE },
  'broken-100': { what: 'A key in 100 lines that cannot be read as YAML → findings', against: AT_ONCE },
  'broken-500': { what: 'A key in 500 such lines → findings', against: AT_ONCE, atMost: 0.7 },
  'broken-2000': { what: 'A key in 2,000 such lines → findings', against: AT_ONCE, atMost: 0.7 },
  'broken-10000': { what: 'A key in 10,000 such lines → findings', against: AT_ONCE, atMost: 0.7 },
  'same-findings': {
    what: 'Findings after all these keys that differ from those of the same text, opened anew',
    against: '–',
    atMost: 0,
    unit: 'findings',
  },
  typing: {
    what: '40 keys, one every 60 ms, in 5,000 lines: last key → last findings',
    against: 'one check of the whole text',
    atMost: 1,
  },
  'typing-at-once': { what: 'The same', against: AT_ONCE },
  'typing-as-it-is': { what: 'The same', against: AS_IT_IS },
  completion: { what: 'Completion in 2,000 lines', against: 'a key in the same text → findings', atMost: 1 },
  hover: { what: 'Hover in 2,000 lines', against: 'a key in the same text → findings', atMost: 1 },
  'completion-typing': { what: 'A key and completion straight after it', against: 'a key in the same text → findings' },
  'completion-peer': { what: 'Completion in 2,000 lines', against: AT_ONCE },
  'hover-peer': { what: 'Hover in 2,000 lines', against: AT_ONCE },
  initialize: { what: 'Start → answer to `initialize`', against: 'an empty server on Node', atMost: 1.3 },
  'initialize-peer': { what: 'Start → answer to `initialize`', against: 'yaml-language-server' },
  'first-findings': { what: 'Start → first findings in 500 lines', against: AT_ONCE, atMost: 0.35 },
  'first-findings-anew': { what: 'The very first start on a machine → first findings', against: AT_ONCE },
  'files-spectral': {
    what: '`worksec check` on 1,000 files of 500 lines',
    against: 'Spectral, 30 rules',
    atMost: 0.08,
  },
  'files-schema': {
    what: '`worksec check` on 1,000 files of 500 lines',
    against: 'js-yaml 4 and ajv, which give no places in the text',
    atMost: 3,
  },
  'spectral-line': {
    what: 'Spectral on 200 of these files',
    against: 'as worked out from 50 and from 100',
  },
  'files-10000': { what: '`worksec check` on 10,000 files', against: 'on 1,000 files', atMost: 10.5 },
  'files-warm': { what: '`worksec check --cache`, nothing changed', against: 'without the cache', atMost: 0.1 },
  'files-memory': { what: 'Most memory for 10,000 files', against: '–', atMost: 150, unit: 'MiB' },
  'file-spectral': { what: '`worksec check` on one small file', against: 'Spectral, 30 rules' },
  'file-schema': { what: '`worksec check` on one small file', against: 'js-yaml 4 and ajv' },
  'file-node': { what: '`worksec check` on one small file', against: '`node -e 0`' },
  memory: { what: 'Memory of the server after edits in 5,000 lines', against: 'yaml-language-server', atMost: 0.6 },
  'twice-lines': { what: 'A whole check of up to 10,000 lines', against: TWICE, atMost: 2.3 },
  'twice-keys': { what: 'A whole check of up to 20,000 keys in one map', against: TWICE, atMost: 2.3 },
  'twice-aliases': { what: 'A whole check of up to 8,000 aliases', against: TWICE, atMost: 2.3 },
  'twice-items': { what: 'A whole check of up to 5,000 items with findings', against: TWICE, atMost: 2.3 },
  'twice-references': { what: 'A whole check of up to 20,000 references', against: TWICE, atMost: 2.3 },
  'twice-open': { what: 'Opening up to 1,000 files at once', against: TWICE, atMost: 2.3 },
  'key-1000-open': { what: 'A key while 1,000 files are open', against: 'while one file is open', atMost: 2 },
} as const satisfies Readonly<Record<string, Claim>>;

export type ClaimId = keyof typeof CLAIMS;

export const claimIds = Object.keys(CLAIMS) as readonly ClaimId[];
