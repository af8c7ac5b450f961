import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadHighs } from '../../src/solvers/highs.js';
import { qualpath, qualpathJson } from '../support/command.js';
import { OCR, ourPlanValue, ourValue, PLANS, QUESTIONS, type Program } from '../support/exported.js';

const byHighs =
  (format: 'lp' | 'mps') =>
  async (text: string): Promise<number> => {
    const { withModel } = await loadHighs();
    return withModel((model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 0 });
      model.readModel({ format, data: text });
      model.run();
      return model.getObjectiveValue();
    });
  };

describe.each(['lp', 'mps'] as const)('HiGHS', (format) => {
  it(`finds our optima in what export writes as ${format}`, async () => {
    for (const question of QUESTIONS) {
      const { value, sense } = await ourValue(question);
      const { out, code } = await qualpath(['export', ...question, '--format', format]);
      const sign = format === 'mps' && sense === 'maximise' ? -1 : 1;
      expect([question, code, Math.round(await byHighs(format)(out))]).toEqual([question, 0, sign * value]);
    }
  });

  it(`finds our optimal plans in what export writes as ${format}`, async () => {
    for (const question of PLANS) {
      const { out, code } = await qualpath(['export', ...question, '--format', format]);
      expect([question, code, Math.round(await byHighs(format)(out))]).toEqual([
        question,
        0,
        await ourPlanValue(question),
      ]);
    }
  });
});

describe('the plan of several qualifications', () => {
  it('explains every column and row', async () => {
    const [question = []] = PLANS;
    const { columns, rows, about } = (await qualpathJson(['export', ...question])) as Program & {
      readonly rows: readonly { readonly meaning: string }[];
      readonly about: readonly string[];
    };
    expect(about[0]).toBe(`One plan for ${OCR}, level-1-certificate-customer-service`);
    expect([...columns, ...rows].every(({ meaning }) => meaning !== '')).toBe(true);
    expect(rows.map(({ meaning }) => meaning)).toEqual(
      expect.arrayContaining([
        `${OCR}: at least 55 credits`,
        'level-1-certificate-customer-service counts CS 1 only if it is delivered',
      ]),
    );
  });

  it.each([
    [[OCR, '--max-units', '3'], '--max-units is about several qualifications.'],
    [['--all', '--achieved', 'CS 1'], '--achieved is about one qualification'],
    [['--all', '--title', 'T', '--registered-on', '2026-01-01'], '--registered-on is about one qualification'],
    [['--all', '--maximise', 'credits'], '--maximise is no aim of a plan.'],
    [[], 'Name the qualifications, or give --all'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await qualpath(['export', ...args]);
    expect([code, out, err.includes(message)]).toEqual([2, '', true]);
  });
});

describe('qualpath export', () => {
  it.each(['lp', 'mps', 'opb', 'mzn', 'json'])(
    'writes the same %s each time, and the same as the file',
    async (format) => {
      const folder = mkdtempSync(join(tmpdir(), 'qualpath-'));
      const args = ['export', OCR, '--format', format];
      const [one, two] = [await qualpath(args), await qualpath(args)];
      expect(two).toEqual(one);
      const file = join(folder, 'program');
      const { code, out, err } = await qualpath([...args, '--output', file]);
      expect([code, out, err]).toEqual([
        0,
        '',
        format === 'json' ? `written: ${file}\n` : `written: ${file}\nwritten: ${file}.names.csv\n`,
      ]);
      const isComment = /^(?:\\|\*|%) /;
      const withoutComments = (text: string): string[] =>
        text
          .trimEnd()
          .split('\n')
          .filter((it) => !isComment.test(it));
      expect(withoutComments(readFileSync(file, 'utf8'))).toEqual(withoutComments(one.out));
    },
  );

  it('explains names in comments, or in a table beside the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qualpath-'));
    const file = join(folder, 'ocr.lp');
    const { out } = await qualpath(['export', OCR]);
    expect(out).toContain('\\ x0: L/506/2150, Organise and deliver customer service (group A)\n');
    expect(out).toContain('\\ r0: at least 55 credits\n');
    await qualpath(['export', OCR, '--output', file]);
    const names = readFileSync(`${file}.names.csv`, 'utf8').split('\n');
    expect(names[0]).toBe('name,kind,ref,meaning');
    expect(names).toContain('x0,column,L/506/2150,Organise and deliver customer service (group A)');
    expect(names).toContain('r0,row,,at least 55 credits');
    expect(readFileSync(file, 'utf8')).not.toContain('x0:');
  });

  it('writes one way of using what is held, says how many there are, and writes the others when asked', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'qualpath-'));
    mkdirSync(join(cwd, 'data'));
    writeFileSync(join(cwd, 'data/equivalences.csv'), 'unit,other,kind,basis\nH,U1,equivalent,x\nH,U2,equivalent,x\n');
    writeFileSync(join(cwd, 'units.csv'), 'group,ref,title,level,credit,glh\nA,U1,One,3,5,30\nA,U2,Two,3,5,20\n');
    writeFileSync(join(cwd, 'mine.yaml'), 'title: M\nunits: units.csv\ngroups: { A: M }\nrule: [all units from A]\n');
    const ask = (...rest: string[]) =>
      qualpath(['export', './mine.yaml', '--achieved', 'H', '--minimise', 'new-glh', ...rest], { cwd });
    const [one, two, three] = [await ask(), await ask('--way', '2'), await ask('--way', '3')];
    expect(one.err).toContain('can be used in 2 ways');
    expect([one.out.includes('obj: + 20 x1'), two.out.includes('obj: + 30 x0')]).toEqual([true, true]);
    expect([one.code, two.code, two.err, three.code]).toEqual([0, 0, '', 2]);
  });

  it('says so when the figures outgrow what solvers compare', async () => {
    const objectives = ['glh', 'credits', 'units'].flatMap((measure) => ['--minimise', measure]);
    const { code, err } = await qualpath(['export', OCR, ...objectives]);
    expect([code, err.includes('floating point')]).toEqual([0, true]);
  });
});

