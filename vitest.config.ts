import { defineConfig } from 'vitest/config';

/** Unit tests run in Node; what needs a browser is in e2e/. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
