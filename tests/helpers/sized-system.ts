/** A description with a number of items of information, and about a third as many of everything else. */
export function sizedSystem(n: number): string {
  const few = Math.max(1, Math.ceil(n / 3));
  const times = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => line(i)).join('');
  const one = (i: number, of: number): number => (i * 7 + 3) % of;
  return [
    'kind: work-system\nformat: 1\ntitle: Orders of a wholesaler\n',
    'customers:\n',
    times(few, (i) => `  customer-${i}: { name: Shops of district ${i}, receives: [product-${one(i, few)}] }\n`),
    'products:\n',
    times(few, (i) => `  product-${i}: { name: Delivery list ${i}, contains: [record-${one(i, n)}] }\n`),
    'activities:\n',
    times(
      few,
      (i) =>
        `  activity-${i}: { does: A clerk keeps list ${i}, performed_by: [group-${one(i, few)}], with: [tool-${one(i + 1, few)}], uses: [${[i, i + few, i + 2 * few].filter((k) => k < n).map((k) => `record-${k}`)}], produces: [product-${i}] }\n`,
    ),
    'participants:\n',
    times(few, (i) => `  group-${i}: { name: Clerks of district ${i}, count: ${i + 1} }\n`),
    'information:\n',
    times(
      n,
      (i) =>
        `  record-${i}: { name: Record of district ${i} and its shops, sensitivity: ${i % 3 ? 'confidential' : 'restricted'}, personal_data: personal, stored_in: [tool-${one(i, few)}] }\n`,
    ),
    'technologies:\n',
    times(few, (i) => `  tool-${i}: { name: Order program ${i}, kind: tool }\n`),
  ].join('');
}
