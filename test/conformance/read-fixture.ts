import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chooseVersion } from '../../src/ask/version.js';
import type { Equivalence } from '../../src/domain/identity.js';
import { pose } from '../../src/domain/pose.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Specification } from '../../src/domain/specification.js';
import type { Statement, Threshold } from '../../src/domain/statement.js';
import type { Result } from '../../src/domain/result.js';
import { readModel } from '../../src/read/model/model-file.js';

/** A model with what its head says about it, worked out by hand. */
export interface Fixture {
  readonly problem: Problem;
  /** Least hours over all pathways, and how many pathways there are. */
  readonly leastGlh: number;
  readonly pathways: number;
  /** Unit lists that are a pathway, and that are none. */
  readonly accepted: readonly (readonly string[])[];
  readonly refused: readonly (readonly string[])[];
}

/** Reads `rules/<name>.yaml` as the command would; throws with every issue when it cannot be read. */
export function readFixture(name: string): Fixture {
  const text = readFileSync(fileURLToPath(new URL(`rules/${name}.yaml`, import.meta.url)), 'utf8');
  const head = [...text.matchAll(/^# (.*)$/gm)].map(([, line = '']) => line);
  const model = valueOf(readModel(text, { id: name, file: `${name}.yaml`, openUnits: refuseTable }));
  const [registeredOn] = listsOf(head, 'Registered').flat();
  const { specification } = registeredOn === undefined ? model : valueOf(chooseVersion(model, { registeredOn }));
  const settings = new Map(listsOf(head, 'Set').flat().map(settingOf));
  const also = listsOf(head, 'Title')
    .flat()
    .flatMap((title) => statementsOf(specification, title));
  const request = { settings, also, achieved: listsOf(head, 'Achieved').flat() };
  const rows = [
    ...listsOf(head, 'Same').map((units) => rowOf(units, 'same')),
    ...listsOf(head, 'Replaces').map((units) => rowOf(units, 'replaces')),
  ];
  const problem = valueOf(pose(specification, request, rows));
  const figures = /^Least GLH: (\d+)\. Pathways: (\d+)\.$/.exec(head.find((line) => line.startsWith('Least')) ?? '');
  return {
    problem,
    leastGlh: Number(figures?.[1]),
    pathways: Number(figures?.[2]),
    accepted: listsOf(head, 'A pathway'),
    refused: listsOf(head, 'None'),
  };
}

function statementsOf({ titles }: Specification, title: string): readonly Statement<Threshold>[] {
  const statements = titles.get(title);
  if (statements === undefined) throw new Error(`the model has no title ${title}`);
  return statements;
}

function refuseTable(): never {
  throw new Error('a model of these tests lists its units itself');
}

/** The comma-separated lists of the lines that begin with `key: `. */
function listsOf(head: readonly string[], key: string): string[][] {
  return head
    .filter((line) => line.startsWith(`${key}: `))
    .map((line) =>
      line
        .slice(key.length + 2)
        .split(',')
        .map((item) => item.trim()),
    );
}

function rowOf([unit = '', other = '']: readonly string[], kind: Equivalence['kind']): Equivalence {
  return { unit, other, kind, basis: 'the head of the model', place: { file: 'head', line: 1, column: 1 } };
}

function settingOf(text: string): [string, number] {
  const [name = '', value = ''] = text.split('=');
  return [name, Number(value)];
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}
