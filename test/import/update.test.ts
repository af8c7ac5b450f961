import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { success } from '../../src/domain/result.js';
import { importLines, type ImportedQualification, type Imported } from '../../src/import/import-lines.js';
import { readTextDocument } from '../../src/import/readers/text.js';
import { isUnchanged } from '../../src/import/update/changes.js';
import { updateFromLines } from '../../src/import/update/update-from-lines.js';
import { readModel } from '../../src/read/model/model-file.js';
import { arbitraryDocument, type ArbitraryDocument } from './arbitrary-printed.js';
import { unitsRead } from './outcome.js';
import { piecesOf, type PrintedUnit } from './printed.js';
import { tabText } from './render/text.js';

const HEADER = 'Unit ref\tUnit title\tLevel\tCredit\tGLH';

/** A document of two groups: rows of units, and sentences above them. */
function issue(sentences: readonly string[], a: readonly string[], b: readonly string[], header = HEADER): string {
  return [
    'Level 2 Award in Hats',
    ...sentences,
    'Group A: Core units',
    header,
    ...a,
    'Group B: Optional units',
    header,
    ...b,
  ].join('\n');
}

const OLD = issue(
  ['At least 9 credits', 'At least 4 credits from Group B', 'Units HT 2 and HT 3 must be taken together'],
  ['HT 1\tFelt\t2\t3\t30'],
  ['HT 2\tStraw\t2\t4\t25', 'HT 3\tSilk\t3\t4\t40', '\tBeads\t2\t2\t10'],
);

function draft(text: string): ImportedQualification {
  const [read] = importLines([readTextDocument(text, 'old.txt')], 'hats').qualifications;
  if (read === undefined) throw new Error('nothing was read');
  return read;
}

interface Model {
  readonly model: string;
  readonly table: string;
}

function update(text: string, { model, table }: Model): Imported {
  const openUnits = (): ReturnType<Parameters<typeof updateFromLines>[1]['openUnits']> => ({
    file: 'data/hats.csv',
    text: success(table),
  });
  const updated = updateFromLines([readTextDocument(text, 'new.txt')], {
    id: 'hats',
    file: 'models/hats.yaml',
    text: model,
    openUnits,
  });
  if (!updated.ok) throw new Error(updated.issues.map(({ message }) => message).join('\n'));
  return updated.value;
}

function updated(
  text: string,
  known: Model = draft(OLD),
): ImportedQualification & { readonly changes: NonNullable<ImportedQualification['changes']> } {
  const [one] = update(text, known).qualifications;
  if (one?.changes === undefined || one.changes === null) throw new Error('nothing was updated');
  return { ...one, changes: one.changes };
}

const remarks = ({ draft: { remarks: all } }: ImportedQualification): string => all.map(({ text }) => text).join('\n');

