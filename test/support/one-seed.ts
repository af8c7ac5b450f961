import fc from 'fast-check';

/**
 * Random problems are the same on every run of the tests, so that one which passed on one machine passes on the next,
 * and so that counters such as "more than twenty of them had two pathways" cannot be denied by chance. New problems are
 * what the long run is for; `QUALPATH_SEED=N npm test` draws others here too.
 */
const seed = Number(process.env.QUALPATH_SEED ?? '20261129');
if (!Number.isSafeInteger(seed))
  throw new Error(`QUALPATH_SEED must be a whole number, not "${process.env.QUALPATH_SEED}".`);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
