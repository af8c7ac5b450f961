import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(HERE, 'dist', 'main.js');
const isInstalled = existsSync(join(HERE, 'node_modules', 'qualpath'));
const needs = isInstalled ? '' : ' (left out: integrations/mcp/install.sh has not been run)';

const OCR = 'ocr-level-3-diploma-customer-service';
const LEVEL_1 = 'level-1-certificate-customer-service';
const MISTYPED = 'level-1-certificate-customer-servise';

const SMALL = {
  model: 'title: Small\nunits: units.csv\ngroups: { A: Units }\nrule:\n  - at least 3 credits\n',
  units: 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,24\nA,X 2,Two,2,3,20\n',
};

const HANDBOOK = `<h1>Level 2 Award in Baking</h1><p>Learners must achieve at least 3 credits.</p>
<table><tr><th>Unit reference<th>Title<th>Level<th>Credit<th>GLH<tr><td>X 1<td>Bread<td>2<td>3<td>24
<tr><td>X 2<td>Cakes<td>2<td>3<td>20</table>`;

type Arguments = Readonly<Record<string, unknown>>;

/** What is asked of each tool, what its document must hold, and a sentence of its text. */
const RIGHT: readonly (readonly [tool: string, given: Arguments, document: unknown, said: string])[] = [
  ['list', {}, [{}, {}, {}, {}, { id: OCR, open: [] }], 'Qualifications at hand'],
  ['show', { qualification: OCR }, { id: OCR, awardingOrganisation: 'OCR' }, 'at least 40 credits at level 3 or above'],
  ['check', { qualification: SMALL }, [], '0 errors, 0 warnings, 0 notes'],
  ['check', { qualification: OCR }, [{ code: 'never-binds' }, { code: 'never-binds' }], '2 notes'],
  ['solve', { qualification: OCR }, { status: 'optimal', totals: { glh: 289 } }, 'confirmed by a second method'],
  [
    'solve',
    { qualification: SMALL, objectives: [{ maximise: 'glh' }] },
    { totals: { glh: 44 } },
    'Most guided learning hours: 44',
  ],
  ['solve', { qualification: OCR, also: ['at most 280 GLH'] }, { status: 'infeasible' }, 'No pathway exists'],
  ['range', { qualification: OCR }, { glh: { min: 289, max: 684 }, pathways: '1597053447' }, '1,597,053,447 pathways'],
  [
    'range',
    { qualification: SMALL, distribution: true },
    {
      distribution: {
        units: [
          [1, '2'],
          [2, '1'],
        ],
      },
    },
    'Small',
  ],
  ['explain', { qualification: LEVEL_1 }, { least: 120, pathways: '871' }, 'What each statement does'],
  ['alternatives', { qualification: SMALL, count: 2 }, { complete: false, pathways: [{}, {}] }, 'X 2'],
  ['units', { qualification: SMALL }, { optimum: 20 }, 'X 1'],
  [
    'audit',
    { qualification: OCR, achievedFrom: { file: 'data/samples/achieved.csv' } },
    { complete: false, completion: { totals: { newGlh: 144 } } },
    'The cheapest completion: 4 new units, 144 new hours',
  ],
  [
    'audit',
    { qualification: SMALL, achieved: ['X 1'], achievedFrom: { text: 'ref\nZ 9\n' } },
    { complete: true, uncounted: [{ ref: 'Z 9' }] },
    'Complete',
  ],
  ['progress', { achieved: ['CS 1'] }, [{ id: LEVEL_1, newGlh: 100 }, {}, {}, {}, {}], '3 of 19'],
  ['match', { one: 'level-4-diploma-customer-service', other: OCR }, [{ other: 'Y/506/2183' }, {}, {}], 'equal title'],
  ['overlap', { qualifications: [LEVEL_1, OCR] }, { all: { status: 'optimal' } }, OCR],
  ['deliver', { qualifications: 'all' }, { status: 'optimal', deliveredGlh: 513, savingGlh: 68 }, 'sharing saves 68'],
  [
    'deliver',
    { qualifications: [LEVEL_1], cohort: { text: `learner,qualification,ref\nAnn,${LEVEL_1},CS 1\n` }, capacity: 5 },
    { learners: [{ learner: 'Ann', qualification: LEVEL_1 }] },
    'Ann',
  ],
  [
    'tune',
    { qualification: LEVEL_1, aims: ['least GLH >= 130'], mayChange: ['3'] },
    { status: 'found', settings: 45, holding: 15 },
    '15 settings of 45 meet every aim',
  ],
  ['compare', { before: LEVEL_1, after: OCR }, { pathways: { kept: '0' } }, 'Level 1 Certificate'],
  [
    'import',
    { files: ['handbook.html'], id: 'baking' },
    { qualifications: [{ id: 'baking', units: 2 }], review: [] },
    'Nothing was written',
  ],
  ['export', { qualification: SMALL, format: 'mps' }, { columns: [{ ref: 'X 1' }, { ref: 'X 2' }] }, 'ENDATA'],
];

