/**
 * Writes made-up learners, who hold units of qualifications at random, as NDJSON: the same in every run.
 *
 *     npx tsx bench/learners.ts 150000 ocr-level-3-diploma-customer-service > learners.ndjson
 */
import { ndjsonLine, randomLearners, unitsOf } from '../test/support/cohort.js';

const [count = '150000', ...qualifications] = process.argv.slice(2);
for (const learner of randomLearners(Number(count), qualifications.flatMap(unitsOf))) {
  process.stdout.write(ndjsonLine(learner));
}
