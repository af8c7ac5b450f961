import { Ajv } from 'ajv';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RENDERINGS } from '../import/renderings.js';
import { shippedDocuments } from '../import/shipped.js';
import { qualpath, qualpathJson, ROOT, type CommandRun } from '../support/command.js';

const ROOM = mkdtempSync(join(tmpdir(), 'qualpath-import-'));
afterAll(() => rmSync(ROOM, { recursive: true }));

const TEXT = `Level 2 Award in Market Trading
A minimum of 8 credits must be achieved.
Of the 8 credits, 4 or more must be at Level 2.
Group A: Mandatory units
Unit ref\tUnit title\tLevel\tCredit value
MT 1\tSet up a stall\t2\t3
Group B: Optional units
Unit ref\tUnit title\tLevel\tCredit value
MT 2\tHandle money\t2\t4
\tTalk to customers\t2\t2
`;

const WITH_HOURS = TEXT.replaceAll('Credit value\n', 'Credit value\tGLH\n').replace(/(\t\d\t\d)\n/g, '$1\t10\n');

/** A folder with these files. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(ROOM, 'case-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

async function importIn(folder: string, ...args: readonly string[]): Promise<CommandRun> {
  return qualpath(['import', ...args], { cwd: folder });
}

describe('qualpath import', () => {
  it('writes a model, a table and a review, and says what to look at and what to do next', async () => {
    const folder = folderWith({ 'market.txt': TEXT });
    const { code, out, err } = await importIn(folder, 'market.txt');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('no column for GLH');
    expect(out).toContain('line 3: Of the 8 credits, 4 or more must be at Level 2.');
    expect(out).toContain('perhaps at least 8 credits AND at least 4 credits at level 2');
    expect(out).toContain('qualpath check models/level-2-award-market-trading.yaml');
    expect(readdirSync(join(folder, 'review'))).toEqual([
      'level-2-award-market-trading.csv',
      'level-2-award-market-trading.html',
    ]);
    expect(readFileSync(join(folder, 'data/level-2-award-market-trading.csv'), 'utf8')).toBe(
      'group,ref,title,level,credit,glh\nA,MT 1,Set up a stall,2,3,TBC\nB,MT 2,Handle money,2,4,TBC\nB,U1,Talk to customers,2,2,TBC\n',
    );
  });

  it('leaves what nobody has reviewed as a comment, which check and solve warn of', async () => {
    const folder = folderWith({ 'market.txt': TEXT });
    await importIn(folder, 'market.txt', '--id', 'market');
    const model = readFileSync(join(folder, 'models/market.yaml'), 'utf8');
    expect(model).toContain(
      '  # perhaps (line 3): Of the 8 credits, 4 or more must be at Level 2.\n  #   - at least 8 credits AND',
    );
    const checked = await qualpath(['check', 'models/market.yaml'], { cwd: folder });
    expect(checked.out).toContain('nobody has reviewed');
    const solved = await qualpath(['solve', 'market', '--minimise', 'units'], { cwd: folder });
    expect([solved.code, solved.err.includes('nobody has reviewed')]).toEqual([0, true]);
  });

  it.each([
    'show market',
    'range market',
    'audit market --achieved held.csv',
    'explain market',
    'alternatives market',
    'units market',
    'sweep market --statement 2=1..3',
    'export market --format lp',
    'export market level-1-certificate-customer-service --format lp',
    'compare market level-1-certificate-customer-service',
    'progress --achieved held.csv',
    'cohort market --from cohort.csv',
    'cohort market level-1-certificate-customer-service --from cohort.csv',
    'deliver market level-1-certificate-customer-service',
    'overlap market level-1-certificate-customer-service',
    'match market level-1-certificate-customer-service',
  ])('is warned of, too, by qualpath %s', async (line) => {
    const folder = folderWith({
      'market.txt': WITH_HOURS,
      'held.csv': 'ref\nMT 1\n',
      'cohort.csv': 'learner,ref\nann,MT 1\n',
    });
    await importIn(folder, 'market.txt', '--id', 'market');
    const { err, out } = await qualpath(line.split(' '), { cwd: folder });
    expect(`${out}${err}`.replace(/\s+/g, ' ')).toContain('nobody has reviewed');
  });

  it('warns of a row that is no unit as it stands', async () => {
    const folder = folderWith({ 'market.txt': `${TEXT}MT 9\t\t2\t2\nMT 2\tHandle money\t2\t4\n` });
    const { out } = await importIn(folder, 'market.txt', '--id', 'market');
    expect(out.replace(/\s+/g, ' ')).toContain("delete their lines '# perhaps'");
    const { err } = await qualpath(['solve', 'market', '--minimise', 'units'], { cwd: folder });
    expect(err).toContain(
      "A unit may be missing: nobody has reviewed the row 'MT 9 | 2 | 2' (line 11 of the document)",
    );
    expect(err).not.toContain('Handle money');
  });

  it('prints the document of the contract', async () => {
    const folder = folderWith({ 'market.txt': TEXT });
    const document = await qualpathJson(['import', 'market.txt'], folder);
    expect(document).toMatchObject({
      qualifications: [
        {
          id: 'level-2-award-market-trading',
          model: 'models/level-2-award-market-trading.yaml',
          table: 'data/level-2-award-market-trading.csv',
          units: 3,
          statements: 2,
          notUnderstood: [{ place: 'line 3', perhaps: [['at least 8 credits', 'at least 4 credits at level 2']] }],
        },
      ],
    });
  });

  it('keeps the schema of its document', async () => {
    const folder = folderWith({ 'market.txt': TEXT });
    const schema = JSON.parse(readFileSync(join(ROOT, 'schema/import.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    expect([validate(await qualpathJson(['import', 'market.txt'], folder)), validate.errors]).toEqual([true, null]);
  });

  it('reads a rule and a table in two files as one qualification', async () => {
    const [head = '', ...rows] = TEXT.split('Group A');
    const folder = folderWith({ 'rule.txt': head, 'units.txt': `Group A${rows.join('Group A')}` });
    const { code } = await importIn(folder, 'rule.txt', 'units.txt', '--output', 'drafts');
    expect([code, existsSync(join(folder, 'drafts/models/level-2-award-market-trading.yaml'))]).toEqual([0, true]);
  });

  it('replaces nothing without --force, and then writes nothing at all', async () => {
    const folder = folderWith({ 'market.txt': TEXT });
    await importIn(folder, 'market.txt');
    rmSync(join(folder, 'review'), { recursive: true });
    const again = await importIn(folder, 'market.txt');
    expect([again.code, existsSync(join(folder, 'review'))]).toEqual([3, false]);
    expect(again.err).toContain('say --force to replace it');
    expect((await importIn(folder, 'market.txt', '--force')).code).toBe(0);
  });

  it('brings a model up to a new issue, and says what changed', async () => {
    const folder = folderWith({
      'market.txt': TEXT,
      'next.txt': TEXT.replace('2\t3\n', '2\t4\n').replace('of 8', 'of 9'),
    });
    await importIn(folder, 'market.txt', '--id', 'market');
    const blocked = await importIn(folder, 'next.txt', '--update', 'market');
    expect([blocked.code, blocked.err.includes('say --force to replace it')]).toEqual([3, true]);
    const { code, out, err } = await importIn(folder, 'next.txt', '--update', 'market', '--output', 'next');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('MT 1   credit   3        4');
    expect(out).toContain('at least 8 credits -> at least 9 credits');
    expect(readFileSync(join(folder, 'next/review/market.html'), 'utf8')).toContain(
      '<li>at least 8 credits → at least 9 credits</li>',
    );
    expect(readFileSync(join(folder, 'next/review/market.csv'), 'utf8')).toContain('credit was 3');
    const document = await qualpathJson(['import', 'next.txt', '--update', 'models/market.yaml', '--force'], folder);
    expect(document).toMatchObject({
      qualifications: [
        {
          id: 'market',
          changes: { of: 'market', units: { changed: [{ ref: 'MT 1', field: 'credit', before: '3', after: '4' }] } },
        },
      ],
    });
    expect(readFileSync(join(folder, 'data/market.csv'), 'utf8')).toContain('A,MT 1,Set up a stall,2,4,TBC');
    const schema = JSON.parse(readFileSync(join(ROOT, 'schema/import.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    expect([validate(document), validate.errors]).toEqual([true, null]);
  });

  it.each([
    ['is not there', 'markt', 2, 'There is no qualification'],
    [
      'is another one',
      'ocr-level-3-diploma-customer-service',
      3,
      'This is no issue of ocr-level-3-diploma-customer-service',
    ],
    ['cannot be read', 'models/broken.yaml', 3, 'is missing'],
    ['is a file that is not there', 'models/none.yaml', 3, 'There is no'],
  ])('updates no model that %s, and writes nothing', async (_, model, wanted, words) => {
    const folder = folderWith({ 'market.txt': TEXT });
    mkdirSync(join(folder, 'models'));
    writeFileSync(join(folder, 'models/broken.yaml'), 'title: Broken\n');
    const { code, err } = await importIn(folder, 'market.txt', '--update', model);
    expect([code, readdirSync(folder)]).toEqual([wanted, ['market.txt', 'models']]);
    expect(err).toContain(words);
  });

  it.each([
    ['a file that is not there', ['nowhere.pdf'], 3, 'There is no file'],
    ['a text without units', ['note.txt'], 3, 'No table of units and no rule was found'],
    ['a kind that the file is not', ['note.txt', '--kind', 'pdf'], 3, 'but it is plain text'],
    ['an id that is a path', ['note.txt', '--id', '../x'], 2, 'An id is one word'],
    ['no file', [], 2, "missing required argument 'files'"],
  ])('ends well with %s', async (_, args, wanted, words) => {
    const folder = folderWith({ 'note.txt': 'Nothing but a note.\n' });
    const { code, err, out } = await importIn(folder, ...args);
    expect([code, out]).toEqual([wanted, '']);
    expect(err).toContain(words);
    expect(readdirSync(folder)).toEqual(['note.txt']);
  });

  it.each(RENDERINGS.filter(({ kind }) => kind !== 'text'))(
    'drafts models that solve as those of the package do: $name',
    async ({ kind, write }) => {
      const documents = shippedDocuments().map(({ printed }) => printed);
      const layout = { titleFirst: false, oneTable: true, totals: true, centred: false };
      const folder = folderWith({ [`handbook.${kind}`]: write(documents, layout) });
      expect((await importIn(folder, `handbook.${kind}`)).err).toBe('');
      const hours = async (id: string): Promise<unknown> => {
        const solved = (await qualpathJson(['solve', `models/${id}.yaml`], folder)) as { totals: { glh: number } };
        return solved.totals.glh;
      };
      expect([
        await hours('ocr-level-3-diploma-customer-service'),
        await hours('level-1-certificate-customer-service'),
      ]).toEqual([289, 120]);
    },
  );
});
