const BLANKS = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
/** What steers a terminal or turns the direction of text around, and halves of characters. */
export const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\ufff9-\ufffb]|\p{Surrogate}/gu;

/**
 * Text from a file or a name as one line that is safe to print: line ends and tabs become blanks, and characters that
 * would steer the terminal become signs that can be seen.
 */
export const visible = (text: string): string => text.replace(BLANKS, ' ').replace(UNSEEN, sign);

/** The sign that stands for an unseen character: ␛ for escape, � where there is none. */
export function sign(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
