/** A piece of HTML. Only `html` and `trusted` make one, so that every other string is text and gets escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | false | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML with text and other HTML in it: html`<p>${title}</p>`. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(pieces.map((piece, i) => (i === 0 ? '' : written(parts[i - 1])) + piece).join(''));

/** Markup that is escaped already where it is made, such as a picture of the server. */
export const trusted = (text: string): Html => new Html(text);

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
  if (typeof part === 'number') return String(part);
  return part ? part.map(written).join('') : '';
}
