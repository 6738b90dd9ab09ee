import { CompletionItemKind } from 'vscode-languageserver';
import type { Kind } from '../../formats/common.ts';
import type { Day } from '../../formats/dates.ts';
import { escaped, type Written, withoutStops } from './draft.ts';
import type { Offer } from './offer.ts';

/** What a first description and a first charter look like; `‹1:…›` is a place for a person’s own words. */
const STARTERS: Readonly<Record<Kind, readonly [label: string, lines: readonly string[]]>> = {
  'work-system': [
    'A first work system description',
    [
      'kind: work-system',
      'format: 1',
      'title: ‹1:Handling customer orders›',
      'purpose: ‹2:Take orders and see that they are delivered and paid›',
      'described_on: TODAY',
      '',
      '# Who gets something from this work?',
      'customers:',
      '  ‹3:buyers›: ‹4:People and firms that order from us›',
      '',
      '# What do they get?',
      'products:',
      '  ‹5:order-confirmation›: ‹6:A letter that says what was ordered and when it comes›',
      '',
      '# What is done, by whom, with which information and tools?',
      'activities:',
      '  ‹7:take-order›:',
      '    does: ‹8:A clerk writes down what is wanted and who wants it›',
      '    performed_by: [‹9:clerks›]',
      '    creates: [‹10:order›]',
      '    with: [‹11:order-program›]',
      '',
      'participants:',
      '  ‹9:clerks›: ‹12:Two clerks who take the orders›',
      '',
      '# How bad would it be if this leaked, was lost or was wrong? public, internal, confidential or restricted',
      'information:',
      '  ‹10:order›:',
      '    description: ‹13:Name, address and what was ordered›',
      '    sensitivity: ‹14:confidential›',
      '',
      'technologies:',
      '  ‹11:order-program›: ‹15:The program on the office computers›',
      '',
    ],
  ],
  'project-charter': [
    'A first project charter',
    [
      'kind: project-charter',
      'format: 1',
      'title: ‹1:Orders by the web page›',
      'purpose: ‹2:Let customers order without ringing us›',
      '',
      '# The description of the work as it is, and as it is to be',
      'work_system:',
      '  as_is: ‹3:orders.work-system.yaml›',
      '',
      'roles:',
      '  ‹4:project-lead›: ‹5:Leads the project›',
      'manager: ‹4:project-lead›',
      'security_accountable: ‹4:project-lead›',
      '',
      'objectives:',
      '  - text: ‹6:Customers can order at any hour›',
      '    kind: ‹7:quality›',
      '',
      '# What must the result do? Something about safe work is among it',
      'requirements:',
      '  ‹8:own-orders-only›:',
      "    text: ‹9:Customers see their own orders and nobody else's›",
      '    type: ‹10:security›',
      "    verified_by: ‹11:Two of us try to open each other's orders›",
      '',
      'phases:',
      '  initiation:',
      '    owner: ‹4:project-lead›',
      '    starts: TODAY',
      '  development:',
      '    owner: ‹4:project-lead›',
      '  implementation:',
      '    owner: ‹4:project-lead›',
      '  operation_and_maintenance:',
      '    owner: ‹4:project-lead›',
      '',
    ],
  ],
};

/** A whole first document, written over by a person from stop to stop. */
export function starterOffer(kind: Kind, today: Day, eol: string, snippets: boolean): Offer {
  const [label, lines] = STARTERS[kind];
  const snippet = lines
    .join(eol)
    .replaceAll('TODAY', today)
    .replace(/‹(\d+):(.*?)›/g, (_all, n, words) => `\${${n}:${escaped(words)}}`);
  const written: Written = snippets
    ? { text: snippet, snippet: true }
    : { text: withoutStops(snippet), snippet: false };
  return {
    label,
    kind: CompletionItemKind.File,
    text: written,
    detail: kind,
    documentation: 'An example to write your own work over',
    group: 0,
    filter: `kind: ${kind} ${label}`,
  };
}
