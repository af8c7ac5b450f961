import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qualpath, qualpathJson } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';

const OPEN: Readonly<Record<string, readonly string[]>> = {
  'level-2-diploma-customer-service': [
    'B&A 38.credit=10',
    'B&A 38.glh=74',
    'a-credits=25',
    'c-minimum=10',
    'd-maximum=6',
  ],
  'level-3-diploma-customer-service': [
    'B&A 38.credit=10',
    'B&A 38.glh=74',
    'a-credits=26',
    'b-minimum=15',
    'c-minimum=5',
  ],
};

const settings = (id: string): string[] => (OPEN[id] ?? []).flatMap((value) => ['--set', value]);

describe('qualpath solve', () => {
  it('prints a proved optimum with its rule, line by line, within 80 columns', async () => {
    const { code, out, err } = await qualpath(['solve', OCR]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('289');
    expect(out).toContain('Proved best');
    expect(out).toMatch(/yes\s+at least 40 credits at level 3 or above\s+52/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001B');
  });

  it.each([OCR, 'level-1-certificate-customer-service', 'level-4-diploma-customer-service', ...Object.keys(OPEN)])(
    'gives the same optimum of %s with both solvers',
    async (id) => {
      const best = (solver: string) => qualpathJson(['solve', id, ...settings(id), '--solver', solver]);
      const [one, two] = [await best('javascript-lp-solver'), await best('highs')];
      expect(one).toMatchObject({ status: 'optimal', verified: true, solver: 'javascript-lp-solver' });
      expect(two).toMatchObject({ status: 'optimal', verified: true, solver: 'highs' });
      const objectives = (document: unknown): unknown => (document as { objectives: unknown }).objectives;
      expect(objectives(two)).toEqual(objectives(one));
    },
  );

  it('names the second solver that confirmed an answer', async () => {
    const document = (await qualpathJson(['solve', OCR, '--confirm'])) as { confirmedBy: string[] };
    expect(document.confirmedBy).toContain('highs');
  });

  it('takes objectives in the order typed', async () => {
    const fewest = await qualpathJson(['solve', OCR, '--minimise', 'units', '--maximise', 'glh']);
    const most = await qualpathJson(['solve', OCR, '--maximise', 'glh', '--minimise', 'units']);
    expect(fewest).toMatchObject({ objectives: [{ measure: 'units' }, { measure: 'glh' }] });
    expect(most).toMatchObject({ objectives: [{ measure: 'glh' }, { measure: 'units' }] });
  });

  it('counts a required unit, leaves an excluded one out, and keeps a further statement', async () => {
    const document = await qualpathJson([
      'solve',
      OCR,
      '--require',
      'h/506/1912',
      '--exclude',
      'D/503/0397',
      '--also',
      'at most 11 units',
    ]);
    const { units } = document as { units: { ref: string }[] };
    const refs = units.map(({ ref }) => ref);
    expect(refs).toContain('H/506/1912');
    expect(refs).not.toContain('D/503/0397');
    expect(refs.length).toBeLessThanOrEqual(11);
  });

  it('saves the hours of what is achieved already', async () => {
    const document = await qualpathJson([
      'solve',
      OCR,
      '--achieved',
      'D/506/1942',
      '--achieved',
      'data/samples/achieved.txt',
    ]);
    const { totals, units } = document as { totals: { glh: number; newGlh: number }; units: { achieved: boolean }[] };
    expect(totals.newGlh).toBeLessThan(totals.glh);
    expect(units.some(({ achieved }) => achieved)).toBe(true);
  });

  it('maximises overlap first and least new hours after', async () => {
    const document = await qualpathJson(['solve', OCR, '--achieved', 'H/506/1912', '--maximise', 'overlap-credits']);
    expect(document).toMatchObject({
      objectives: [{ measure: 'overlap-credits', value: 4 }, { measure: 'new-glh' }, { measure: 'new-units' }],
    });
  });

  it('lists the values to set when a draft leaves some open', async () => {
    const { code, out, err } = await qualpath(['solve', 'level-3-diploma-customer-service', '--json']);
    expect(code).toBe(2);
    expect(out).toBe('');
    for (const name of ['B&A 38.credit', 'B&A 38.glh', 'a-credits', 'b-minimum', 'c-minimum'])
      expect(err).toContain(name);
  });

  it('explains why no pathway exists, in the words of the file and of the command', async () => {
    const document = await qualpathJson(['solve', OCR, '--exclude', 'L/506/2150']);
    expect(document).toMatchObject({ status: 'infeasible' });
    const { conflict } = document as { conflict: { statement: string; source: object; nearest: number | null }[] };
    expect(conflict.map(({ source }) => ('option' in source ? source.option : 'file'))).toContain(
      '--exclude L/506/2150',
    );
    expect(conflict.some(({ source }) => 'line' in source)).toBe(true);
    expect((await qualpath(['solve', OCR, '--exclude', 'L/506/2150'])).code).toBe(1);
  });

  it('says at which value a threshold would be possible', async () => {
    const document = await qualpathJson(['solve', OCR, '--also', 'at most 200 GLH']);
    const { conflict } = document as { conflict: { statement: string; nearest: number | null }[] };
    expect(conflict.find(({ statement }) => statement === 'at most 200 GLH')?.nearest).toBe(289);
  });
});

describe('mistyped input', () => {
  it.each<[string[], string]>([
    [['slove', OCR], 'Did you mean solve?'],
    [['solve', 'ocr-level-3-diploma-costumer-service'], `did you mean ${OCR}?`],
    [['solve', OCR, '--minimse', 'glh'], 'Did you mean --minimise?'],
    [['solve', OCR, '--minimise', 'new-gih'], 'did you mean new-glh?'],
    [['solve', OCR, '--require', 'L/506/2151'], 'did you mean L/506/2150?'],
    [['solve', OCR, '--also', 'at least 5 credits from D'], 'this qualification has A, B, C'],
    [['solve', OCR, '--solver', 'higs'], 'choose auto, javascript-lp-solver, highs'],
    [['solve', OCR, '--time-limit', 'soon'], 'seconds above 0'],
    [['solve', OCR, '--set', 'x'], 'NAME=VALUE'],
    [['solve', OCR, '--set', 'x=1'], 'no open values'],
    [['solve'], "missing required argument 'qualification'"],
    [['list', '--models', 'nowhere'], "There is no folder 'nowhere'"],
  ])('%j gets a sentence that helps, and exit code 2', async (args, words) => {
    const { code, out, err } = await qualpath(args);
    expect(err).toContain(words);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('gets every problem at once', async () => {
    const { err } = await qualpath(['solve', OCR, '--minimise', 'hours', '--set', 'y', '--also', 'at leest 3']);
    expect(err).toContain("no measure 'hours'");
    expect(err).toContain('NAME=VALUE');
    expect(err).toContain('at leest 3');
  });

  it('warns about an achieved unit that is not listed, and goes on', async () => {
    const { code, err } = await qualpath(['solve', OCR, '--achieved', 'L/506/2151']);
    expect(code).toBe(0);
    expect(err).toContain('warning');
    expect(err).toContain('did you mean L/506/2150?');
  });
});

describe('a workspace of its own', () => {
  function workspace(model: string, units: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'qualpath-'));
    mkdirSync(join(folder, 'models'));
    writeFileSync(join(folder, 'models', 'mine.yaml'), model);
    writeFileSync(join(folder, 'units.csv'), units);
    return folder;
  }

  const UNITS = 'group,ref,title,level,credit,glh\nA,U1,One,3,5,30\nB,U2,Two,3,5,20\nB,U3,Three,2,5,10\n';
  const MODEL = 'title: Mine\nunits: ../units.csv\ngroups: { A: Mandatory, B: Optional }\nrule:\n';

  it('is found by id and by path', async () => {
    const cwd = workspace(`${MODEL}  - all units from A\n  - at least 10 credits\n`, UNITS);
    expect(await qualpathJson(['solve', 'mine'], cwd)).toMatchObject({ status: 'optimal', totals: { glh: 40 } });
    expect(await qualpathJson(['solve', 'models/mine.yaml'], cwd)).toMatchObject({ totals: { credits: 10 } });
    expect(await qualpathJson(['list'], cwd)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'mine' })]),
    );
  });

  it('gets every problem of a bad file at once, each with its place', async () => {
    const cwd = workspace(`${MODEL}  - all units from Z\n  - at least x credits\n`, UNITS.replace('5,20', 'five,-2'));
    const { code, err, out } = await qualpath(['solve', 'mine'], { cwd });
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toMatch(/mine\.yaml:5:20: error: .*expected a group; found 'Z'/);
    expect(err).toMatch(/mine\.yaml:6:14: error: /);
    expect(err).toMatch(/units\.csv:3:12: error: .*five/);
    expect(err).toMatch(/units\.csv:3:17: error: .*-2/);
  });
});

