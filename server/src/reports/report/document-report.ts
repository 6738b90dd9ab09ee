import { AREAS, areaFor, byArea } from '../../check/areas.ts';
import type { CheckedFile } from '../../check/check.ts';
import type { CheckedDocument } from '../../check/checked-document.ts';
import type { Finding } from '../../check/finding.ts';
import { totalOf } from '../../check/questions.ts';
import type { Day } from '../../formats/dates.ts';
import type { Item } from '../../model/sections.ts';
import { ruleSetFor } from '../../rules/rule-set.ts';
import { capital, keyWords } from '../../rules/wordings.ts';
import { apart } from '../apart.ts';
import { compareFile } from '../diff.ts';
import { answerTo } from './answers.ts';
import { figuresFor, standardsFor } from './background.ts';
import { exceptionsIn } from './exceptions.ts';
import { pointsOf, putOff, type Rules } from './open-points.ts';
import { peopleAsked } from './people.ts';
import type { AreaReport, DocumentReport, ReportableFile, Since } from './report.ts';
import { summaryOf } from './summary.ts';

const NONE = { questions: 0, answered: 0, open: 0, accepted: 0, notApplicable: 0 };

/** What belongs to no element or phase. */
const GENERAL = 'general';

/** The reports of all documents of a file; of one that cannot be read at all, what was found in it. */
export function documentReports(file: ReportableFile, today: Day, since: string | undefined): DocumentReport[] {
  const { checked, settings } = file;
  const { format, model } = ruleSetFor(settings);
  const rules: Rules = new Map([...format, ...model].map((rule) => [rule.id, rule]));
  const ofDocuments = checked.documents.reduce((sum, { findings }) => sum + findings.length, 0);
  // Findings about the file as a whole come before those of its documents.
  const ofFile = checked.findings.slice(0, checked.findings.length - ofDocuments);
  const compared =
    since === undefined || file.before === 'unreadable' ? undefined : sinceIn(checked, file.before, today);
  if (checked.documents.length === 0) return [unreadable(file, ofFile)];
  return checked.documents.map((document, i) =>
    documentReport(document, {
      file: checked.file,
      today,
      rules,
      ofFile: i === 0 ? ofFile : [],
      since: compared?.(document, i === 0),
    }),
  );
}

interface Around {
  readonly file: string;
  readonly today: Day;
  readonly rules: Rules;
  readonly ofFile: readonly Finding[];
  readonly since: Since | undefined;
}

function documentReport(checked: CheckedDocument, { file, today, rules, ofFile, since }: Around): DocumentReport {
  const { kind, title, model, questions, coverage } = checked;
  const text = (key: string): string | undefined => (model?.root as Item | undefined)?.fields.get(key)?.text;
  const purpose = text('purpose');
  const describedOn = text('described_on');
  const areas = areasOf(checked, ofFile, rules);
  const exceptions = exceptionsIn(checked, today);
  const counts = totalOf(coverage);
  const people = peopleAsked(areas);
  const guidelines = [...new Set(questions.flatMap(({ rule }) => rules.get(rule)?.guidelines ?? []))];
  const known = {
    file,
    ...(checked.id !== undefined && { document: apart(checked.id) }),
    ...(kind && { kind }),
    ...(title && { title: apart(title) }),
    ...(purpose && { purpose: apart(purpose) }),
    ...(describedOn && { describedOn: apart(describedOn) }),
  };
  return {
    ...known,
    summary: summaryOf({ counts, areas, people, exceptions, since, readable: model !== undefined }),
    counts,
    areas,
    people,
    exceptions,
    ...(since && { since }),
    figures: figuresFor(guidelines),
    standards: standardsFor(guidelines),
  };
}

function areasOf(checked: CheckedDocument, ofFile: readonly Finding[], rules: Rules): AreaReport[] {
  const { kind, coverage, questions } = checked;
  const known = new Map(kind ? AREAS[kind].map(({ id, name }) => [id, name]) : []);
  const ids = [...new Set([...known.keys(), ...Object.keys(coverage)])].sort(byArea);
  const found = new Map<string, Finding[]>([...ids, GENERAL].map((id) => [id, []]));
  found.get(GENERAL)!.push(...ofFile);
  for (const finding of checked.findings) found.get(areaFor(finding, kind, found) ?? GENERAL)!.push(finding);
  return [...found].flatMap(([id, findings]): AreaReport[] => {
    const asked = questions.filter(({ area }) => area === id);
    if (asked.length === 0 && findings.length === 0) return [];
    const answers = asked
      .filter(({ fate }) => fate === 'answered')
      .map((question) => answerTo(question, rules.get(question.rule), checked));
    const spoken = answers.filter(({ how, who, when }) => how.length + who.length + when.length > 0);
    return [
      {
        id,
        name: known.get(id) ?? (id === GENERAL ? 'The document as a whole' : capital(keyWords(id))),
        counts: coverage[id] ?? NONE,
        open: [...pointsOf(findings, checked, rules), ...putOff(asked, checked, rules)],
        answers: spoken,
        implied: answers.length - spoken.length,
      },
    ];
  });
}

/** What became of a file, document by document; what cannot be told apart counts to the first. */
function sinceIn(checked: CheckedFile, before: CheckedFile | undefined, today: Day) {
  const { created, closed, changed } = compareFile(before, checked, today);
  const ids = new Set(checked.documents.map(({ id }) => id));
  return (document: CheckedDocument, isFirst: boolean): Since => {
    const isHere = (finding: { readonly document?: string }): boolean =>
      finding.document === document.id || (isFirst && !ids.has(finding.document));
    const earlier = before?.documents.find(({ id }) => id === document.id);
    return {
      created: created.filter(isHere),
      closed: closed.filter(isHere),
      changed: changed.filter(isHere),
      ...(earlier && { counts: totalOf(earlier.coverage) }),
    };
  };
}

function unreadable({ checked: { file, stream } }: ReportableFile, findings: readonly Finding[]): DocumentReport {
  const open = findings.map(({ rule, severity, message, span }) => {
    const line = stream.lines.position(span.start).line + 1;
    return { rule, severity, question: message, items: [{ at: '', about: '', line, message, who: [] }] };
  });
  const areas = [{ id: GENERAL, name: 'The file as a whole', counts: NONE, open, answers: [], implied: 0 }];
  return {
    file,
    summary: summaryOf({ counts: NONE, areas, people: [], exceptions: [], since: undefined, readable: false }),
    counts: NONE,
    areas,
    people: [],
    exceptions: [],
    figures: [],
    standards: [],
  };
}
