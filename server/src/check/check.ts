import type { CharterSchema } from '../formats/charter.ts';
import type { Kind } from '../formats/common.ts';
import type { Day } from '../formats/dates.ts';
import type { Reading } from '../formats/reading.ts';
import type { WorkSystemSchema } from '../formats/work-system.ts';
import { Charter } from '../model/charter.ts';
import { lastingMemo } from '../model/memo.ts';
import type { Item } from '../model/sections.ts';
import { WorkSystem } from '../model/work-system.ts';
import { type CheckContext, levelOf, type Model, type Rule, type RuleFacts, type Severity } from '../rules/rule.ts';
import { type RuleSet, ruleSetFor } from '../rules/rule-set.ts';
import { type Decision, type DisableComment, disableComments, holdingWaivers } from '../rules/silencing.ts';
import type { Settings } from '../settings.ts';
import type { DocumentModel, Stream } from '../yaml/document.ts';
import type { Span } from '../yaml/node.ts';
import { dotted } from '../yaml/path.ts';
import { CheckedDocument } from './checked-document.ts';
import { ConcreteFinding, SilencedFinding, type Subject } from './concrete.ts';
import { silencedBy } from './exceptions.ts';
import type { Finding, WaivedFinding } from './finding.ts';
import { Hearing } from './hearing.ts';
import { type Interpretation, interpret, kindOf, rootText, SCHEMAS } from './interpret.ts';
import { type Exceptions, type Judgement, judge } from './judgement.ts';
import { followLinks, type OpenLink } from './links.ts';
import type { Rolled } from './roll-up.ts';
import { Standing, type Stood, spanOf } from './standing.ts';

/** A file to be checked, with all that findings depend on. */
export interface CheckInput {
  /** The file as findings name it. */
  readonly file: string;
  readonly stream: Stream;
  readonly today: Day;
  readonly settings: Settings;
  /** Opens the file of a charter's link. */
  readonly open: OpenLink;
  /** What was found in the file before it changed: what still holds is not worked out again. */
  readonly before?: CheckedFile | undefined;
}

export interface CheckedFile {
  readonly file: string;
  readonly stream: Stream;
  readonly documents: readonly CheckedDocument[];
  /** Of all documents, and of the file as a whole, in the order of the text. */
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
}

/** The kind a file's name suggests: `*.work-system.yaml`, `*.charter.yaml`, and both with `.yml`. */
export function namedKind(file: string): Kind | undefined {
  if (/\.work-system\.ya?ml$/i.test(file)) return 'work-system';
  return /\.charter\.ya?ml$/i.test(file) ? 'project-charter' : undefined;
}

/** Checks every document of a file. Never throws for any text. */
export const checkFile = (input: CheckInput): CheckedFile => allAtOnce(checkInSteps(input));

/** Takes all steps of a work without a break. */
export function allAtOnce<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same check in steps of a rule each: between two of them somebody else may have their turn, or give it up. */
export function* checkInSteps({ before, ...input }: CheckInput): Generator<void, CheckedFile> {
  const named = namedKind(input.file);
  const { stream } = input;
  const inputs = stream.documents.filter((document) => named || kindOf(document));
  const several = stream.documents.length > 1;
  const past = before?.documents.length === inputs.length ? before.documents : [];
  const documents: CheckedDocument[] = [];
  for (const [i, document] of inputs.entries())
    documents.push(yield* new DocumentCheck(input, document, named, several).run(past[i]));
  const isUnreadable = stream.problems.length > 0 && named;
  const whole = isUnreadable ? (yield* new DocumentCheck(input, undefined, named, false).run()).findings : [];
  return {
    file: input.file,
    stream,
    documents,
    findings: [...whole, ...documents.flatMap(({ findings }) => findings)],
    waived: documents.flatMap(({ waived }) => waived),
  };
}

/** Findings keep the check they come from for their fixes; so it knows nothing of what was found before. */
class DocumentCheck {
  private readonly findings: Finding[] = [];
  private readonly waived: WaivedFinding[] = [];
  private readonly judgements: Judgement[] = [];
  private readonly usedWaivers = new Set<string>();
  private readonly id: string | undefined;
  private readonly rules: RuleSet;
  private readonly read: Interpretation;
  private readonly subject: Subject;
  private readonly comments: readonly DisableComment[];
  private readonly standing: Standing;

  constructor(
    private readonly input: Omit<CheckInput, 'before'>,
    private readonly document: DocumentModel | undefined,
    private readonly named: Kind | undefined,
    several: boolean,
  ) {
    this.rules = ruleSetFor(input.settings);
    this.read = document ? interpret(document, this.rules.ownAnswers) : { kind: undefined, problems: [] };
    this.id = several && document ? (rootText(document, 'id') ?? String(document.index)) : undefined;
    const { kind, root } = this.read;
    this.subject = { document, id: this.id, schema: kind && SCHEMAS[kind], root };
    this.comments = document ? disableComments(document) : [];
    this.standing = new Standing(document);
  }

