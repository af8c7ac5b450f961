/**
 * What a sweep costs beside solving each setting by itself, and what the distribution of hours costs beside the building
 * of the diagram: ratios hold from one machine to another, times do not.
 *
 *     npm run bench:designers
 */
import { buildDiagram } from '../src/diagram/build/build.js';
import { distribution } from '../src/diagram/query/distribution.js';
import { goalOf } from '../src/diagram/query/goal.js';
import { pose } from '../src/domain/pose.js';
import { openShipped } from '../src/node/index.js';

const HOURS = { sense: 'minimise', measure: { over: 'all', quantity: 'glh' } } as const;
const DRAFT = 'level-2-diploma-customer-service';
const SET = ['d-maximum=10', 'a-credits=20', 'B&A 38.credit=5', 'B&A 38.glh=30'];
const RUNS = 9;
const ALONE = 30;

/** The median of several runs, in milliseconds. */
async function median(work: () => unknown, runs = RUNS): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

async function sweep(): Promise<void> {
  const draft = openShipped(DRAFT);
  const axes = { parameters: ['c-minimum=0..69'], statements: ['3=45..89'], set: SET };
  let settings = 0;
  const whole = await median(async () => (settings = (await draft.sweep(axes)).length), 3);
  const alone = await median(() => draft.range({ set: [...SET, 'c-minimum=20'] }), ALONE);
  const ratio = (settings * alone) / whole;
  console.log(
    `sweep: ${settings} settings in ${(whole / 1000).toFixed(1)} s, ${ratio.toFixed(1)} times as fast as one by one`,
  );
}

async function hours(): Promise<void> {
  const posed = pose(openShipped('ocr-level-3-diploma-customer-service').specification);
  if (!posed.ok) throw new Error('the qualification has open values');
  const problem = posed.value;
  const diagram = buildDiagram(problem);
  if (diagram.kind === 'too-large') throw new Error('the diagram is too large');
  const build = await median(() => buildDiagram(problem));
  const spread = await median(() => distribution(diagram, goalOf(problem, HOURS)));
  console.log(`distribution of hours: ${spread.toFixed(1)} ms, ${(spread / build).toFixed(2)} of building the diagram`);
}

await sweep();
await hours();
