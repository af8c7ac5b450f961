import type { Command } from 'commander';
import type { Run } from './run.js';

/** Adds a command to the program. */
export type Register = (program: Command, run: Run) => void;

/**
 * Every command by its name, in the order of the help. Each is loaded on demand, because most of the time that a
 * command takes is the loading of code.
 */
const COMMANDS: ReadonlyMap<string, () => Promise<Register>> = new Map([
  ['init', async () => (await import('./commands/init.js')).registerInit],
  ['import', async () => (await import('./commands/import.js')).registerImport],
  ['list', async () => (await import('./commands/list.js')).registerList],
  ['show', async () => (await import('./commands/show.js')).registerShow],
  ['check', async () => (await import('./commands/check.js')).registerCheck],
  ['solve', async () => (await import('./commands/solve.js')).registerSolve],
  ['range', async () => (await import('./commands/range.js')).registerRange],
  ['sweep', async () => (await import('./commands/sweep.js')).registerSweep],
  ['tune', async () => (await import('./commands/tune.js')).registerTune],
  ['explain', async () => (await import('./commands/explain.js')).registerExplain],
  ['alternatives', async () => (await import('./commands/alternatives.js')).registerAlternatives],
  ['units', async () => (await import('./commands/units.js')).registerUnits],
  ['audit', async () => (await import('./commands/audit.js')).registerAudit],
  ['progress', async () => (await import('./commands/progress.js')).registerProgress],
  ['match', async () => (await import('./commands/match.js')).registerMatch],
  ['verify', async () => (await import('./commands/verify.js')).registerVerify],
  ['export', async () => (await import('./commands/export.js')).registerExport],
  ['compare', async () => (await import('./commands/compare.js')).registerCompare],
  ['report', async () => (await import('./commands/report.js')).registerReport],
  ['bench', async () => (await import('./commands/bench.js')).registerBench],
  ['overlap', async () => (await import('./commands/overlap.js')).registerOverlap],
  ['deliver', async () => (await import('./commands/deliver.js')).registerDeliver],
  ['cohort', async () => (await import('./commands/cohort.js')).registerCohort],
  ['page', async () => (await import('./commands/page.js')).registerPage],
  ['completion', async () => (await import('./commands/completion.js')).registerCompletion],
]);

/** The command of that name alone; all of them for anything else, so that help and suggestions know every one. */
export async function loadCommands(name: string | undefined): Promise<readonly Register[]> {
  const wanted = COMMANDS.get(name ?? '');
  return wanted === undefined ? Promise.all([...COMMANDS.values()].map((load) => load())) : [await wanted()];
}
