import type { DocumentModel } from '../../../server/src/yaml/document.ts';
import type { Patch, Place, YamlNode } from '../../../server/src/yaml/node.ts';
import { parseStream } from '../../../server/src/yaml/parse.ts';
import { applyEdits, editsFor } from '../../../server/src/yaml/patch.ts';

/** Takes the common indentation off a template string, its first line end, and the blanks before its last quote. */
export function yaml(strings: TemplateStringsArray, ...values: unknown[]): string {
  const lines = String.raw({ raw: strings.raw }, ...values)
    .replace(/^\n/, '')
    .replace(/ +$/, '')
    .split('\n');
  const depth = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(depth)).join('\n');
}

/** The first document of a text. */
export function read(text: string): DocumentModel {
  const document = parseStream(text).documents[0];
  if (!document) throw new Error('the text holds no document');
  return document;
}

/** A tree as plain data, the way a JSON reader would have it; absent values are null. */
export function data(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(data);
  return Object.fromEntries([...node.entries.values()].map((entry) => [entry.key, data(entry.node)]));
}

/** The stretch of text that a place stands for. */
export function textAt(document: DocumentModel, place: Place): string {
  const { start, end } = document.span(place);
  return document.stream.text.slice(start, end);
}

/** The text after patches to one of its documents; undefined when they are not possible. */
export function patched(text: string, patches: readonly Patch[], index = 0): string | undefined {
  const document = parseStream(text).documents[index];
  const edits = document && editsFor(document, patches);
  return edits && applyEdits(text, edits);
}
