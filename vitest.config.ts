import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/one-seed.ts'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One worker for each core of a machine of two; left alone, one core would do nothing.
    maxWorkers: '100%',
    // Modules are pure, so files of one worker may share them; loading them for each file took a tenth of the time.
    isolate: false,
    // Random problems are short-lived: with more room for the young, collecting them takes an eighth less of the whole.
    execArgv: ['--max-semi-space-size=64'],
  },
});
