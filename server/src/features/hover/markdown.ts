/** All that can become markup, a link or an entity; a backslash takes that power away in every place of a text. */
const MARKUP = /[\\`*_{}[\]()#+\-.!|<>~&:@$=^]/g;

/** A person's words on one line, so that nothing in them becomes markup or a link. */
export const plain = (words: string): string => oneLine(words).replace(MARKUP, '\\$&');

/** The same for words that may be long. */
export const brief = (words: string, most = 160): string => plain(cut(oneLine(words), most));

const oneLine = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Cuts long text between whole characters. */
export function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  return `${words
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

export const bold = (words: string): string => `**${plain(words)}**`;

/** An id, a key or another word of the format. What does not look like one is shown as plain words. */
export const code = (word: string): string => (/^[\w./-]{1,80}$/.test(word) ? `\`${word}\`` : brief(word, 80));

/** A link to one of our own pages. */
export const link = (words: string, address: string): string => `[${plain(words)}](${address})`;

export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Facts on one line. */
export const facts = (all: readonly (string | false | undefined)[]): string =>
  all.filter((each) => typeof each === 'string' && each !== '').join(' · ');

/** Paragraphs under each other; blank ones are left out. */
export const paragraphs = (all: readonly (string | false | undefined)[]): string =>
  all.filter((each) => typeof each === 'string' && each !== '').join('\n\n');
