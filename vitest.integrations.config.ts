import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';

/** What runs beside other people's programs, as `npm run test:integrations`: it takes minutes, and needs them installed. */
export default defineConfig({
  test: { ...base.test, include: ['integrations/**/*.test.ts'], testTimeout: 600_000, maxWorkers: 1 },
});
