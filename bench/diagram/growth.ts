/**
 * How diagrams grow: the five qualifications, then made-up ones of growing size, each in a process of its own so that
 * the peak of its memory is its own. Nodes before and after merging, time to build, time for one question.
 *
 *     npm run bench:growth
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import { buildDiagram } from '../../src/diagram/build/build.js';
import { nodeCount, type Diagram } from '../../src/diagram/diagram.js';
import { goalOf } from '../../src/diagram/query/goal.js';
import { optimiserOf } from '../../src/diagram/query/shortest.js';
import { median } from '../measure.js';
import { fiveQualifications } from '../qualifications.js';
import { FAMILY, makeProblem } from './family.js';

/** What is measured, and how many times over, so that small ones are warm. */
interface Case {
  readonly name: string;
  readonly rounds: number;
  readonly make: () => Problem;
}

const MEBIBYTE = 2 ** 20;

const CASES: readonly Case[] = [
  ...fiveQualifications().map(({ id, problem }) => ({ name: id, rounds: 400, make: () => problem })),
  ...FAMILY.map((member) => ({
    name: `${member.units} units, ${member.groups} groups, ${member.credits} credits`,
    rounds: member.units < 100 ? 40 : 3,
    make: () => makeProblem(member),
  })),
];

function measure({ name, rounds, make }: Case): string {
  const problem = make();
  const before = process.memoryUsage().rss;
  const times: number[] = [];
  const build = (): Diagram => {
    const start = performance.now();
    const diagram = buildDiagram(problem);
    times.push(performance.now() - start);
    if (diagram.kind === 'too-large') throw new Error(`${name} takes more than ${diagram.nodes} nodes`);
    return diagram;
  };
  const diagram = build();
  const peak = process.resourceUsage().maxRSS * 1024 - before;
  for (let round = 0; round < rounds; round++) build();
  const figures = [
    diagram.made.toLocaleString('en-GB'),
    nodeCount(diagram).toLocaleString('en-GB'),
    `${times[0]?.toFixed(1)} ms`,
    `${median(times.slice(-Math.ceil(rounds / 2))).toFixed(2)} ms`,
    `${Math.max(0, Math.ceil(peak / MEBIBYTE))} MB`,
    `${microsecondsAQuestion(problem, diagram).toFixed(2)} us`,
  ];
  return row(name, figures);
}

/** The median time for an answer with its pathway, when every question has other costs. */
function microsecondsAQuestion(problem: Problem, diagram: Diagram): number {
  const ask = optimiserOf(diagram);
  const [hours, units] = DEFAULT_OBJECTIVES.map((objective) => goalOf(problem, objective));
  if (hours === undefined || units === undefined) throw new Error('there are two default objectives');
  const questions = Array.from({ length: 64 }, (_, at) => {
    const amounts = Array.from(hours.amounts, (amount, index) => ((index * 7 + at) % 5 === 0 ? 0 : amount));
    return [{ ...hours, amounts }, units];
  });
  const rounds = Math.ceil(4_000_000 / (nodeCount(diagram) + 1000) / questions.length);
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    for (let round = 0; round < rounds; round++) for (const question of questions) ask(question);
    return (1000 * (performance.now() - start)) / (rounds * questions.length);
  });
  return median(times.slice(2));
}

function row(name: string, figures: readonly string[]): string {
  return `${name.padEnd(42)}${figures.map((figure) => figure.padStart(13)).join('')}`;
}

const [, , chosen] = process.argv;
if (chosen === undefined) {
  console.log(row('', ['nodes made', 'merged', 'first build', 'build', 'peak memory', 'question']));
  for (const at of CASES.keys()) {
    const script = [...process.execArgv, fileURLToPath(import.meta.url), String(at)];
    process.stdout.write(execFileSync(process.execPath, script, { encoding: 'utf8' }));
  }
} else {
  const found = CASES[Number(chosen)];
  if (found === undefined) throw new Error(`there is no case ${chosen}`);
  console.log(measure(found));
}
