/** A longer message is left to those who read all of them. */
const MOST_BYTES = 1024 * 1024;

/** The first message of a stream: `whole` is false as long as more of it is to come. */
export type FirstMessage = { readonly whole: false } | { readonly whole: true; readonly message: unknown };

/** Looks at the bytes that came so far. What is no message in the form that editors send is whole, and nothing. */
export function firstMessage(bytes: Buffer): FirstMessage {
  const nothing = { whole: true, message: undefined } as const;
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return bytes.length > MOST_BYTES ? nothing : { whole: false };
  const length = Number(/^Content-Length: *(\d+) *$/im.exec(bytes.toString('latin1', 0, end))?.[1]);
  if (!(length <= MOST_BYTES)) return nothing;
  const body = bytes.subarray(end + 4, end + 4 + length);
  if (body.length < length) return { whole: false };
  try {
    return { whole: true, message: JSON.parse(body.toString('utf8')) };
  } catch {
    return nothing;
  }
}
