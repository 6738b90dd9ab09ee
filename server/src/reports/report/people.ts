import type { AreaReport, Person } from './report.ts';

/** Who could answer what is open, those with most of it first. */
export function peopleAsked(areas: readonly AreaReport[]): Person[] {
  const asked = new Map<string, { open: number; areas: Set<string> }>();
  for (const area of areas)
    for (const name of area.open.flatMap(({ items }) => items).flatMap(({ who }) => who)) {
      const known = asked.get(name) ?? { open: 0, areas: new Set() };
      known.open++;
      known.areas.add(area.name);
      asked.set(name, known);
    }
  return [...asked]
    .map(([name, { open, areas: under }]) => ({ name, open, areas: [...under] }))
    .sort((a, b) => b.open - a.open);
}
