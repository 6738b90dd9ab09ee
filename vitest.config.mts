import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,protocol,cli}/**/*.test.ts'],
    testTimeout: 20_000,
    // The built server keeps what it compiled to for the person who starts it, who is not a test.
    env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    // Tests share nothing but modules without state, so that those are loaded once for each worker.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
  },
});