/** Tools whose answer takes no time to speak of, or is bounded by itself. */
const WITHOUT_LIMIT: ReadonlySet<string> = new Set(['list', 'show', 'match', 'import']);

/** Calls that name what is not there: each says what was probably meant. */
const MISNAMED: readonly (readonly [tool: string, given: Arguments])[] = [
  ...['show', 'check', 'solve', 'range', 'explain', 'alternatives', 'units', 'audit', 'export'].map(
    (tool) => [tool, { qualification: MISTYPED }] as const,
  ),
  ['tune', { qualification: MISTYPED, aims: ['pathways >= 2'] }],
  ['overlap', { qualifications: [MISTYPED, OCR] }],
  ['deliver', { qualifications: [MISTYPED] }],
  ['match', { one: MISTYPED, other: OCR }],
  ['compare', { before: OCR, after: MISTYPED }],
  ['import', { files: ['handbok.html'] }],
];

interface Answered {
  readonly isError: boolean;
  readonly text: string;
  readonly structured: {
    readonly outcome: string;
    readonly document?: unknown;
    readonly issues: readonly { readonly code: string; readonly severity: string; readonly source: unknown }[];
    readonly files?: readonly { readonly path: string; readonly text: string }[];
    readonly written?: boolean;
  };
}

/** A folder with what the calls name: models are those of the package. */
const folder = mkdtempSync(join(tmpdir(), 'qualpath-mcp-'));
const opened: Client[] = [];
afterAll(async () => {
  await Promise.all(opened.map((client) => client.close()));
  rmSync(folder, { recursive: true });
});

/** Starts a server over stdio; its answers are compared with the schemas that it lists. */
async function connect(...options: readonly string[]): Promise<Client> {
  const { Client: OfSdk } = await import('@modelcontextprotocol/sdk/client/index.js');
  const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js');
  const client = new OfSdk({ name: 'test', version: '1' });
  const args = [MAIN, '--folder', folder, ...options];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: tmpdir() }));
  opened.push(client);
  await client.listTools();
  return client;
}

async function call(client: Client, name: string, given: Arguments): Promise<Answered> {
  const result = (await client.callTool({ name, arguments: { ...given } })) as CallToolResult;
  const [first] = result.content;
  return {
    isError: result.isError === true,
    text: first?.type === 'text' ? first.text : '',
    structured: result.structuredContent as unknown as Answered['structured'],
  };
}

