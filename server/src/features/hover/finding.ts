import type { Finding } from '../../check/finding.ts';
import { type Guideline, guideline } from '../../guidelines/index.ts';
import { standardPlaces } from '../../guidelines/standards.ts';
import { figureOf, STUDY, sourceOf } from '../../guidelines/study.ts';
import { ruleById } from '../../rules/index.ts';
import type { Severity } from '../../rules/rule.ts';
import { ruleUrl } from '../../rules/url.ts';
import { bullets, link, paragraphs, plain } from './markdown.ts';

/** More findings than these are only named: a hover is read in passing. */
const IN_FULL = 2;

const GRAVITY: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What stands behind the findings at a place: the question, why it is asked, what the study found, where to read on. */
export function findingsPart(findings: readonly Finding[]): string | undefined {
  const gravest = [...findings].sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
  const ids = [...new Set(gravest.map(({ rule }) => rule))];
  const asking = ids.flatMap((id) => ruleById(id) ?? []).filter(({ guidelines }) => guidelines.length > 0);
  const told = new Set<string>();
  const full = asking.slice(0, IN_FULL).map(({ id, title, guidelines }) => {
    const fresh = guidelines.filter((each) => !told.has(each));
    for (const each of fresh) told.add(each);
    return paragraphs([...fresh.map((each) => behind(guideline(each))), `Read more: ${link(title, ruleUrl(id))}`]);
  });
  const rest = asking.slice(IN_FULL).map(({ id, title }) => link(title, ruleUrl(id)));
  const all = [...full, rest.length > 0 && paragraphs(['Also asked here:', bullets(rest)])].filter(Boolean);
  return all.length > 0 ? all.join('\n\n---\n\n') : undefined;
}

function behind({ question, why, evidence = [], source, mappings }: Guideline): string {
  const standards = new Map<string, string[]>();
  for (const { standard, place, about } of standardPlaces(mappings)) {
    const places = standards.get(standard) ?? [];
    standards.set(standard, [...places, about ? `${place} (${about})` : place]);
  }
  const reading = [...standards].map(([standard, places]) =>
    plain(standard === 'Further reading' ? places.join(', ') : `${standard} ${places.join(', ')}`),
  );
  return paragraphs([
    `> ${plain(question)}`,
    plain(why),
    ...evidence.map((figure) => plain(figureOf(figure))),
    `From ${plain(`${STUDY}, ${sourceOf(source)}`)}`,
    reading.length > 0 && `Related, for further reading: ${reading.join(' · ')}`,
  ]);
}
