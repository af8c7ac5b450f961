import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PinnedInstance } from '../benchmark/families/pinned.js';
import { BENCH_FOLDER } from './bench-folder.js';

const PAIR = z.tuple([z.int(), z.int()]);

const PINNED = z.object({
  name: z.string(),
  source: z.string(),
  optimum: z.int(),
  provedBy: z.array(z.string()),
  curriculum: z.object({
    periods: z.int().positive(),
    load: PAIR,
    courses: PAIR,
    credits: z.record(z.string(), z.int()),
    needs: z.array(z.tuple([z.string(), z.string()])),
  }),
});

/** The instances of `bench/instances`; none where there is no such folder. Throws for a file of another shape. */
export function pinnedInstances(): readonly PinnedInstance[] {
  const folder = join(BENCH_FOLDER, 'instances');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => PINNED.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}