describe.skipIf(!isInstalled)(`the MCP server${needs}`, () => {
  let client: Client;
  beforeAll(async () => {
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: HERE });
    mkdirSync(join(folder, 'data'));
    cpSync(join(ROOT, 'data', 'samples'), join(folder, 'data', 'samples'), { recursive: true });
    writeFileSync(join(folder, 'handbook.html'), HANDBOOK);
    symlinkSync(ROOT, join(folder, 'way-out'));
    client = await connect();
  });

  it('lists its tools with plain words for every argument, and as reading only', async () => {
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    expect(names.toSorted()).toEqual([...new Set(RIGHT.map(([name]) => name))].toSorted());
    const bare = tools.flatMap(({ name, inputSchema }) =>
      Object.entries(inputSchema.properties ?? {})
        .filter(([, schema]) => !('description' in schema))
        .map(([argument]) => `${name}.${argument}`),
    );
    expect(bare).toEqual([]);
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([]);
    expect(tools.filter(({ outputSchema }) => outputSchema?.['definitions'] === undefined)).toEqual([]);
  });

  it.each(RIGHT)('answers %s %j', async (tool, given, document, said) => {
    const { isError, text, structured } = await call(client, tool, given);
    expect(text).toContain(said);
    expect([isError, structured.issues.filter(({ severity }) => severity === 'error')]).toEqual([false, []]);
    expect(structured.document).toMatchObject(document as object);
  });

  it.each(RIGHT.map(([tool, given]) => [tool, given] as const))(
    'refuses what is no argument of %s',
    async (tool, given) => {
      const { isError, text, structured } = await call(client, tool, { ...given, colour: 'red', timeLimit: 'long' });
      expect([isError, structured.outcome]).toEqual([true, 'wrong-usage']);
      expect(text).toContain('colour');
      // Both faults are told at once, where the tool has a time limit at all.
      const faults = WITHOUT_LIMIT.has(tool) ? ['argument'] : ['argument', 'argument'];
      expect(structured.issues.map(({ code }) => code)).toEqual(faults);
    },
  );

  it.each(MISNAMED)('says what is probably meant: %s %j', async (tool, given) => {
    const { isError, text, structured } = await call(client, tool, given);
    expect([isError, structured.document]).toEqual([true, undefined]);
    expect(text).toMatch(/did you mean (level-1-certificate-customer-service|handbook\.html)\?/);
  });

  it('tells every fault of a model at once, each with its place', async () => {
    const units = 'group,ref,title,level,credit,glh\nA,X 1,One,2,three,24\nA,X 2,Two,2,3,many\n';
    const { isError, structured } = await call(client, 'solve', { qualification: { ...SMALL, units } });
    expect(isError).toBe(true);
    expect(structured.issues).toMatchObject([
      { code: 'not-a-number', source: { file: 'units.csv', line: 2 } },
      { code: 'not-a-number', source: { file: 'units.csv', line: 3 } },
    ]);
  });

  it('knows no other tool, and says which there are', async () => {
    await expect(client.callTool({ name: 'solv', arguments: {} })).rejects.toThrow(
      /There is no tool solv; there are .*solve/,
    );
  });

  it.each([
    ['import', { files: ['handbook.html'], writeTo: 'drafts' }],
    ['export', { qualification: OCR, writeTo: 'ocr.lp' }],
  ])('refuses to write unless it may: %s', async (tool, given) => {
    const { isError, text, structured } = await call(client, tool, given);
    expect([isError, structured.issues.map(({ code }) => code)]).toEqual([true, ['read-only']]);
    expect(text).toContain('started without --allow-write');
    expect([existsSync(join(folder, 'drafts')), existsSync(join(folder, 'ocr.lp'))]).toEqual([false, false]);
  });

  it.each([
    ['show', { qualification: '../elsewhere/model.yaml' }, 'qualification'],
    ['show', { qualification: join(ROOT, 'models', `${OCR}.yaml`) }, 'qualification'],
    ['show', { qualification: `way-out/models/${OCR}.yaml` }, 'qualification'],
    ['overlap', { qualifications: [OCR, './../a.yaml'] }, 'qualifications'],
    ['audit', { qualification: OCR, achievedFrom: { file: '/etc/hostname' } }, 'achievedFrom'],
    ['deliver', { qualifications: [OCR], staff: { file: '../staff.csv' } }, 'staff'],
    ['import', { files: ['handbook.html', '../handbook.html'] }, 'files'],
  ])('reads no file outside its folder: %s %j', async (tool, given, argument) => {
    const { isError, structured } = await call(client, tool, given);
    expect([isError, structured.issues]).toMatchObject([
      true,
      [{ code: 'outside-folder', source: { option: argument } }],
    ]);
  });

  it('ends within the time limit of the call, and of the server', async () => {
    const stopped = await call(client, 'solve', { qualification: OCR, timeLimit: 0.000001 });
    expect([stopped.isError, stopped.structured.outcome]).toEqual([false, 'limit']);
    const hurried = await connect('--time-limit', '0.000001');
    const answered = await call(hurried, 'solve', { qualification: OCR, timeLimit: 60 });
    expect(answered.structured.outcome).toBe('limit');
  });

  it('tells a client that asks for it how far it has come', async () => {
    const told: string[] = [];
    const { isError } = await client.callTool(
      { name: 'tune', arguments: { qualification: LEVEL_1, aims: ['least GLH >= 130'], mayChange: ['3'] } },
      undefined,
      { onprogress: ({ message = '' }) => void told.push(message) },
    );
    expect([isError, told[0]]).toEqual([undefined, expect.stringMatching(/^\d+ of \d+ settings looked at$/)]);
  });
});

