/**
 * How large diagrams become: the qualifications at hand and the made-up families, each in a process of its own so that
 * the peak of its memory is its own. Nodes made on the way, nodes after merging, and memory. Times are for
 * `qualpath bench`.
 *
 *     npm run bench:diagram-size
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FAMILIES } from '../src/benchmark/families.js';
import type { Problem } from '../src/domain/problem.js';
import { buildDiagram } from '../src/diagram/build/build.js';
import { nodeCount } from '../src/diagram/diagram.js';
import { fiveQualifications } from './qualifications.js';

const MEBIBYTE = 2 ** 20;
const WIDTHS = [42, 14, 14, 14];

const CASES: readonly { readonly name: string; readonly problem: Problem }[] = [
  ...fiveQualifications().map(({ id, problem }) => ({ name: id, problem })),
  ...FAMILIES.flatMap(({ id, instances }) =>
    instances(false).flatMap(({ name, task }) =>
      task.kind === 'best' && task.questions.length === 1 ? [{ name: `${id}: ${name}`, problem: task.problem }] : [],
    ),
  ),
];

function measure({ name, problem }: (typeof CASES)[number]): string {
  const before = process.memoryUsage().rss;
  const diagram = buildDiagram(problem);
  const peak = process.resourceUsage().maxRSS * 1024 - before;
  const memory = `${Math.max(0, Math.ceil(peak / MEBIBYTE))} MB`;
  const count = (nodes: number): string => nodes.toLocaleString('en-GB');
  if (diagram.kind === 'too-large') return row([name, count(diagram.nodes), 'too large', memory]);
  return row([name, count(diagram.made), count(nodeCount(diagram)), memory]);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[at] ?? 0))).join('');
}

const [, , chosen] = process.argv;
if (chosen === undefined) {
  console.log(row(['', 'nodes made', 'merged', 'memory']));
  for (const at of CASES.keys()) {
    const script = [...process.execArgv, fileURLToPath(import.meta.url), String(at)];
    process.stdout.write(execFileSync(process.execPath, script, { encoding: 'utf8' }));
  }
} else {
  const found = CASES[Number(chosen)];
  if (found === undefined) throw new Error(`there is no case ${chosen}`);
  console.log(measure(found));
}