describe('a new issue of a known handbook', () => {
  it('changes nothing where it says the same', () => {
    const old = draft(OLD);
    const { changes, model, table, draft: read } = updated(OLD, old);
    expect(isUnchanged(changes)).toBe(true);
    expect([table, read.notUnderstood, changes.statements.same]).toEqual([old.table, [], 4]);
    expect(model).toBe(old.model.replace('- document: old.txt', '- document: old.txt\n  - document: new.txt'));
  });

  it('is compared unit by unit', () => {
    const { changes, table } = updated(
      issue(
        ['At least 9 credits', 'At least 4 credits from Group B', 'Units HT 2 and HT 3 must be taken together'],
        ['HT 1\tFelt hats\t2\t5\t30', 'HT 3\tSilk\t3\t4\tTBC'],
        ['HT 2\tStraw\t3\t4\t25', '\tBeads\t2\t2\t10', 'HT 9\tWool\t2\t2\t10'],
      ),
    );
    expect(changes.units).toEqual({
      added: [{ ref: 'HT 9', title: 'Wool' }],
      removed: [],
      changed: [
        { ref: 'HT 3', field: 'groups', before: 'B', after: 'A' },
        { ref: 'HT 1', field: 'title', before: 'Felt', after: 'Felt hats' },
        { ref: 'HT 1', field: 'credit', before: '3', after: '5' },
        { ref: 'HT 2', field: 'level', before: '2', after: '3' },
        { ref: 'HT 3', field: 'glh', before: '40', after: null },
      ],
    });
    expect(table.trim().split('\n').slice(1)).toEqual([
      'A,HT 1,Felt hats,2,5,30',
      'A,HT 3,Silk,3,4,TBC',
      'B,HT 2,Straw,3,4,25',
      'B,U1,Beads,2,2,10',
      'B,HT 9,Wool,2,2,10',
    ]);
  });

  it('keeps comments, notes and statements of the model, further columns and rows where they are', () => {
    const old = draft(OLD);
    const known = {
      model: `# made by Ann\n${old.model
        .replace('- at least 4 credits from B', '- at least 4 credits from B # agreed')
        .replace(
          '  - all or none',
          '  # because of the moulds\n  - at most one unit of each Room # by hand\n  - all or none',
        )
        .replace('notes:', 'notes:\n  - Ask Ann.')}titles:\n  Milliner:\n    - at least 2 units from B\n`,
      table: old.table
        .split('\n')
        .filter((line) => line !== '')
        .map((line, at) => `${line},${at === 0 ? 'Room' : `R${at}`}`)
        .join('\n'),
    };
    const read = updated(
      OLD.replace('At least 4 credits', 'At least 6 credits').replace('\tBeads\t2\t2', '\tBeads\t2\t3'),
      known,
    );
    expect(read.changes.statements).toEqual({
      added: [],
      changed: [{ before: 'at least 4 credits from B', after: 'at least 6 credits from B' }],
      unsaid: [{ statement: 'at most 1 unit of each Room', stands: true }],
      same: 3,
    });
    expect(read.table).toContain('Room\nA,HT 1,Felt,2,3,30,R1\n');
    expect(read.table).toContain('B,U1,Beads,2,3,10,R4');
    for (const line of [
      '# made by Ann',
      '  # line 3: At least 6 credits from Group B\n  - at least 6 credits from B # agreed',
      '  # because of the moulds\n  # perhaps no longer (new.txt): at most 1 unit of each Room\n  - at most one unit of each Room # by hand',
      '  - Ask Ann.',
      'titles:\n  Milliner:\n    - at least 2 units from B',
    ]) {
      expect(read.model).toContain(line);
    }
  });

  it('takes a statement out of the rule that names a unit which is gone, and leaves it to be looked at', () => {
    const read = updated(
      OLD.replace('Units HT 2 and HT 3 must be taken together\n', '').replace('HT 3\tSilk\t3\t4\t40\n', ''),
    );
    expect(read.changes.units.removed).toEqual([{ ref: 'HT 3', title: 'Silk' }]);
    expect(read.changes.statements.unsaid).toEqual([{ statement: 'all or none of units HT 2, HT 3', stands: false }]);
    expect(read.model).toContain('  # perhaps (the model before): all or none of units HT 2, HT 3\n');
    expect(read.model).not.toContain('- all or none');
  });

  it('takes what it does not print for no change', () => {
    const bare = issue(
      ['At least X credits'],
      ['HT 1\tFelt\t3'],
      ['HT 2\tStraw\t4', 'HT 3\tSilk\t4', '\tBeads\t2'],
      'Unit ref\tUnit title\tCredit',
    );
    const read = updated(bare);
    expect([read.changes.units.changed, read.table]).toEqual([[], draft(OLD).table]);
    expect(remarks(read)).toContain('prints no GLH; the model keeps those that it has');
    expect(remarks(read)).toContain("leaves a figure open; the model keeps 'at least 9 credits'");
    expect(read.model).not.toContain('parameters:');
  });

  it('of nothing but sentences, or nothing but a table, leaves the rest alone', () => {
    const [head = '', table = ''] = OLD.split('Group A: Core units');
    const sentences = updated(head.replace('At least 9', 'At least 10'));
    expect([sentences.table, sentences.changes.units.removed]).toEqual([draft(OLD).table, []]);
    expect(sentences.model).toContain('- at least 10 credits\n');
    const units = updated(
      `Level 2 Award in Hats\nGroup X: Core units${table}`.replace('Group X', 'Group A').replace('Core', 'Key'),
    );
    expect([units.changes.statements.unsaid, remarks(units).includes('No sentence of a rule was found')]).toEqual([
      [],
      true,
    ]);
  });

  it('settles a sentence of several readings by the one that the model holds', () => {
    const loose = OLD.replace('At least 9 credits', 'Of the 9 credits, 3 or more must be at Level 3.');
    const old = draft(loose);
    expect(old.model).toContain('# perhaps (line 2)');
    const known = {
      ...old,
      model: old.model.replace(
        / *# perhaps[^\n]*\n *# {3}-[^\n]*\n/,
        '  - at least 9 credits\n  - at least 3 credits at level 3\n',
      ),
    };
    const read = updated(loose, known);
    expect([read.draft.notUnderstood, read.changes.statements.unsaid]).toEqual([[], []]);
    expect(read.model).not.toContain('# perhaps');
    expect(remarks(read)).toContain('allows several readings; the model holds one of them already');
  });

  it('offers what is only inferred and not in the model, and adds it not', () => {
    const old = draft(OLD);
    const known = { ...old, model: old.model.replace(/ *# inferred[^\n]*\n *- all units from A\n/, '') };
    const read = updated(OLD, known);
    expect(read.changes.statements.added).toEqual([]);
    expect(read.model).toContain('#   - all units from A');
  });

  it('writes into the version that begins last, with a table of its own', () => {
    const old = draft(OLD);
    const model = `${old.model}versions:\n  - valid-to: 2026-08-31\n  - valid-from: 2026-09-01\n`;
    const read = updated(OLD.replace('At least 9', 'At least 10').replace('Felt', 'Wool'), { ...old, model });
    expect([read.id, read.tableId]).toEqual(['hats', 'hats-2026-09-01']);
    const tables: Readonly<Record<string, string>> = {
      '../data/hats.csv': old.table,
      '../data/hats-2026-09-01.csv': read.table,
    };
    const after = readModel(read.model, {
      id: 'hats',
      file: 'hats.yaml',
      openUnits: (path) => ({ file: path, text: success(tables[path] ?? '') }),
    });
    const said = after.ok
      ? after.value.versions.map(({ specification }) => specification.rows[0]?.title)
      : after.issues;
    expect(said).toEqual(['Felt', 'Wool']);
    expect(read.model.match(/at least (?:9|10) credits$/gm)).toEqual(['at least 9 credits', 'at least 10 credits']);
  });

  it('tells what else changed of a unit that moved to another group, and keeps what the new issue does not print', () => {
    const moved = ['HT 2\tStraw\t2\t4\t28'];
    const { changes } = updated(
      issue(['At least 9 credits'], ['HT 1\tFelt\t2\t3\t30', ...moved], ['HT 3\tSilk\t3\t4\t40']),
    );
    expect(changes.units.changed).toEqual([
      { ref: 'HT 2', field: 'groups', before: 'B', after: 'A' },
      { ref: 'HT 2', field: 'glh', before: '25', after: '28' },
    ]);
    const short = 'Unit ref\tUnit title\tLevel\tCredit';
    const silent = updated(
      issue(['At least 9 credits'], ['HT 1\tFelt\t2\t3', 'HT 2\tStraw\t2\t4'], ['HT 3\tSilk\t3\t4'], short),
    );
    expect(silent.table).toContain('A,HT 2,Straw,2,4,25');
  });

  it('with units in the model itself writes them as a table', () => {
    const model = `title: Level 2 Award in Hats\nunits:\n  - { group: A, ref: HT 1, title: Felt, level: 2, credit: 3, glh: 30, room: R1 }\ngroups:\n  A: Core units\nrule:\n  - all units from A\n`;
    const read = updated(issue([], ['HT 1\tFelt\t2\t3\t31'], ['HT 2\tStraw\t2\t3\t30']), { model, table: '' });
    expect(read.table).toBe('group,ref,title,level,credit,glh,room\nA,HT 1,Felt,2,3,31,R1\nB,HT 2,Straw,2,3,30,\n');
    expect(read.model).toContain('units: ../data/hats.csv\n');
  });

  it('that is one of something else is refused', () => {
    const other = 'Level 3 Diploma in Boats\nUnit ref\tUnit title\tCredit\nBT 1\tOars\t3\n';
    expect(() => update(other, draft(OLD))).toThrow("This is no issue of hats ('Level 2 Award in Hats')");
  });

  it('is found among others, which are named', () => {
    const read = updated(`Level 3 Diploma in Boats\nUnit ref\tUnit title\tCredit\nBT 1\tOars\t3\n${OLD}`);
    expect([isUnchanged(read.changes), remarks(read)]).toEqual([
      true,
      expect.stringContaining("'Level 3 Diploma in Boats' as well"),
    ]);
  });

  it('with running numbers is told by titles, so that one unit more does not shift the others', () => {
    const numbered = (titles: readonly string[]): string =>
      issue(
        ['Units 2 and 3 must be taken together'],
        [],
        titles.map((title, at) => `${at + 1}\t${title}\t2\t3\t10`),
        'Unit no\tUnit title\tLevel\tCredit\tGLH',
      );
    const old = draft(numbered(['Felt', 'Straw', 'Silk', 'Wool']));
    const read = updated(numbered(['Felt', 'Lace', 'Straw', 'Silk', 'Wool']), old);
    expect(read.changes.units).toEqual({ added: [{ ref: 'U1', title: 'Lace' }], removed: [], changed: [] });
    expect(read.changes.statements).toMatchObject({
      added: ['all or none of units U1, 2'],
      unsaid: [{ statement: 'all or none of units 2, 3' }],
    });
  });
});

/** A document with some units gone, new, or with other figures. */
function changedFrom(one: ArbitraryDocument, other: ArbitraryDocument, picks: readonly number[]): ArbitraryDocument {
  let at = 0;
  const next = (): number => picks[at++ % picks.length] ?? 0;
  const spare = other.printed.groups.flatMap(({ units }) => units);
  const known = new Set(one.printed.groups.flatMap(({ units }) => units.map(({ ref }) => ref)));
  const groups = one.printed.groups.map((group) => {
    const units = group.units.flatMap((unit): readonly PrintedUnit[] => {
      const pick = next();
      if (pick === 0) return [];
      return [
        pick === 1
          ? { ...unit, credit: unit.credit === '7' ? '8' : '7' }
          : pick === 2
            ? { ...unit, title: `${unit.title} again` }
            : unit,
      ];
    });
    const fresh = spare.splice(0, next() % 3).filter(({ ref }) => !known.has(ref));
    for (const { ref } of fresh) known.add(ref);
    return { ...group, units: [...units, ...fresh] };
  });
  return { ...one, printed: { ...one.printed, groups: groups.filter(({ units }) => units.length > 0) } };
}

const LAYOUT = { titleFirst: false, oneTable: false, totals: false, centred: false };
const textOf = ({ printed }: ArbitraryDocument): string =>
  new TextDecoder().decode(tabText(piecesOf([printed], LAYOUT)));

describe('random issues of random handbooks', () => {
  it('update a model to the units that an import of the new issue has, and tell every one that differs', () => {
    const seen = { added: 0, removed: 0, changed: 0 };
    const picks = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, picks, (before, other, chosen) => {
        const after = changedFrom(before, other, chosen);
        fc.pre(
          after.printed.groups.length > 0 &&
            new Set(before.printed.groups.flatMap(({ units }) => units.map(({ title }) => title))).size > 0,
        );
        const [old, fresh] = [draft(textOf(before)), draft(textOf(after))];
        const read = updated(textOf(after), old);
        expect([...unitsRead(read)].sort()).toEqual([...unitsRead(fresh)].sort());
        const [was, is] = [rowsOf(old.table), rowsOf(fresh.table)];
        const { units } = read.changes;
        expect(units.added.map(({ ref }) => ref).sort()).toEqual([...is.keys()].filter((ref) => !was.has(ref)).sort());
        expect(units.removed.map(({ ref }) => ref).sort()).toEqual(
          [...was.keys()].filter((ref) => !is.has(ref)).sort(),
        );
        const differ = [...is].filter(([ref, row]) => was.has(ref) && was.get(ref) !== row).map(([ref]) => ref);
        expect([...new Set(units.changed.map(({ ref }) => ref))].sort()).toEqual(differ.sort());
        seen.added += units.added.length;
        seen.removed += units.removed.length;
        seen.changed += units.changed.length;
      }),
      { numRuns: 60 },
    );
    expect(Object.values(seen).every((count) => count > 20)).toBe(true);
  });
});

function rowsOf(table: string): ReadonlyMap<string, string> {
  return new Map(
    parse<Record<string, string>>(table, { columns: true }).map((row) => [row['ref'] ?? '', JSON.stringify(row)]),
  );
}
