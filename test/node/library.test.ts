import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../src/ask/library.js';
import { openLibrary } from '../../src/node/library.js';
import { codesOf, issuesOf, onlyIssue, valueOf } from '../read/issues.js';

const shippedModels = fileURLToPath(new URL('../../models', import.meta.url));
const OCR = 'ocr-level-3-diploma-customer-service';
const MODEL = 'title: Mine\nunits: ../data/mine.csv\ngroups: { A: Units }\nrule: [all units from A]\n';
const TABLE = 'group,ref,title,level,credit,glh\nA,M/506/2150,One,3,5,27\n';

let home = '';
let library: Library;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'qualpath-library-'));
  mkdirSync(join(home, 'models'));
  mkdirSync(join(home, 'models', 'folder.yaml'));
  mkdirSync(join(home, 'data'));
  writeFileSync(join(home, 'models', 'mine.yaml'), MODEL);
  writeFileSync(join(home, 'models', 'Level-1-Certificate-Customer-Service.yml'), MODEL);
  writeFileSync(join(home, 'models', 'lost.yaml'), MODEL.replace('mine.csv', 'mien.csv'));
  writeFileSync(
    join(home, 'models', 'binary.yaml'),
    'title: T\nunits: "a\\0b"\ngroups: { A: }\nrule: [all units from A]\n',
  );
  writeFileSync(join(home, 'models', 'readme.txt'), 'no model');
  writeFileSync(join(home, 'data', 'mine.csv'), TABLE);
  writeFileSync(
    join(home, 'data', 'equivalences.csv'),
    'unit,other,kind,basis\nCS 5,D/506/2119,equivalent,mine\nP,Q,same,mine\n',
  );
  library = openLibrary({ userModels: join(home, 'models'), shippedModels });
});

function openShipped(): Library {
  return openLibrary({ userModels: join(home, 'none', 'models'), shippedModels });
}

afterAll(() => rmSync(home, { recursive: true }));

describe('list', () => {
  it("has the user's models and the shipped ones, the user's hiding those of the same id", () => {
    const files = new Map(valueOf(library.list()).map(({ id, file }) => [id, file]));
    expect(files.get(OCR)).toBe(join(shippedModels, `${OCR}.yaml`));
    expect(files.get('mine')).toBe(join(home, 'models', 'mine.yaml'));
    expect(files.has('Level-1-Certificate-Customer-Service')).toBe(true);
    expect(files.has('level-1-certificate-customer-service')).toBe(false);
    expect(files.has('readme')).toBe(false);
  });

  it('is empty where there are no folders, and tells of one that was asked for', () => {
    const empty = openLibrary({ userModels: join(home, 'no'), shippedModels: join(home, 'models', 'mine.yaml') });
    expect(codesOf(issuesOf(empty.list()))[0]).toContain('no-folder');
    expect(valueOf(openLibrary({ userModels: null, shippedModels: join(home, 'no') }).list())).toEqual([]);
    expect(onlyIssue(issuesOf(empty.load('x')), 'unknown-qualification').message).toContain('no models here');
  });
});

describe('find', () => {
  it('takes an id in any case', () => {
    const { id, file } = valueOf(library.load(OCR.toUpperCase())).specification;
    expect({ id, file }).toEqual({ id: OCR, file: join(shippedModels, `${OCR}.yaml`) });
  });

  it.each(['models/x.yaml', 'x.YML', './x', 'a\\b'])('takes %s as a path', (path) => {
    expect(onlyIssue(issuesOf(library.load(path)), 'file-missing').source).toMatchObject({ file: path });
  });

  it.each([
    ['ocr-levl-3-diploma-customer-service', `(did you mean ${OCR}?)`],
    ['OCR', `(did you mean ${OCR}?)`],
    ['diploma', '(did you mean level-2-diploma-customer-service or level-3-diploma-customer-service or'],
    ['zzz', 'there are Level-1-Certificate-Customer-Service, '],
  ])('helps with %s', (id, expected) => {
    const issue = onlyIssue(issuesOf(library.load(id)), 'unknown-qualification');
    expect(issue.message).toContain(expected);
    expect(issue.source).toEqual({ option: id });
  });
});

describe('load', () => {
  it('loads by id and by path', () => {
    expect(valueOf(library.load('mine')).specification.rows).toHaveLength(1);
    const byPath = valueOf(library.load(join(home, 'models', 'mine.yaml')));
    expect(byPath).toEqual(valueOf(library.load('mine')));
  });

  it('passes the issues of finding on', () => {
    expect(issuesOf(library.load('zzz')).map(({ code }) => code)).toEqual(['unknown-qualification']);
  });

  it('tells a missing model, a folder for a model, and a missing unit table where it is named', () => {
    const at = (name: string): string => join(home, 'models', name);
    expect(codesOf(issuesOf(library.load(at('mien.yaml'))))).toEqual([`file-missing ${at('mien.yaml')}:1:1`]);
    expect(issuesOf(library.load(at('mien.yaml')))[0]?.message).toContain(`did you mean ${at('mine.yaml')}?`);
    expect(codesOf(issuesOf(library.load('folder')))).toEqual([`file-is-folder ${at('folder.yaml')}:1:1`]);
    const lost = onlyIssue(issuesOf(library.load('lost')), 'file-missing');
    expect(codesOf([lost])).toEqual([`file-missing ${at('lost.yaml')}:2:8`]);
    expect(lost.message).toContain(`did you mean ${join(home, 'data', 'mine.csv')}?`);
  });

  it('tells a path that no system would open', () => {
    expect(issuesOf(library.load('binary')).map(({ code }) => code)).toEqual(['file-unreadable']);
  });
});

describe('check', () => {
  it('adds check characters to what loading tells', () => {
    expect(issuesOf(library.load('mine'))).toEqual([]);
    expect(codesOf(library.check('mine').issues)).toEqual([`check-character ${join(home, 'data', 'mine.csv')}:2:3`]);
    expect(library.check('lost').issues.map(({ code }) => code)).toEqual(['file-missing']);
  });
});

describe('equivalences', () => {
  it("has the user's rows and the shipped ones, the user's winning", () => {
    const rows = valueOf(library.equivalences());
    expect(rows.slice(0, 2).map(({ basis }) => basis)).toEqual(['mine', 'mine']);
    expect(rows.filter(({ unit }) => unit === 'CS 5').map(({ kind }) => kind)).toEqual(['equivalent']);
    expect(rows.length).toBeGreaterThan(20);
  });

  it('counts the shipped rows once where both folders are one', () => {
    const once = openLibrary({ userModels: shippedModels, shippedModels: join(shippedModels, '..', 'models') });
    expect(valueOf(once.equivalences())).toEqual(valueOf(openShipped().equivalences()));
    expect(valueOf(once.list())).toHaveLength(5);
  });

  it('tells what is wrong with a table once where both folders are one', () => {
    mkdirSync(join(home, 'twice', 'data'), { recursive: true });
    const table = join(home, 'twice', 'data', 'equivalences.csv');
    writeFileSync(table, 'unit,other,kind,basis\nA,B,same,x\nB,A,same,x\n');
    const models = join(home, 'twice', 'models');
    const once = openLibrary({ userModels: models, shippedModels: models });
    expect(codesOf(issuesOf(once.equivalences()))).toEqual([`repeated-pair ${table}:3:1`]);
  });

  it('is empty where there is no table', () => {
    const none = openLibrary({ userModels: join(home, 'x', 'models'), shippedModels: join(home, 'y', 'models') });
    expect(valueOf(none.equivalences())).toEqual([]);
  });
});
