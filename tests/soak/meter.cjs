// Loaded into the server before it starts: says what it holds when it is asked, after its garbage is collected.
const { readdirSync } = require('node:fs');
const { getHeapCodeStatistics } = require('node:v8');

process.on('message', () => {
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { code_and_metadata_size: machine, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
  const code = machine + bytecode;
  process.send({ rss, heap: heapUsed + external - code, code, handles: readdirSync('/proc/self/fd').length });
});
process.channel.unref();
