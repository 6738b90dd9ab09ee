import type { CheckedDocument } from '../../check/checked-document.ts';
import type { AskedQuestion } from '../../check/questions.ts';
import { peopleIn } from '../../check/who-knows.ts';
import type { Reading } from '../../formats/reading.ts';
import { guideline } from '../../guidelines/index.ts';
import { namesOf } from '../../rules/reference-names.ts';
import type { Model, RuleFacts } from '../../rules/rule.ts';
import { keyWords } from '../../rules/wordings.ts';
import { apart } from '../apart.ts';
import { askedField } from './asked-field.ts';
import type { Answer, Said } from './report.ts';
import { spotOf } from './spots.ts';

/** What a document says in answer to a question. */
export function answerTo({ at, rule }: AskedQuestion, facts: RuleFacts | undefined, checked: CheckedDocument): Answer {
  const root = checked.model!.root as unknown as Reading;
  const field = facts?.asks === undefined ? undefined : askedField(root, facts.asks, at);
  const parts = new Parts(checked.model!);
  if (field) parts.add(field);
  return {
    rule,
    ...spotOf(checked, at),
    field: fieldWords(field, facts),
    how: parts.how,
    who: [...new Set(parts.who)],
    when: parts.when,
  };
}

/** What was asked for: the field's own line, or what the question is about where no single field answers. */
function fieldWords(field: Reading | undefined, facts: RuleFacts | undefined): string {
  const line = field?.schema.meta()?.description;
  if (line) return line;
  const [first] = facts?.guidelines ?? [];
  return first ? guideline(first).title : (facts?.title ?? '');
}

/** Slots whose name says no more than the column they are shown in. */
const PLAIN: ReadonlySet<string> = new Set(['what', 'how', 'rule', 'date', 'text', 'description']);

/** An answer taken apart into how, who and when. */
class Parts {
  readonly how: Said[] = [];
  readonly who: string[] = [];
  readonly when: Said[] = [];

  constructor(private readonly model: Model) {}

  add(reading: Reading, key?: string): void {
    if (!reading.given) return;
    const as = key === undefined || PLAIN.has(key) ? {} : { as: keyWords(key) };
    const { text } = reading;
    switch (reading.field.type) {
      case 'who':
      case 'whos':
        this.who.push(...peopleIn(this.model, reading).map(apart));
        return;
      case 'date':
        if (text) this.when.push({ ...as, text: apart(text) });
        return;
      case 'interval':
        if (text) this.when.push(key === 'every' || !key ? { text: `every ${text}` } : { ...as, text: apart(text) });
        return;
      case 'ids':
      case 'ids-or-text':
        this.how.push({ ...as, text: this.namesIn(reading).join(', ') || 'none' });
        return;
      case 'list':
        this.addList(reading, as);
        return;
      default:
        if (reading.fields.size > 0) for (const [each, field] of reading.fields) this.add(field, each);
        else if (text) this.how.push({ ...as, text: apart(text) });
    }
  }

  private addList({ elements }: Reading, as: Pick<Said, 'as'>): void {
    const plain = elements.filter(({ fields }) => fields.size === 0);
    const words = plain.flatMap(({ text }) => text ?? []).join(', ');
    if (words || elements.length === 0) this.how.push({ ...as, text: words || 'none' });
    for (const element of elements) if (element.fields.size > 0) this.add(element);
  }

  private namesIn(reading: Reading): string[] {
    return reading.elements.flatMap((element) => {
      if (!element.text) return [];
      const [listed] = namesOf(this.model).called({ field: element.field, token: element.text });
      return [listed ? listed.item.name : element.text];
    });
  }
}
