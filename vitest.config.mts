import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,protocol,cli}/**/*.test.ts'],
    testTimeout: 20_000,
    // Tests share nothing but modules without state, so that those are loaded once for each worker.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
  },
});
