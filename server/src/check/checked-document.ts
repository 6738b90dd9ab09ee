import type { Kind } from '../formats/common.ts';
import type { Model } from '../rules/rule.ts';
import type { DocumentModel } from '../yaml/document.ts';
import type { Finding, WaivedFinding } from './finding.ts';
import type { Hearing } from './hearing.ts';
import type { Judgement } from './judgement.ts';
import { type AskedQuestion, type Coverage, coverageOf } from './questions.ts';
import type { Standing } from './standing.ts';

interface Checked {
  readonly document: DocumentModel;
  readonly kind: Kind | undefined;
  /** How findings name it in a stream of several: its id, or its number from 0. */
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** There where the text could be read and the kind is known. */
  readonly model: Model | undefined;
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** What the rules said and where that stands, for the check after the next change. */
  readonly hearing: Hearing | undefined;
  readonly standing: Standing;
}

/**
 * A document that was checked. Documents that are neither kind, in files with other names, are left out. What was asked
 * of it is gathered and counted when somebody first wants to know: at a key nobody does.
 */
export class CheckedDocument implements Checked {
  readonly document: Checked['document'];
  readonly kind: Checked['kind'];
  readonly id: Checked['id'];
  readonly title: Checked['title'];
  readonly model: Checked['model'];
  readonly findings: Checked['findings'];
  readonly waived: Checked['waived'];
  readonly hearing: Checked['hearing'];
  readonly standing: Checked['standing'];
  private asked: readonly AskedQuestion[] | undefined;
  private counted: Record<string, Coverage> | undefined;

  constructor(
    private readonly judgements: readonly Judgement[],
    checked: Checked,
  ) {
    this.document = checked.document;
    this.kind = checked.kind;
    this.id = checked.id;
    this.title = checked.title;
    this.model = checked.model;
    this.findings = checked.findings;
    this.waived = checked.waived;
    this.hearing = checked.hearing;
    this.standing = checked.standing;
    this.asked = undefined;
    this.counted = undefined;
  }

  /** What was asked, answered or not: rule by rule, each in the order of its items. */
  get questions(): readonly AskedQuestion[] {
    this.asked ??= this.judgements.flatMap(({ questions }) => questions);
    return this.asked;
  }

  get coverage(): Record<string, Coverage> {
    this.counted ??= coverageOf(this.questions);
    return this.counted;
  }
}
