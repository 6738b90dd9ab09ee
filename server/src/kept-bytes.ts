import type { Diagnostic, Message, PublishDiagnosticsParams } from 'vscode-languageserver';

type Publishing = Message & { readonly method: string; readonly params: PublishDiagnosticsParams };

/** How findings are written, each with a comma before it, for as long as they are shown. */
const kept = new WeakMap<Diagnostic, Buffer>();

/**
 * A message as JSON. At each key all findings in a text are sent again, nearly all of them as they were: only those that
 * are new have to be put into words.
 */
export const bytesOf = (message: Message): Buffer =>
  isPublishing(message) ? published(message) : Buffer.from(JSON.stringify(message));

const isPublishing = (message: Message): message is Publishing =>
  (message as Partial<Publishing>).method === 'textDocument/publishDiagnostics';

function published({ params: { diagnostics, ...about }, ...message }: Publishing): Buffer {
  const head = JSON.stringify({ ...message, params: about }).slice(0, -'}}'.length);
  const [first, ...others] = diagnostics.map(written);
  const list = first ? [first.subarray(1), ...others] : [];
  return Buffer.concat([Buffer.from(`${head},"diagnostics":[`), ...list, Buffer.from(']}}')]);
}

function written(diagnostic: Diagnostic): Buffer {
  let bytes = kept.get(diagnostic);
  if (!bytes) {
    bytes = Buffer.from(`,${JSON.stringify(diagnostic)}`);
    kept.set(diagnostic, bytes);
  }
  return bytes;
}
