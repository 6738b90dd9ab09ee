import type { CheckedDocument } from '../../check/checked-document.ts';
import type { Finding } from '../../check/finding.ts';
import type { AskedQuestion } from '../../check/questions.ts';
import { peopleIn, whoKnows } from '../../check/who-knows.ts';
import type { Reading } from '../../formats/reading.ts';
import type { RuleFacts } from '../../rules/rule.ts';
import { apart } from '../apart.ts';
import { byItem } from '../baseline-items.ts';
import { SEVERITIES } from '../severity.ts';
import { askedField } from './asked-field.ts';
import type { OpenItem, OpenPoint } from './report.ts';
import { spotOf } from './spots.ts';

/** What findings say, one point for each rule with all the items it is open for; the gravest first. */
export function pointsOf(findings: readonly Finding[], checked: CheckedDocument, rules: Rules): OpenPoint[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    // A remark on a text has little to do with the next one of its sort; a question is the same for each item.
    const key = rules.get(finding.rule)?.rollUp ? finding.rule : `${finding.rule} ${finding.message}`;
    byRule.set(key, [...(byRule.get(key) ?? []), ...byItem(finding)]);
  }
  return [...byRule.values()]
    .map((all) => point(all, checked, rules))
    .sort((a, b) => SEVERITIES.indexOf(a.severity!) - SEVERITIES.indexOf(b.severity!));
}

/** Rules by id, those of a firm's own with them. */
export type Rules = ReadonlyMap<string, RuleFacts>;

function point(findings: readonly Finding[], checked: CheckedDocument, rules: Rules): OpenPoint & { severity: string } {
  const { rule, severity, message } = findings[0]!;
  const items = findings.map((each) => ({
    ...spotOf(checked, each.at),
    // Where a finding is shown is where people look for it.
    line: checked.document.stream.lines.position(each.span.start).line + 1,
    message: apart(each.message),
    who: checked.model ? whoKnows(checked.model, each.at).map(apart) : [],
  }));
  return {
    rule,
    severity,
    question: items.length === 1 ? apart(message) : (rules.get(rule)?.title ?? apart(message)),
    items,
  };
}

/** Questions that somebody has promised to settle later: nothing is found there, and yet they are open. */
export function putOff(asked: readonly AskedQuestion[], checked: CheckedDocument, rules: Rules): OpenPoint[] {
  const { model } = checked;
  if (!model) return [];
  return asked.flatMap((question): OpenPoint[] => {
    const facts = rules.get(question.rule);
    if (question.fate !== 'open' || facts?.asks === undefined) return [];
    const field = askedField(model.root as unknown as Reading, facts.asks, question.at);
    if (field?.state !== 'ask-later') return [];
    const by = field.standIn?.fields.get('by')?.text;
    const item: OpenItem = {
      ...spotOf(checked, question.at),
      message: `${field.schema.meta()?.description ?? facts.title}: to be settled later`,
      who: peopleIn(model, field.standIn?.fields.get('who')).map(apart),
      ...(by !== undefined && { by: apart(by) }),
    };
    return [{ rule: question.rule, question: item.message, items: [item] }];
  });
}
