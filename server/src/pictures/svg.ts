import { escaped } from '../text/markup.ts';

/** A piece of SVG. Only `el` and `raw` make one, so that every other string is text and gets escaped. */
export class Markup {
  constructor(readonly svg: string) {}
}

export type Child = Markup | string | undefined | false | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with attributes and what is in it; strings are text. Attributes that are undefined are left out. */
export function el(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value!)}"`)
    .join('');
  const inside = children.map(written).join('');
  return new Markup(inside === '' ? `<${name}${given}/>` : `<${name}${given}>${inside}</${name}>`);
}

/** Text of our own that stands as it is, such as a style sheet. */
export const raw = (text: string): Markup => new Markup(text);

function written(child: Child): string {
  if (child instanceof Markup) return child.svg;
  if (typeof child === 'string') return escaped(child);
  return child ? child.map(written).join('') : '';
}

/** A tenth of a unit is as fine as anybody sees. */
export const rounded = (n: number): string => String(Math.round(n * 10) / 10);
