import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qualpath, qualpathJson, ROOT } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';

const folder = mkdtempSync(join(tmpdir(), 'qualpath-certificates-'));
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  const bundle = ['src/node/verify-certificate.ts', '--bundle', '--platform=node', '--format=esm'];
  execFileSync('npx', ['esbuild', ...bundle, `--outfile=${file('verify.mjs')}`], { cwd: ROOT, stdio: 'pipe' });
  mkdirSync(file('data'));
  writeFileSync(file('data/equivalences.csv'), 'unit,other,kind,basis\nH,U1,equivalent,x\nH,U2,equivalent,x\n');
  const units = ['A,U1,One,3,5,30', 'A,U2,Two,3,5,20', 'B,U3,Three,3,4,25', 'B,U4,Four,3,6,28'];
  writeFileSync(file('cohort.csv'), `learner,qualification,ref\nAda,${OCR},L/506/2150\n`);
  writeFileSync(file('units.csv'), ['group,ref,title,level,credit,glh', ...units, ''].join('\n'));
  writeFileSync(
    file('mine.yaml'),
    'title: M\nunits: units.csv\ngroups: { A: M, B: O }\nrule: [all units from A, at least 13 credits]\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What `node verify.js` says of a certificate, with nothing of the package beside it. */
function alone(path: string): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, ['verify.mjs', path], { cwd: folder, encoding: 'utf8' });
}

interface Several {
  claims: { kind: string; way: number; number?: string; objectives?: { value: number }[] }[];
  diagrams: { arcs: number[][] }[];
}

function parsed(path: string): Several {
  return JSON.parse(readFileSync(path, 'utf8')) as Several;
}

describe('qualpath solve', () => {
  it('certifies a small question by itself, as --certificate does, and gives the same pathway', async () => {
    const asked = ['solve', OCR];
    const { certificate, units, objectives } = (await qualpathJson(asked)) as Record<string, unknown>;
    const other = await qualpathJson([...asked, '--certificate', file('solve.json')]);
    expect(certificate).toMatchObject({ certified: true });
    expect(other).toMatchObject({ units, objectives });
    expect((await qualpath(asked)).out).toContain('Re-proved exactly');
    const none = await qualpathJson([...asked, '--also', 'at most 100 GLH']);
    expect(none).toMatchObject({ status: 'infeasible', certificate: { certified: true } });
  });

  it('says why a larger question is not certified, and ends as without', async () => {
    const rows = Array.from(
      { length: 420 },
      (_, at) => `A,V${at},Unit ${at},3,${(at % 5) + 1},${10 + ((at * 7) % 13)}`,
    );
    writeFileSync(file('many.csv'), ['group,ref,title,level,credit,glh', ...rows, ''].join('\n'));
    writeFileSync(file('many.yaml'), 'title: M\nunits: many.csv\ngroups: { A: M }\nrule: [at least 30 credits]\n');
    const { code, out } = await qualpath(['solve', './many.yaml'], { cwd: folder });
    expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([
      0,
      expect.stringContaining(
        'Not certified: the question is large, and a proof is looked for with --certificate only.',
      ),
    ]);
    const asked = await qualpath(['solve', './many.yaml', '--certificate', file('many.json')], { cwd: folder });
    expect([asked.code, alone('many.json').status]).toEqual([0, 0]);
  });
});

