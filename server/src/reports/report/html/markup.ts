import type { NamedPicture } from '../../../pictures/pictures.ts';
import { escaped } from '../../../text/markup.ts';

/** A piece of HTML that is well-formed by itself. Only `html` and `drawn` make one, so that no text gets in unescaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type Part = Html | string | number | false | undefined | readonly Part[];

/** Writes HTML: what stands in the template is markup, whatever is put in is text, or HTML made here before. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(template.map((words, i) => words + written(parts[i])).join(''));
}

/** A picture, which has its texts escaped already. */
export const drawn = ({ svg }: NamedPicture): Html => new Html(svg);

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

/** A name or text of a person's own: it may run from right to left, and its neighbours stay where they are. */
export const own = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Names with commas between them. */
export const listed = (names: readonly string[]): Part => names.map((name, i) => [i > 0 && ', ', own(name)]);
