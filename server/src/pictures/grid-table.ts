import { AREAS, byArea } from '../check/areas.ts';
import type { CheckedDocument } from '../check/checked-document.ts';
import type { AskedQuestion, Fate } from '../check/questions.ts';
import { sectionPath } from '../formats/section-path.ts';
import { ruleById } from '../rules/index.ts';
import { capital, keyWords } from '../rules/wordings.ts';
import type { Path } from '../yaml/node.ts';

/** What became of a question about an item, or of several that one rule asks. */
export interface GridCell {
  readonly fate: Fate;
  readonly count: number;
  readonly at: Path;
}

/** What questions were asked of: an item, or a part of an element or phase. */
export interface GridRow {
  readonly name: string;
  readonly at: Path;
  /** By rule. */
  readonly cells: ReadonlyMap<string, GridCell>;
}

export interface GridBlock {
  readonly area: string;
  readonly name: string;
  readonly at: Path;
  readonly columns: readonly { readonly rule: string; readonly words: string; readonly title: string }[];
  readonly rows: readonly GridRow[];
}

/** The questions of a document by element or phase: a row for each item, a column for each rule. */
export function gridOf(document: CheckedDocument): GridBlock[] {
  const areas = new Map<string, AskedQuestion[]>();
  for (const question of document.questions) {
    const known = areas.get(question.area);
    if (known) known.push(question);
    else areas.set(question.area, [question]);
  }
  const known = document.kind ? AREAS[document.kind] : [];
  return [...areas]
    .sort(([a], [b]) => byArea(a, b))
    .map(([area, questions]) => {
      const { name = capital(keyWords(area)), at = [] } = known.find(({ id }) => id === area) ?? {};
      return { area, name, at, columns: columnsOf(questions), rows: rowsOf(document, questions) };
    });
}

const columnsOf = (questions: readonly AskedQuestion[]): GridBlock['columns'] =>
  [...new Set(questions.map(({ rule }) => rule))].map((rule) => ({
    rule,
    words: questionWords(rule),
    title: ruleById(rule)?.title ?? rule,
  }));

/** What rules look at that ask for no field of their own. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  'snapshot/unused-item': 'used in work',
  'snapshot/customer-receives-nothing': 'receives',
  'products/contents-unlisted': 'contains',
  'activities/policy-not-visible': 'policies in steps',
  'environment/policy-touches-nothing': 'touches work',
  'gates/owner-missing': 'owner of the gate',
  'gates/no-security-criterion': 'security at the gate',
};

/** What a rule asks about, in a word or two: the field it asks for or looks at, else the rule's own name. */
export function questionWords(rule: string): string {
  const asked = ruleById(rule)
    ?.asks?.split('.')
    .filter((key) => key !== '*')
    .at(-1);
  if (asked) return keyWords(asked.replace('[]', ''));
  return LOOKED_AT[rule] ?? (rule.split('/').at(-1) ?? rule).replaceAll('-', ' ');
}

function rowsOf(document: CheckedDocument, questions: readonly AskedQuestion[]): GridRow[] {
  const rows = new Map<string, { name: string; at: Path; cells: Map<string, GridCell> }>();
  for (const question of questions) {
    const subject = subjectOf(document, question.at);
    const key = subject.at.join('.');
    const row = rows.get(key) ?? { ...subject, cells: new Map<string, GridCell>() };
    rows.set(key, row);
    row.cells.set(question.rule, together(row.cells.get(question.rule), question));
  }
  return [...rows.values()];
}

/** The gravest fate counts. */
const GRAVITY: readonly Fate[] = ['open', 'accepted', 'answered', 'notApplicable'];

function together(cell: GridCell | undefined, { fate, at }: AskedQuestion): GridCell {
  if (!cell) return { fate, at, count: 1 };
  if (cell.fate === fate) return { ...cell, count: cell.count + 1 };
  return GRAVITY.indexOf(fate) < GRAVITY.indexOf(cell.fate) ? { fate, at, count: 1 } : cell;
}

/** The item a path leads into, else the part of the document it names. */
export function subjectOf({ model }: CheckedDocument, at: Path): { name: string; at: Path } {
  for (const [section, items] of model?.sections ?? []) {
    const path = sectionPath(section);
    const item = path.every((key, i) => key === at[i]) ? items.get(String(at[path.length])) : undefined;
    if (item) return { name: item.name, at: item.path };
  }
  const part = at.slice(0, at[0] === 'phases' ? 3 : 2);
  return { name: capital(keyWords(String(part.at(-1) ?? 'the whole'))), at: part };
}
