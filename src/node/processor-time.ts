import { readFileSync } from 'node:fs';

/** Clock ticks a second in what Linux tells of processes; it is 100 on every machine that Node runs on. */
const TICKS_A_SECOND = 100;

const MILLISECONDS_A_SECOND = 1000;
const MICROSECONDS_A_MILLISECOND = 1000;

/**
 * Milliseconds that the processor has worked for this process and for its children that have ended, which are known to
 * a hundredth of a second; null where the system does not tell the latter.
 */
export function processorTime(): number | null {
  const children = childrenTime();
  if (children === null) return null;
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS_A_MILLISECOND + children;
}

function childrenTime(): number | null {
  try {
    // Behind the name of the program, which may hold spaces, fields 3 and following; 16 and 17 are those of children.
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[13]) + Number(fields[14]);
    return Number.isFinite(ticks) ? (ticks * MILLISECONDS_A_SECOND) / TICKS_A_SECOND : null;
  } catch {
    return null;
  }
}
