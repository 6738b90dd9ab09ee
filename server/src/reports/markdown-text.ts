import { clip } from '../rules/wordings.ts';
import { visible } from '../text/visible.ts';

/** What Markdown, the HTML in it, and the mentions and links that GitHub and GitLab make of plain text begin with. */
const SPECIAL = /[\\`*_{}[\]~|<>&$@#!%]|:(?=\/\/|[\w+-]+:)|(?<=\bwww)\.|(?<=\bGH)-/giu;

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  $: '&#36;',
  '|': '&#124;',
};

/** Nothing to be seen: it parts a sign such as @ from the name behind it, which a backslash does not. */
const APART = '&#8203;';

/** Text from a file as one line of Markdown that shows just this text, cut where it is very long. */
export const escaped = (text: string, most = 300): string =>
  visible(clip(text, most)).replace(SPECIAL, (sign, at: number, whole: string) => {
    const shown = ENTITIES[sign] ?? (/[\\`*_{}[\]~]/.test(sign) ? `\\${sign}` : sign);
    return beginsLink(sign, whole.slice(at + 1, at + 3)) ? shown + APART : shown;
  });

/** True where a sign and what follows would be taken for a person, an issue, a label, a link or a picture. */
const beginsLink = (sign: string, next: string): boolean =>
  /[~&$@#!%]/.test(sign) ? /^[\p{L}\p{N}_"']/u.test(next) : /[:.-]/.test(sign);
