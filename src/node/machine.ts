import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { MachineDocument } from '../report/documents/bench.js';

const GIBIBYTE = 2 ** 30;

/** The machine that this runs on, and now. */
export function machineOf(): MachineDocument {
  const [load] = loadavg();
  const models = new Set(cpus().map(({ model }) => model.trim()));
  return {
    processor: [...models].join(', '),
    cores: cpus().length,
    memory: Math.round(totalmem() / GIBIBYTE),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.versions.node,
    // Systems without a load average say 0.
    load: load === undefined || platform() === 'win32' ? null : Math.round(load * 100) / 100,
    began: new Date().toISOString(),
  };
}
