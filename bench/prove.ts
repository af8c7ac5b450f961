/**
 * Proves pinned instances anew with every solver at hand and writes down who did. A new one of a made-up family is
 * pinned by the id of the family and a size; one from elsewhere is put into the folder by hand, `provedBy` empty.
 *
 *     npm run bench:prove                     all files of bench/instances
 *     npm run bench:prove -- nested 70        pins that instance, and proves it
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IN_PROCESS } from '../src/benchmark/contestants.js';
import { taskPrograms } from '../src/benchmark/contestants/task-program.js';
import { FAMILIES } from '../src/benchmark/families.js';
import { pinnedProgram, type PinnedInstance } from '../src/benchmark/families/pinned.js';
import { takeTurn } from '../src/benchmark/turn.js';
import { installedContestants } from '../src/node/contestants/installed.js';

const FOLDER = fileURLToPath(new URL('instances', import.meta.url));
const LIMITS = { milliseconds: 60_000 };
const METER = { wall: () => performance.now(), processor: () => null };
const LEAST_PROOFS = 2;

async function prove(file: string): Promise<void> {
  const path = join(FOLDER, file);
  const pinned = JSON.parse(readFileSync(path, 'utf8')) as PinnedInstance;
  const task = { kind: 'program' as const, program: pinnedProgram(pinned) };
  const provedBy: string[] = [];
  for (const contestant of [...IN_PROCESS, ...installedContestants()]) {
    if (contestant.declines(task) !== null) continue;
    const { replies, fault } = await takeTurn(contestant, task, LIMITS, METER);
    const [reply] = replies;
    if (reply?.status !== 'point' || fault !== null) continue;
    if (reply.value !== pinned.optimum) throw new Error(`${file}: ${contestant.name} says ${reply.value}`);
    provedBy.push(contestant.name);
  }
  if (provedBy.length < LEAST_PROOFS) throw new Error(`${file}: proved by ${provedBy.join(', ')} alone`);
  writeFileSync(path, `${JSON.stringify({ ...pinned, provedBy }, null, 1)}\n`);
  console.log(`${file}: ${pinned.optimum}, proved by ${provedBy.join(', ')}`);
}

/** Writes the instance of a family into a file, with the optimum that HiGHS finds; {@link prove} has the others agree. */
async function pin(id: string, size: number): Promise<string> {
  const instance = FAMILIES.find((family) => family.id === id)
    ?.instances(false)
    .find((it) => it.size === size);
  if (instance === undefined) throw new Error(`there is no ${id} of size ${size}`);
  const { task } = instance;
  if (task.kind === 'count' || task.kind === 'plan' || task.kind === 'seats')
    throw new Error(`${id} asks for more than a point of one program`);
  const program = taskPrograms(task).programOf(0);
  const highs = IN_PROCESS.find(({ name }) => name === 'highs');
  if (highs === undefined) throw new Error('HiGHS is always at hand');
  const { replies } = await takeTurn(highs, { kind: 'program', program }, LIMITS, METER);
  const [reply] = replies;
  if (reply?.status !== 'point') throw new Error(`HiGHS does not prove ${id} ${size}`);
  const file = `${id}-${size}.json`;
  const words = { name: `${id}, ${instance.name}`, source: `the family ${id} of this benchmark` };
  writeFileSync(join(FOLDER, file), JSON.stringify({ ...words, optimum: reply.value, provedBy: [], program }));
  return file;
}

const [, , id, size] = process.argv;
if (id === undefined)
  for (const file of readdirSync(FOLDER)
    .filter((it) => it.endsWith('.json'))
    .sort())
    await prove(file);
else await prove(await pin(id, Number(size)));
