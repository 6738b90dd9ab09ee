import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstMessage } from '../../../server/src/first-message.ts';

const framed = (body: string, headers = ''): Buffer =>
  Buffer.from(`${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);

describe('the first message of a stream', () => {
  it('is read once all of it is there, wherever it was cut', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.nat(), (value, after, at) => {
        const message = framed(JSON.stringify(value));
        const cut = at % message.length;
        expect(firstMessage(message.subarray(0, cut))).toEqual({ whole: false });
        const all = Buffer.concat([message, Buffer.from(after)]);
        expect(firstMessage(all)).toEqual({ whole: true, message: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it.each(['Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n', 'X-Odd: 1\r\n'])('may have %j', (header) => {
    expect(firstMessage(framed('{"id":1}', header))).toEqual({ whole: true, message: { id: 1 } });
  });

  it('is found by its length in any case of letters', () => {
    expect(firstMessage(Buffer.from('content-length:2\r\n\r\n{}'))).toEqual({ whole: true, message: {} });
  });

  it.each([
    ['a body that is no JSON', framed('{"id"')],
    ['no text at all', framed('')],
    ['no length', Buffer.from('Content-Type: x\r\n\r\n{}')],
    ['a length that is no number', Buffer.from('Content-Length: many\r\n\r\n{}')],
    ['a length that nobody needs', Buffer.from('Content-Length: 99999999999\r\n\r\n{')],
    ['headers without an end', Buffer.alloc(2 ** 21, 'x')],
  ])('is nothing with %s', (_, bytes) => {
    expect(firstMessage(bytes)).toEqual({ whole: true, message: undefined });
  });
});
