/** A text of its own: a piece cut from a file's text would keep the whole file in memory. */
export const apart = (text: string): string => ` ${text}`.slice(1);
