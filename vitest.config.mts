import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,protocol,cli}/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
