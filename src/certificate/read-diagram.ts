import { NEVER, type Diagram } from './check-diagram.js';
import { arrayOf, objectOf, wholeOf } from './shape.js';

/** Reads a diagram whose steps decide entries from 0 to `size - 1`; throws a SyntaxError with its place. */
export function readDiagram(value: unknown, place: string, size: number): Diagram {
  const { order, arcs } = objectOf(value, place, ['order', 'arcs']);
  const steps = arrayOf(order, `${place}.order`, (step, at) =>
    arrayOf(step, at, (entry, where) => wholeOf(entry, where, size - 1)),
  );
  const levels = arrayOf(arcs, `${place}.arcs`, (level, at) => arrayOf(level, at, readTarget));
  if (levels.length !== steps.length) throw new SyntaxError(`${place} has another number of steps than of arcs`);
  for (const [step, level] of levels.entries()) {
    const next = levels[step + 1]?.length ?? 2;
    if (level.length % 2 !== 0) throw new SyntaxError(`${place}.arcs[${step}] has an arc without the other`);
    if (level.some((target) => target >= next / 2)) {
      throw new SyntaxError(`${place}.arcs[${step}] leads to a node that there is not`);
    }
  }
  return { order: steps, arcs: levels };
}

function readTarget(value: unknown, place: string): number {
  return value === NEVER ? NEVER : wholeOf(value, place, Number.MAX_SAFE_INTEGER);
}
