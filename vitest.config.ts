import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Inputs of the tests; some look like tests.
    exclude: ['test/fixtures/**'],
    globalSetup: ['test/build.ts'],
    // One for each core: the tests of the command line wait for processes most of the time.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
