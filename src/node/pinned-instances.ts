import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { PinnedInstance } from '../benchmark/families/pinned.js';
import { BENCH_FOLDER } from './bench-folder.js';

const PAIR = z.tuple([z.int(), z.int()]);

const CURRICULUM = z.object({
  periods: z.int().check(z.positive()),
  load: PAIR,
  courses: PAIR,
  credits: z.record(z.string(), z.int()),
  needs: z.array(z.tuple([z.string(), z.string()])),
});

const KNAPSACK = z.object({
  profits: z.array(z.int()),
  weights: z.array(z.array(z.int())),
  capacities: z.array(z.int()),
});

const TERMS = z.array(z.object({ column: z.int(), factor: z.int() }));

const PROGRAM = z.object({
  sense: z.enum(['minimise', 'maximise']),
  columns: z.array(z.object({ lower: z.int(), upper: z.int() })),
  rows: z.array(z.object({ terms: TERMS, interval: z.object({ min: z.nullable(z.int()), max: z.nullable(z.int()) }) })),
  objective: z.object({ terms: TERMS, constant: z.int() }),
});

const WORDS = { name: z.string(), source: z.string(), optimum: z.int(), provedBy: z.array(z.string()) };

const PINNED = z.union([
  z.object({ ...WORDS, curriculum: CURRICULUM }),
  z.object({ ...WORDS, knapsack: KNAPSACK }),
  z.object({ ...WORDS, program: PROGRAM }),
]);

/** The instances of `bench/instances`; none where there is no such folder. Throws for a file of another shape. */
export function pinnedInstances(): readonly PinnedInstance[] {
  const folder = join(BENCH_FOLDER, 'instances');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => PINNED.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}