describe('what is wrong with an export', () => {
  const file = (): string => join(mkdtempSync(join(tmpdir(), 'qualpath-')), 'program.lp');

  it.each<[string[], string, number]>([
    [['export'], 'Name the qualifications, or give --all', 2],
    [['export', 'ocr-level-3-diploma-costumer-service'], `did you mean ${OCR}?`, 2],
    [['export', OCR, '--format', 'xml'], 'Allowed choices are lp, mps, opb, mzn, json', 2],
    [['export', OCR, '--minimise', 'hours'], "no measure 'hours'", 2],
    [['export', OCR, '--way', '2'], 'one way only', 2],
    [['export', OCR, '--way', '0'], 'a whole number from 1', 2],
    [['export', 'level-2-diploma-customer-service'], 'a-credits', 2],
    [['export', OCR, '--output', 'nowhere/at/all.lp'], 'there is no such folder', 2],
    [['export', OCR, '--output', 'models'], 'is a folder', 2],
  ])('%j gets a sentence that helps', async (args, words, expected) => {
    const { code, out, err } = await qualpath(args);
    expect(err).toContain(words);
    expect([code, out]).toEqual([expected, '']);
  });

  it('leaves a file that is there alone, and writes nothing beside it, unless forced', async () => {
    const path = file();
    writeFileSync(`${path}.names.csv`, 'mine');
    const refused = await qualpath(['export', OCR, '--output', path]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`'${path}.names.csv' is there already`);
    expect([existsSync(path), readFileSync(`${path}.names.csv`, 'utf8')]).toEqual([false, 'mine']);
    expect((await qualpath(['export', OCR, '--output', path, '--force'])).code).toBe(0);
    expect(readFileSync(`${path}.names.csv`, 'utf8')).toContain('name,kind');
  });

  it('leaves nothing half done where the disk refuses', async () => {
    const path = file();
    mkdirSync(`${path}.names.csv.part-${process.pid}`);
    const { code, err } = await qualpath(['export', OCR, '--output', path]).finally(() => undefined);
    expect([code, err.includes('cannot be written')]).toEqual([2, true]);
    expect(readdirSync(join(path, '..'))).toEqual([`program.lp.names.csv.part-${process.pid}`]);
  });

  it.skipIf(process.getuid?.() === 0)('says that permissions forbid it (needs a user who is not root)', async () => {
    const path = file();
    chmodSync(join(path, '..'), 0o500);
    const { code, err } = await qualpath(['export', OCR, '--output', path]);
    expect([code, err.includes('its permissions forbid it')]).toEqual([2, true]);
  });
});