describe('a question whose tree grows too large', () => {
  // Sums within a narrow band, of which no row says much: 1,000 branches are tried first, which takes its time.
  const FIGURES =
    '27,293;30,569;41,953;59,457;97,417;97,236;94,897;40,641;70,940;85,580;89,655;84,474;24,228;66,676;60,589;74,738;41,773;42,441';
  const isLong = process.env['CERTIFICATE_RULES'] !== undefined;

  it.runIf(isLong)('is certified along its diagram (npm run test:certificates)', { timeout: 300_000 }, async () => {
    const rows = FIGURES.split(';').map((figures, at) => `A,E${at},Unit ${at},3,${figures}`);
    writeFileSync(file('band.csv'), ['group,ref,title,level,credit,glh', ...rows, ''].join('\n'));
    const rule = '[between 557 and 561 credits, between 5531 and 5549 GLH]';
    writeFileSync(file('band.yaml'), `title: Band\nunits: band.csv\ngroups: { A: A }\nrule: ${rule}\n`);
    const asked = ['solve', './band.yaml', '--minimise', 'glh', '--certificate', file('band.json')];
    expect(await qualpathJson(asked, folder)).toMatchObject({ status: 'optimal', certificate: { certified: true } });
    expect(parsed(file('band.json')).claims.map(({ kind }) => kind)).toEqual(['list']);
    expect(alone('band.json').status).toBe(0);
  });
});

describe('qualpath solve --certificate-format', () => {
  it.each([
    ['vipr', ['.vipr', '-2.vipr']],
    ['opb', ['.opb', '.pbp', '-2.opb', '-2.pbp']],
  ])('writes %s for checkers of others, a file a proof', async (format, endings) => {
    const { code, err } = await qualpath([
      'solve',
      OCR,
      '--certificate',
      file(`ocr.${format}`),
      '--certificate-format',
      format,
    ]);
    expect([code, err]).toEqual([0, expect.stringContaining('written: ')]);
    for (const ending of endings)
      expect(readFileSync(file(`ocr${ending}`), 'utf8')).toMatch(/which cannot all hold|^pseudo-Boolean proof/);
  });

  it('says that it needs a file, and which formats there are', async () => {
    const none = await qualpath(['solve', OCR, '--certificate-format', 'opb']);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('Say with --certificate where')]);
    expect((await qualpath(['solve', OCR, '--certificate', 'x', '--certificate-format', 'lean'])).code).toBe(2);
  });
});

describe('qualpath range --certificate', () => {
  const path = file('range.json');

  it('proves every figure, and the number of pathways along the diagram', async () => {
    const range = await qualpathJson(['range', OCR, '--certificate', path]);
    expect(range).toMatchObject({ status: 'answered', certificate: { certified: true } });
    const { glh, credits, units, pathways } = range as Record<string, Record<string, number>> & { pathways: string };
    const { claims } = parsed(path);
    const values = claims.flatMap(({ objectives }) =>
      objectives === undefined ? [] : [objectives.map((it) => it.value)],
    );
    const firsts = values.map(([first]) => first);
    for (const figure of [
      glh?.['min'],
      glh?.['max'],
      credits?.['min'],
      credits?.['max'],
      units?.['min'],
      units?.['max'],
    ])
      expect(firsts).toContain(figure);
    expect(values).toContainEqual([credits?.['min'], glh?.['maxAtMinimumCredit']]);
    expect(claims.at(-1)).toMatchObject({ kind: 'count', number: pathways });
  });

  it('is checked by verify, and by verify.js alone, which say in words what is proved', async () => {
    expect(await qualpathJson(['verify', path, '--model', OCR])).toMatchObject({ proved: true, model: 'matches' });
    const { out } = await qualpath(['verify', path]);
    expect(out).toContain('told apart by their units');
    const { status, stdout } = alone('range.json');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^proved: OCR Level 3 .*\nno pathway is better/)]);
    expect(stdout).toContain('- at least 55 credits');
  });

  it('is not proved where an arc leads elsewhere or the number is another', async () => {
    const { diagrams, ...rest } = parsed(path);
    const [arcs] = diagrams.map((it) => it.arcs);
    const bent = arcs?.map((pairs, step) => (step === 20 ? pairs.map((it) => Math.min(it, 0)) : pairs));
    writeFileSync(file('bent.json'), JSON.stringify({ ...rest, diagrams: [{ ...diagrams[0], arcs: bent }] }));
    const { code, out } = await qualpath(['verify', file('bent.json')]);
    expect([code, out]).toEqual([5, expect.stringContaining('Not proved. claim 8, the diagram')]);
    expect(alone('bent.json').status).toBe(5);
    const more = readFileSync(path, 'utf8').replace(/"number":"(\d+)"/, '"number":"1$1"');
    writeFileSync(file('more.json'), more);
    expect(await qualpath(['verify', file('more.json')])).toMatchObject({ code: 5 });
  });

  it('is about the conflict where no pathway exists, and names what it leaves out', async () => {
    const none = file('range-none.json');
    const { code } = await qualpath(['range', OCR, '--also', 'at most 100 GLH', '--certificate', none]);
    expect([code, parsed(none)]).toEqual([1, expect.objectContaining({ claim: expect.anything() as unknown })]);
    expect(alone('range-none.json').status).toBe(0);
    const wrong = await qualpath(['range', OCR, '--titles', '--certificate', file('titles.json')]);
    expect([wrong.code, existsSync(file('titles.json'))]).toEqual([2, false]);
  });
});

