// The least a language server on Node can be: it answers `initialize`, and ends when it is told to.
let text = '';
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  text += chunk;
  for (;;) {
    const [head, length] = /^Content-Length: (\d+)\r\n\r\n/.exec(text) ?? [];
    if (!head || text.length < head.length + Number(length)) return;
    const { id, method } = JSON.parse(text.slice(head.length, head.length + Number(length)));
    text = text.slice(head.length + Number(length));
    if (method === 'exit') process.exit();
    if (id === undefined) continue;
    const body = JSON.stringify({ jsonrpc: '2.0', id, result: method === 'initialize' ? { capabilities: {} } : null });
    process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
});
