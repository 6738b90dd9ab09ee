import { visible } from './visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, SVG and XML, on one line; characters that XML does not know are replaced by a sign. */
export const escaped = (text: string): string =>
  visible(text)
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
    .replace(/[\ufffe\uffff]/g, '\ufffd');