describe('qualpath alternatives --certificate', () => {
  it('proves that no better pathway is left out, and how many there are', async () => {
    const path = file('alternatives.json');
    const listed = await qualpathJson(['alternatives', OCR, '-k', '12', '--certificate', path]);
    expect(listed).toMatchObject({ status: 'answered', certificate: { certified: true } });
    const { total, optimal } = listed as { total: string; optimal: string };
    const { claims } = parsed(path);
    expect(claims.map(({ kind }) => kind)).toEqual(['list', 'count', 'count']);
    expect(claims.map(({ number }) => number).slice(1)).toEqual([total, optimal]);
    expect(await qualpathJson(['verify', path, '--model', OCR])).toMatchObject({ proved: true, model: 'matches' });
    expect(alone('alternatives.json')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('none of these 12') as string,
    });
  });

  it.each([['--within', '3'], []])(
    'is of all within %s %s hours, and refused where one is missing',
    async (...within) => {
      const path = file(`all-${within.length}.json`);
      const asked = ['level-1-certificate-customer-service', '-k', '1000', ...within.filter((it) => it !== undefined)];
      await qualpath(['alternatives', ...asked, '--certificate', path]);
      expect(alone(`all-${within.length}.json`).status).toBe(0);
      const whole = parsed(path) as Several & { claims: { pathways?: number[][] }[] };
      whole.claims[0]?.pathways?.splice(1, 1);
      writeFileSync(file('less.json'), JSON.stringify(whole));
      expect(alone('less.json')).toMatchObject({
        status: 5,
        stdout: expect.stringContaining('a pathway is left out') as string,
      });
    },
  );
});

