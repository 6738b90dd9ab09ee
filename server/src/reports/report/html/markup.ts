import { visible } from '../../visible.ts';

/** A piece of HTML that is well-formed by itself. Only `html` makes one, so that no text gets in unescaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type Part = Html | string | number | false | undefined | readonly Part[];

/** Writes HTML: what stands in the template is markup, whatever is put in is text, or HTML made here before. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(template.map((words, i) => words + written(parts[i])).join(''));
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escapedHtml(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text from a file as text of a page or of an attribute, on one line; what would steer the page's text can be seen. */
export const escapedHtml = (text: string): string =>
  visible(text)
    // No characters at all, by definition; pages may not hold them.
    .replace(/[\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{10fffe}\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** A name or text of a person's own: it may run from right to left, and its neighbours stay where they are. */
export const own = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Names with commas between them. */
export const listed = (names: readonly string[]): Part => names.map((name, i) => [i > 0 && ', ', own(name)]);
