// Descriptions with so many items, and one whose names try to break the page.

/** A description of about so many items that all hang together, half of it answered. */
function items(count) {
  const each = Math.max(1, Math.round(count / 6));
  const section = (name, item) => [`${name}:`, ...Array.from({ length: each }, (_, i) => `  ${item(i + 1)}`)];
  return [
    'kind: work-system',
    'format: 1',
    `title: Work with ${count} items`,
    'purpose: To see what such a report looks like',
    'security_lead: group-1',
    ...section(
      'customers',
      (i) => `customer-${i}: { name: Customer group ${i}, receives: [product-${i}], sees: [info-${i}] }`,
    ),
    ...section('products', (i) => `product-${i}: { name: Product number ${i}, contains: [info-${i}] }`),
    ...section(
      'activities',
      (i) =>
        `activity-${i}: { name: Activity number ${i}, does: They do it, performed_by: [group-${i}], uses: [info-${i}], produces: [product-${i}], with: [tool-${i}] }`,
    ),
    ...section(
      'participants',
      (i) =>
        `group-${i}: { name: Group of people ${i}, training: ${i % 2 ? '{ ask_later: { who: group-1, by: 2026-12-10 } }' : `{ covers: [info-${i}], last: 2026-06-01, next_due: 2027-06-01 }`} }`,
    ),
    ...section(
      'information',
      (i) =>
        `info-${i}: { name: Information item ${i}, sensitivity: ${i % 2 ? 'confidential' : 'restricted'}, owner: group-${i} }`,
    ),
    ...section(
      'technologies',
      (i) => `tool-${i}: { name: Tool ${i}, watched_by: { who: group-1, how: By looking at the list, every: week } }`,
    ),
    'waivers:',
    '  - { rule: products/no-safeguards, at: products.product-1, because: A new form comes in spring, decided_by: Managing director, until: 2026-12-15 }',
    '',
  ].join('\n');
}

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(4);
const RIGHT_TO_LEFT = 'مكتب الاستقبال (3)';
const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(2)> & <b>bold</b>';

const hostile = `kind: work-system
format: 1
title: '${MARKUP}'
purpose: ${RIGHT_TO_LEFT}
customers:
  long: { name: ${LONG}, receives: [letter] }
products:
  letter: { name: '${MARKUP}', contains: [file] }
activities:
  answer: { name: ${RIGHT_TO_LEFT}, performed_by: [desk], uses: [file], produces: [letter], with: [program] }
participants:
  desk: { name: ${RIGHT_TO_LEFT}, training: { covers: [file], how: '${LONG}', last: 2026-06-01 } }
information:
  file: { name: ${LONG}, sensitivity: restricted, owner: '${LONG}' }
technologies:
  program: { name: '${MARKUP}' }
waivers:
  - { rule: products/no-safeguards, because: '${MARKUP} ${LONG}', decided_by: ${RIGHT_TO_LEFT}, until: 2026-11-30 }
`;

export const DESCRIPTIONS = [
  { name: '3 items', text: items(3), looks: ['light'] },
  { name: '15 items', text: items(15), looks: ['dark'] },
  { name: '60 items', text: items(60), looks: ['light', 'dark', 'print'] },
  { name: 'hostile names', text: hostile, looks: ['light', 'phone'] },
];
