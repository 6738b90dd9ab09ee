import type { DocumentLink } from 'vscode-languageserver';
import { splitLink } from '../check/links.ts';
import { fieldOf } from '../formats/field.ts';
import { ruleById } from '../rules/index.ts';
import { ruleUrl } from '../rules/url.ts';
import type { Stream } from '../yaml/document.ts';
import type { ScalarNode, Span } from '../yaml/node.ts';
import { silencedRules } from './hover/comment.ts';
import { seenDocuments } from './hover/document.ts';
import { valuesOf } from './hover/field.ts';
import { fileNameOf } from './hover/item.ts';
import { rangeOf } from './ranges.ts';
import type { World } from './world.ts';

/** What opens at a click: linked descriptions, and the pages of rules that are named. */
export function documentLinks(world: World, uri: string): DocumentLink[] {
  const file = world.file(uri);
  if (!file) return [];
  const { stream } = file;
  return seenDocuments(file).flatMap(({ document, kind }) => {
    const links = silencedRules(document).flatMap(({ rule, span }) => ruleLink(stream, rule, span));
    for (const { node, field } of kind ? valuesOf(document, kind) : []) {
      const { type } = fieldOf(field.schema);
      if (type === 'link') links.push(...fileLink(world, uri, stream, node));
      if (type === 'rule') links.push(...ruleLink(stream, node.text.trim(), inside(stream, node)));
    }
    return links;
  });
}

function fileLink(world: World, uri: string, stream: Stream, node: ScalarNode): DocumentLink[] {
  const { path, id } = splitLink(node.text.trim());
  if (path === '' && id === undefined) return [];
  const target = path === '' ? uri : world.target(uri, path);
  if (target === undefined) return [];
  const where = path === '' ? 'this file' : fileNameOf(target);
  return [
    {
      range: rangeOf(stream, inside(stream, node)),
      target,
      tooltip: id === undefined ? `Open ${where}` : `Open ${where}, where ${id} stands`,
    },
  ];
}

const ruleLink = (stream: Stream, id: string, span: Span): DocumentLink[] => {
  const rule = ruleById(id);
  return rule
    ? [{ range: rangeOf(stream, span), target: ruleUrl(id), tooltip: `Open the page of “${rule.title}”` }]
    : [];
};

/** A value without its quotes. */
function inside({ text }: Stream, { start, end, plain }: ScalarNode): Span {
  const isQuoted = !plain && end - start >= 2 && /["']/.test(text.charAt(start));
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