describe('colour', () => {
  it('and control characters of a title or an argument do not reach the terminal', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qualpath-'));
    const units = '[{ group: A, ref: U1, title: "T\\e]0;x\\a", level: 3, credit: 5, glh: 10 }]';
    const model = `title: "evil\\e[2J"\nunits: ${units}\ngroups: { A: M }\nrule: [at least 5 credits]\n`;
    writeFileSync(join(folder, 'evil.yaml'), model);
    const { out, err, code } = await qualpath(['solve', './evil.yaml', '--achieved', 'X\u001B[31m'], { cwd: folder });
    expect(code).toBe(0);
    expect(`${out}${err}`).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('and other control characters never reach a pipe', async () => {
    expect((await qualpath(['show', OCR], { env: { FORCE_COLOR: '1' } })).out).not.toContain('\u001B');
  });
});

describe('--format', () => {
  it('writes Markdown, and JSON as --json does', async () => {
    const { out, code } = await qualpath(['solve', OCR, '--format', 'markdown']);
    expect([code, out.split('\n')[0]]).toEqual([0, '# OCR Level 3 Diploma in Customer Service']);
    expect(out).toContain('| yes | at least 55 credits | 55 |');
    const [long, short] = [await qualpath(['list', '--format', 'json']), await qualpath(['list', '--json'])];
    expect(long).toEqual(short);
    expect((await qualpath(['list', '--format', 'xml'])).code).toBe(2);
  });
});
