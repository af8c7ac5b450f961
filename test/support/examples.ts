import { transformSync } from 'esbuild';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { inspect } from 'node:util';
import * as library from '../../src/index.js';
import * as ofNode from '../../src/node/index.js';
import { ROOT } from './command.js';

/** An example of a docstring: where it begins (line from 1), and its code. */
export interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

const SRC = path.join(ROOT, 'src');
const BLOCK = /@example\s*\n\s*\* ```ts\n([\s\S]*?)\n\s*\* ```/g;

/** Every example of the sources. */
export function examplesOfSources(): readonly Example[] {
  return fs
    .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .flatMap((file) => examplesIn(file, fs.readFileSync(path.join(SRC, file), 'utf8')));
}

function examplesIn(file: string, text: string): readonly Example[] {
  return [...text.matchAll(BLOCK)].map((found) => ({
    file,
    line: text.slice(0, found.index).split('\n').length,
    code: (found[1] ?? '')
      .split('\n')
      .map((line) => line.replace(/^\s*\* ?/, ''))
      .join('\n'),
  }));
}

/** What the comments behind an example's lines of `console.log` say that is printed, in their order. */
export function promised({ code }: Pick<Example, 'code'>): readonly string[] {
  return [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = '']) => text);
}

const MODULES: Readonly<Record<string, object>> = {
  qualpath: library,
  'qualpath/node': ofNode,
  'node:fs': fs,
  'node:os': os,
  'node:path': path,
};

/** Runs an example against the library, and gives what it prints, a line a call. */
export async function run({ code }: Pick<Example, 'code'>): Promise<readonly string[]> {
  const printed: string[] = [];
  const log = (...values: readonly unknown[]): void => {
    printed.push(values.map((value) => (typeof value === 'string' ? value : inspect(value, SHORT))).join(' '));
  };
  const plain = transformSync(code, { loader: 'ts', target: 'node20' }).code;
  const body = plain.replace(
    IMPORT,
    (_, names: string, from: string) => `const {${names.replace(/ as /g, ': ')}} = modules['${from}'];`,
  );
  // The sources are ours; a module of its own for each example would take a hundred times as long.
  const go = new AsyncFunction('modules', 'console', body) as (modules: object, console: object) => Promise<void>;
  await go(MODULES, { log });
  return printed;
}

const SHORT = { breakLength: Infinity, depth: 6 };
const IMPORT = /^import \{([^}]*)\} from "([^"]+)";$/gm;
const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => unknown;