describe('qualpath units --certificate', () => {
  it('proves what each unit costs, and its share', async () => {
    const path = file('units.json');
    const { units, certificate } = (await qualpathJson(['units', OCR, '--certificate', path])) as {
      units: { share: number; with: number | null }[];
      certificate: unknown;
    };
    expect(certificate).toMatchObject({ certified: true });
    const { claims } = parsed(path) as {
      claims: { number?: string; counted?: string[]; prices?: { with: number[] | null }[] }[];
    };
    const [prices, shares] = claims;
    expect(prices?.prices?.map((it) => it.with?.[0] ?? null)).toEqual(units.map((it) => it.with));
    for (const [at, { share }] of units.entries())
      expect(Number(shares?.counted?.[at]) / Number(shares?.number)).toBeCloseTo(share, 12);
    expect(await qualpathJson(['verify', path, '--model', OCR])).toMatchObject({ proved: true, model: 'matches' });
    expect(alone('units.json').status).toBe(0);
    writeFileSync(file('dear.json'), readFileSync(path, 'utf8').replace(/"with":\[\d+/, '"with":[1'));
    expect(alone('dear.json')).toMatchObject({
      status: 5,
      stdout: expect.stringContaining('has other prices') as string,
    });
  });
});

describe('where what is held can be used in several ways', () => {
  it('the certificate covers every way', async () => {
    const asked = ['./mine.yaml', '--achieved', 'H'];
    const path = file('ways.json');
    const solved = await qualpathJson(['solve', ...asked, '--certificate', path], folder);
    expect(solved).toMatchObject({ status: 'optimal', certificate: { certified: true } });
    const { claims } = parsed(path);
    expect(claims.map(({ way }) => way)).toEqual([0, 1]);
    const verified = await qualpathJson(['verify', path, '--model', ...asked], folder);
    expect(verified).toMatchObject({ proved: true, model: 'matches' });
    expect(alone('ways.json').stdout).toContain('in way 2 of 2 of using what is held, no pathway is better');
    const other = await qualpath(['verify', path, '--model', './mine.yaml'], { cwd: folder });
    expect([other.code, other.out]).toEqual([5, expect.stringContaining('can be used in 1 ways')]);
  });

  it.each([['range'], ['units'], ['alternatives', '-k', '2'], ['alternatives']])(
    '%s %s %s proves each of them',
    async (...command) => {
      const asked = ['./mine.yaml', '--achieved', 'H'];
      const path = file(`${command.join('')}.json`);
      const words = command.filter((it) => it !== undefined);
      const answer = await qualpathJson([...words, ...asked, '--certificate', path, '--force'], folder);
      expect(answer).toMatchObject({ certificate: { certified: true } });
      expect(new Set(parsed(path).claims.map(({ way }) => way))).toEqual(new Set([0, 1]));
      expect(await qualpathJson(['verify', path, '--model', ...asked], folder)).toMatchObject({
        proved: true,
        model: 'matches',
      });
    },
  );
});

describe('qualpath deliver --certificate', () => {
  const OFFERED = ['level-1-certificate-customer-service', OCR];
  const path = file('plan.json');

  it('proves by shares of hours that no plan has fewer, and is about these models', async () => {
    const plan = await qualpathJson(['deliver', ...OFFERED, '--certificate', path]);
    expect(plan).toMatchObject({ status: 'optimal', certificate: { certified: true } });
    const { deliveredGlh } = plan as { deliveredGlh: number };
    expect(parsed(path)).toMatchObject({ claim: { value: deliveredGlh } });
    for (const model of OFFERED) {
      expect(await qualpathJson(['verify', path, '--model', model])).toMatchObject({ proved: true, model: 'matches' });
    }
    expect(alone('plan.json')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`no plan has less glh than ${deliveredGlh}`) as string,
    });
    const other = await qualpath(['verify', path, '--model', 'level-4-diploma-customer-service']);
    expect([other.code, other.out]).toEqual([5, expect.stringContaining('the plan is not about Level 4 Diploma')]);
  });

  it('is not proved where another value is claimed, or more is shared than there is', () => {
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      file('less.json'),
      text.replace(/"value":(\d+)/, (_, value: string) => `"value":${Number(value) - 1}`),
    );
    expect(alone('less.json')).toMatchObject({ status: 5, stdout: expect.stringContaining('do not cost') as string });
    writeFileSync(file('shared.json'), text.replace(/"tree": \[(\d+),(\d+),\d+/, '"tree": [$1,$2,999999'));
    expect(alone('shared.json')).toMatchObject({
      status: 5,
      stdout: expect.stringContaining('is shared than it costs') as string,
    });
  });

  it.each([
    ['a limit on the whole plan', ['--max-units', '40']],
    ['learners', ['--cohort', file('cohort.csv')]],
  ])('says aloud that %s has no certificate', async (_, wish) => {
    const { code, out } = await qualpath(['deliver', ...OFFERED, ...wish, '--certificate', file('none.json')]);
    expect([code, existsSync(file('none.json'))]).toEqual([4, false]);
    expect(out).toContain('Not certified:');
  });
});