  *run(before?: CheckedDocument): Generator<void, CheckedDocument> {
    this.runFormatRules();
    const model = this.model();
    const hearing = model && (yield* this.runModelRules(model, before));
    return new CheckedDocument(this.judgements, {
      document: this.document!,
      kind: this.read.kind,
      id: this.id,
      title: this.document && rootText(this.document, 'title'),
      model,
      findings: this.findings.sort(inOrder),
      waived: this.waived.sort(inOrder),
      hearing,
      standing: this.standing,
    });
  }

  private runFormatRules(): void {
    const { stream, settings } = this.input;
    const manuscript = {
      stream,
      document: this.document,
      textProblems: this.document ? this.document.problems : stream.problems,
      formatProblems: this.read.problems,
      kind: this.read.kind,
      namedKind: this.named,
    };
    for (const rule of this.rules.format) {
      const severity = this.severity(rule);
      if (!severity) continue;
      for (const report of rule.inspect(manuscript, settings))
        this.add(rule, severity, report, spanOf(report, this.document));
    }
  }

  private model(): Model | undefined {
    const { root, kind } = this.read;
    if (!root || !this.document) return undefined;
    const { settings, open, file, stream } = this.input;
    if (kind === 'work-system') return new WorkSystem(root as unknown as Reading<WorkSystemSchema>, settings);
    const charter = root as unknown as Reading<CharterSchema>;
    return new Charter(charter, settings, followLinks(charter, { file, stream }, settings, open));
  }

  private *runModelRules(model: Model, before: CheckedDocument | undefined): Generator<void, Hearing> {
    const { today, settings } = this.input;
    const exceptions = this.exceptions(model.root as Item);
    const context: CheckContext = {
      today,
      settings,
      document: this.document!,
      asked: this.rules.asked,
      guidelinesFor: this.rules.guidelinesFor,
      ruleIds: this.rules.ids,
      usedWaivers: this.usedWaivers,
    };
    const rules = this.rules.model.filter(
      (rule) => (rule.kind === 'both' || rule.kind === model.kind) && this.severity(rule),
    );
    const hearing = new Hearing(model, context, before?.hearing);
    const stood = before?.standing.beforeIt(this.document);
    for (const rule of [...rules.filter(({ last }) => !last), ...rules.filter(({ last }) => last)]) {
      this.conclude(rule, judge(rule, hearing.outcomes(rule), exceptions), stood);
      yield;
    }
    return hearing;
  }

  private exceptions(root: Item): Exceptions {
    const { comments, document } = this;
    return {
      waivers: holdingWaivers(root, this.input.today),
      list: root.fields.get('waivers'),
      silenced:
        comments.length === 0
          ? undefined
          : (rule, report) => silencedBy(rule, spanOf(report, document), comments, document!),
    };
  }

  private conclude(rule: Rule<Model>, judgement: Judgement, stood?: Stood): void {
    const { open, accepted, waivers } = judgement;
    this.judgements.push(judgement);
    for (const { path } of waivers) this.usedWaivers.add(dotted(path));
    for (const { report, decision } of accepted) this.silence(rule, report, spanOf(report, this.document), decision);
    const spans = this.standing.of(open, stood);
    const severity = this.severity(rule);
    for (let i = 0; severity && i < open.length; i++) this.add(rule, severity, open[i]!, spans[i]!);
  }

  private add(rule: RuleFacts, severity: Severity, report: Rolled, span: Span): void {
    const finding = new ConcreteFinding(this.subject, rule, severity, report, span);
    const silenced = this.document && silencedBy(rule.id, span, this.comments, this.document);
    if (silenced) this.silence(rule, report, span, silenced);
    else this.findings.push(finding);
  }

  private severity(rule: RuleFacts): Severity | undefined {
    return levels(this.input.settings)(rule);
  }

  private silence(rule: RuleFacts, report: Rolled, span: Span, why: Decision): void {
    const severity = this.severity(rule) ?? rule.severity;
    this.waived.push(new SilencedFinding(this.subject, rule, severity, report, span, why));
  }
}

const levels = lastingMemo((settings: Settings) => lastingMemo((rule: RuleFacts) => levelOf(rule, settings)));

/** Order of findings: line, column, rule id, path (they already come document by document). */
function inOrder(a: Finding, b: Finding): number {
  if (a.span.start !== b.span.start) return a.span.start - b.span.start;
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  const [left, right] = [dotted(a.at), dotted(b.at)];
  return left < right ? -1 : left > right ? 1 : 0;
}
