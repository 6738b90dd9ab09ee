/** Names in a sentence: “A”, “A and B”, “A, B and 3 more”. At most `most` names are told. */
export function names(of: Iterable<string | { readonly name: string }>, most = 3): string {
  const all = [...new Set([...of].map((each) => (typeof each === 'string' ? each : each.name)))];
  const told = all.length <= most ? all : [...all.slice(0, most - 1), `${all.length - most + 1} more`];
  return told.length < 2 ? (told[0] ?? '') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
}

/** Words in a choice: “a, b or c”. */
export function choices(of: Iterable<string>): string {
  const all = [...of];
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** “1 item”, “2 items”. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** The key of a field as words: `told_how` → `told how`. */
export const keyWords = (key: string): string => key.replaceAll('_', ' ');

/** Upper case for the first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Cuts long text of a person's own for use in a message. */
export const clip = (text: string, most = 40): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** A message with a hint behind it, as long as both are short enough to be read at once. */
export const hinted = (message: string, hint: string): string =>
  hint !== '' && message.length + 1 + hint.length <= 160 ? `${message} ${hint}` : message;