describe.skipIf(!isInstalled)(`the MCP server that may write${needs}`, () => {
  let client: Client;
  beforeAll(async () => {
    client = await connect('--allow-write');
  });

  it('says so of the tools that write', async () => {
    const { tools } = await client.listTools();
    const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint === false);
    expect(writing.map(({ name }) => name)).toEqual(['import', 'export']);
  });

  it('writes drafts that it can be asked about then, and replaces nothing unasked', async () => {
    const given = { files: ['handbook.html'], id: 'baking', writeTo: '.' };
    const { text, structured } = await call(client, 'import', given);
    expect(structured.document).toMatchObject({ qualifications: [{ model: join('models', 'baking.yaml') }] });
    expect(text).toContain('Written: models/baking.yaml');
    const shown = await call(client, 'show', { qualification: 'baking' });
    expect(shown.structured.document).toMatchObject({ id: 'baking', units: [{ ref: 'X 1' }, { ref: 'X 2' }] });
    const again = await call(client, 'import', given);
    expect([again.isError, again.structured.issues[0]?.code]).toEqual([true, 'file-exists']);
    expect((await call(client, 'import', { ...given, replace: true })).isError).toBe(false);
  });

  it('writes a program with its names', async () => {
    const { structured } = await call(client, 'export', { qualification: SMALL, writeTo: 'small.lp' });
    expect([structured.written, structured.files?.map(({ path }) => path)]).toEqual([
      true,
      ['small.lp', 'small.lp.names.csv'],
    ]);
    expect(readFileSync(join(folder, 'small.lp'), 'utf8')).toContain('Minimize');
  });

  it.each(['../out', 'way-out/drafts', join(ROOT, 'drafts')])(
    'writes nothing outside its folder: %s',
    async (writeTo) => {
      const { isError, structured } = await call(client, 'import', { files: ['handbook.html'], writeTo });
      expect([isError, structured.issues]).toMatchObject([
        true,
        [{ code: 'outside-folder', source: { option: 'writeTo' } }],
      ]);
      expect(existsSync(join(ROOT, 'drafts'))).toBe(false);
    },
  );
});

describe.skipIf(!isInstalled)(`the command qualpath-mcp${needs}`, () => {
  it.each([
    [['--help'], 0, '--allow-write'],
    [['--version'], 0, (JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')) as { version: string }).version],
    [['--allow-writes'], 2, "Unknown option '--allow-writes'"],
    [['--time-limit', 'soon'], 2, 'give seconds above 0'],
    [['--folder', join(folder, 'none')], 2, 'no such file or directory'],
  ])('answers %j', (args, code, said) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', input: '' });
    expect([status, `${stdout}${stderr}`]).toEqual([code, expect.stringContaining(said)]);
  });
});
