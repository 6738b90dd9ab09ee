import { ruleById } from '../rules/index.ts';
import { ruleUrl } from '../rules/url.ts';
import { escaped } from '../text/markup.ts';
import type { ReportedFile, ReportedFinding, ReportedWaived } from './reported.ts';
import { decisionWords } from './sarif-text.ts';
import { severityWord } from './severity.ts';

/**
 * A run as JUnit XML, for the test views of build servers. Each file is a suite and each finding a case: errors and
 * warnings fail, notes and hints pass and say what they have to say, and what somebody accepted is skipped.
 */
export function* junitReport(files: Iterable<ReportedFile>): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  const attributes = { name: 'worksec', ...totalsOf(files) };
  if (attributes.tests === 0) {
    yield `${element('testsuites', attributes, [])}\n`;
    return;
  }
  yield `${startTag('testsuites', attributes)}>\n`;
  for (const file of files) {
    const cases = casesOf(file);
    yield `${element('testsuite', { name: file.file, ...counts(cases) }, cases.map(caseElement))}\n`;
  }
  yield '</testsuites>\n';
}

function totalsOf(files: Iterable<ReportedFile>): Counts {
  const totals = counts([]);
  for (const file of files) {
    const more = counts(casesOf(file));
    for (const key of Object.keys(totals) as (keyof Counts)[]) totals[key] += more[key];
  }
  return totals;
}

interface Case {
  readonly attributes: Attributes;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly children: readonly string[];
}

function casesOf(file: ReportedFile): Case[] {
  const cases = [...file.findings.map(findingCase), ...file.waived.map(waivedCase)];
  if (cases.length > 0) return cases;
  // A suite without a single case would look as if nothing had been checked.
  return [{ attributes: { classname: file.file, name: 'Nothing to report' }, outcome: 'passed', children: [] }];
}

function findingCase(finding: ReportedFinding): Case {
  const attributes = attributesOf(finding);
  if (finding.severity !== 'error' && finding.severity !== 'warning')
    return { attributes, outcome: 'passed', children: [element('system-out', {}, [details(finding)])] };
  const failure = { message: finding.message, type: finding.severity };
  return { attributes, outcome: 'failed', children: [element('failure', failure, [details(finding)])] };
}

function waivedCase({ waiver, ...finding }: ReportedWaived): Case {
  const message = `Accepted ${decisionWords(waiver)}: ${waiver.because}`;
  return { attributes: attributesOf(finding), outcome: 'skipped', children: [element('skipped', { message }, [])] };
}

/** The name of a case stays the same while its question is open, so that build servers can tell old ones from new. */
function attributesOf({ file, document, rule, at, range }: ReportedFinding): Attributes {
  const place = [document, at].filter(Boolean).join('#');
  const title = ruleById(rule)?.title ?? rule;
  return { classname: file, name: place ? `${title}: ${place}` : title, file, line: range.start.line + 1 };
}

/** What a finding says, line by line. */
function details(finding: ReportedFinding): string {
  const { rule, severity, message, related } = finding;
  return [
    `${placeOf(finding)} ${severityWord(severity)}: ${message}`,
    ...related.map((each) => `${placeOf(each)} ${each.message}`),
    ruleById(rule) ? `${rule}: ${ruleUrl(rule)}` : rule,
  ]
    .map(escaped)
    .join('\n');
}

const placeOf = ({ file, range }: Pick<ReportedFinding, 'file' | 'range'>): string =>
  `${file}:${range.start.line + 1}:${range.start.character + 1}`;

const counts = (cases: readonly Case[]) => ({
  tests: cases.length,
  failures: cases.filter(({ outcome }) => outcome === 'failed').length,
  errors: 0,
  skipped: cases.filter(({ outcome }) => outcome === 'skipped').length,
});

type Counts = ReturnType<typeof counts>;

type Attributes = Readonly<Record<string, string | number>>;

const caseElement = ({ attributes, children }: Case): string => element('testcase', attributes, children);

/** An element with its children, which are XML already. */
function element(name: string, attributes: Attributes, children: readonly string[]): string {
  const start = startTag(name, attributes);
  if (children.length === 0) return `${start}/>`;
  const isText = children.length === 1 && !children[0]!.startsWith('<');
  return isText ? `${start}>${children[0]}</${name}>` : `${start}>\n${children.join('\n')}\n</${name}>`;
}

/** The tag that opens an element, up to the sign that ends it. */
function startTag(name: string, attributes: Attributes): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${given.join('')}`;
}
