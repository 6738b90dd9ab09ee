import type { Finding } from '../../check/finding.ts';
import { type Guideline, guideline } from '../../guidelines/index.ts';
import { standardPlaces } from '../../guidelines/standards.ts';
import { figureOf, STUDY, sourceOf } from '../../guidelines/study.ts';
import { ruleById } from '../../rules/index.ts';
import { ruleUrl } from '../../rules/url.ts';
import { bullets, link, paragraphs, plain } from './markdown.ts';

/** More findings than these are only named: a hover is read in passing. */
const IN_FULL = 2;

/** What stands behind the findings at a place: the question, why it is asked, what the study found, where to read on. */
export function findingsPart(findings: readonly Finding[]): string | undefined {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
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
  const standards = standardPlaces(mappings).map(({ standard, place, about }) =>
    plain(`${standard === 'Further reading' ? '' : `${standard} `}${place}${about ? ` (${about})` : ''}`),
  );
  return paragraphs([
    `> ${plain(question)}`,
    plain(why),
    ...evidence.map((figure) => plain(figureOf(figure))),
    `From ${plain(`${STUDY}, ${sourceOf(source)}`)}`,
    standards.length > 0 && `Related, for further reading: ${standards.join(' · ')}`,
  ]);
}
