import { guideline } from '../../guidelines/index.ts';
import { standardPlaces } from '../../guidelines/standards.ts';
import { figureOf } from '../../guidelines/study.ts';
import type { StandardReport } from './report.ts';

/** What the study found on the themes of some guidelines, each figure once. */
export const figuresFor = (ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => (guideline(id).evidence ?? []).map(figureOf))),
];

/** The neighbouring places of some guidelines in known standards, by standard, each place once. */
export function standardsFor(ids: readonly string[]): StandardReport[] {
  const all = ids.map((id) => guideline(id).mappings);
  const places = standardPlaces({
    nist_csf: sorted(all.flatMap(({ nist_csf }) => nist_csf)),
    iso27001: sorted(all.flatMap(({ iso27001 }) => iso27001)),
    uk: sorted(all.flatMap(({ uk }) => uk)),
  });
  return [...new Set(places.map(({ standard }) => standard))].map((standard) => ({
    standard,
    places: places
      .filter((each) => each.standard === standard)
      .map(({ place, about }) => ({ place, ...(about !== '' && { about }) })),
  }));
}

/** “5.9” before “5.10”. The language is named, so that the order is the same on every machine. */
function sorted(places: readonly string[]): string[] {
  // Not made before it is needed: no other line of the product takes as long to load.
  const byNumber = new Intl.Collator('en', { numeric: true });
  return [...new Set(places)].sort(byNumber.compare);
}
