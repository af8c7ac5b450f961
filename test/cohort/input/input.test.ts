import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CohortFormat } from '../../../src/cohort/input/form.js';
import { MOST_BLANK, openCohortInput, readCohortBlock } from '../../../src/cohort/input/input.js';
import { LARGEST_LEARNER, type CohortItem } from '../../../src/cohort/input/item.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield chunk;
}

/** All items of an input that comes in chunks, with lines from 1, or the codes and messages of what is wrong. */
async function read(
  chunks: readonly Uint8Array[],
  { file = 'learners', format = null }: { file?: string; format?: CohortFormat | null } = {},
): Promise<{ items: readonly CohortItem[]; blocks: number } | { refused: readonly string[] }> {
  const opened = await openCohortInput(streamOf(chunks), file, format);
  if (!opened.ok) return { refused: opened.issues.map(({ code, message }) => `${code}: ${message}`) };
  const items: CohortItem[] = [];
  let [line, blocks] = [opened.value.firstLine, 0];
  for await (const bytes of opened.value.blocks) {
    const block = readCohortBlock(bytes, opened.value.form);
    for (const item of block.items) {
      const at = item.line + line;
      items.push(item.kind === 'problem' ? { ...item, line: at, last: item.last + line } : { ...item, line: at });
    }
    line += block.lines;
    blocks += 1;
  }
  return { items, blocks };
}

/** The bytes, cut at random places. */
function cutAt(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

const csvLine = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.nat(3), fc.constantFrom('A', 'é', '')).map(([l, ref]) => `L${l},${ref}`) },
  { weight: 1, arbitrary: fc.constantFrom('', ',', 'L1', ',A', '"L1,A', 'L2,"A', '"L1" , "B"', 'L1,A,B') },
);
const jsonLine = fc.oneof(
  fc.nat(3).map((l) => `{"learner":"L${l}","achieved":["é"]}`),
  fc.constantFrom('', '{', '{"learner":"L1"}'),
);

describe('a cohort that comes in chunks', () => {
  it('reads the same however it is cut, CSV with the rows of a learner in one block', async () => {
    const input = fc.oneof(
      fc.array(csvLine, { maxLength: 25 }).map((lines) => ['learner,ref', ...lines]),
      fc.array(jsonLine, { maxLength: 12 }).map((lines) => ['{"learner":"L0","achieved":[]}', ...lines]),
    );
    const cuts = fc.array(fc.nat(400), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(input, cuts, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (lines, places, end, ends) => {
        const bytes = encode(lines.join(end) + (ends ? end : ''));
        const whole = await read([bytes]);
        const cut = await read(cutAt(bytes, places));
        expect('items' in cut && cut.items).toEqual('items' in whole && whole.items);
      }),
      { numRuns: 500 },
    );
  });

  it('gives out learners as soon as it is certain that they are complete', async () => {
    const chunks = ['learner,ref\nL1,A\n', 'L1,B\nL2,', 'A\nL3,A\n', 'L3,B\n'].map(encode);
    expect(await read(chunks)).toMatchObject({ blocks: 2, items: [{ line: 2 }, { line: 4 }, { line: 5 }] });
  });

  it.each(['sep=;', '"sep=;"', 'SEP=; ', '\nsep=;\n'])(
    'reads the cells as a line above the header says: %j',
    async (line) => {
      const bytes = encode(`${line}\r\nlearner;ref\r\nL1;A,B\r\n`);
      for (let at = 0; at <= bytes.length; at++) {
        const { items } = (await read(cutAt(bytes, [at]))) as { readonly items: readonly CohortItem[] };
        expect(items).toMatchObject([{ learner: 'L1', held: ['A,B'], line: line.split('\n').length + 2 }]);
      }
      expect(await read([encode('sep=|\nlearner|ref\nL1|A\n')])).toMatchObject({ items: [{ held: ['A'], line: 3 }] });
      expect(await read([encode('sep=;\n\n')])).toMatchObject({ refused: [expect.stringMatching(/^empty-file/)] });
    },
  );

  it('may begin with a byte-order mark and blank lines', async () => {
    const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
    for (const [text, line] of [
      ['\r\n \nLearner;REF\nL1;A\n', 4],
      ['\n{"learner": "L1", "achieved": ["A"]}', 2],
    ] as const) {
      const bytes = Uint8Array.from([...mark, ...encode(text)]);
      for (const chunks of [[bytes], [...bytes].map((byte) => Uint8Array.of(byte))]) {
        expect(await read(chunks)).toMatchObject({ items: [{ learner: 'L1', held: ['A'], line }] });
      }
    }
  });

  it('is told its format by option, then name, then first line', async () => {
    const json = encode('{"learner": "L1", "achieved": []}');
    expect(await read([json])).toMatchObject({ items: [{ learner: 'L1' }] });
    expect(await read([json], { file: 'x.CSV' })).toMatchObject({
      refused: [expect.stringMatching(/^quote/), expect.stringMatching(/^cohort-form/)],
    });
    expect(await read([json], { file: 'x.csv', format: 'ndjson' })).toMatchObject({ items: [{ learner: 'L1' }] });
    const csv = encode('learner,ref\nL1,\n');
    expect(await read([csv], { file: 'x.jsonl' })).toMatchObject({ items: [{ kind: 'problem' }, { kind: 'problem' }] });
    expect(await read([csv], { file: 'x.jsonl', format: 'csv' })).toMatchObject({ items: [{ learner: 'L1' }] });
  });

  it('is refused without a header, or one that lacks a column', async () => {
    const refused = async (text: string | Uint8Array): Promise<string> => {
      const result = await read([typeof text === 'string' ? encode(text) : text]);
      return 'refused' in result ? result.refused.join('\n') : 'read';
    };
    expect(await refused('')).toMatch(/^empty-file/);
    expect(await refused(' \n\n')).toMatch(/^empty-file/);
    expect(await refused('L1,A\n')).toMatch(/^missing-column: .*'learner'.*\nmissing-column: .*'ref'.*\ncohort-form/);
    expect(await refused('learner,unit ref\n')).toMatch(
      /^missing-column: The column 'ref' is missing \(is 'unit ref' meant/,
    );
    expect(await refused('learner,ref,ref\n')).toMatch(/^repeated-column/);
    expect(await refused('"learner,ref\n')).toMatch(/^quote/);
    expect(await refused(Uint8Array.of(0xff, 0xfe, 108, 0, 10, 0))).toMatch(/^encoding: This file is in UTF-16/);
    expect(await refused('x'.repeat(200_000))).toMatch(/^line-too-long/);
  });

  it('may be empty when it is known to be NDJSON', async () => {
    expect(await read([], { format: 'ndjson' })).toEqual({ items: [], blocks: 0 });
    expect(await read([encode('\n')], { file: 'x.ndjson' })).toMatchObject({ items: [] });
  });

  it('names a line that is too long, keeps none of it, and reads on', async () => {
    const long = Array.from({ length: 80 }, () => encode('x'.repeat(LARGEST_LEARNER / 10)));
    const line = (id: string): Uint8Array => encode(`{"learner":"${id}","achieved":[]}\n`);
    expect(await read([line('L1'), ...long, encode('\n'), line('L2')])).toMatchObject({
      items: [{ learner: 'L1' }, { code: 'line-too-long', line: 2 }, { learner: 'L2', line: 3 }],
    });
    expect(await read([encode('learner,ref\nL1,A\n'), ...long, encode('é\nL2,B\nL3,C\n')])).toMatchObject({
      items: [
        { code: 'line-too-long', line: 3 },
        { code: 'learner-left-out', line: 2 },
        { code: 'learner-left-out', line: 4 },
        { learner: 'L3' },
      ],
    });
  });

  it('does not hold on to a learner without end', async () => {
    const rows = encode(`L1,${'A'.repeat(96)}\n`.repeat(6000));
    const result = await read([encode('learner,ref\n'), ...Array.from({ length: 16 }, () => rows), encode('L2,A\n')]);
    const { items, blocks } = 'items' in result ? result : { items: [], blocks: 0 };
    expect(blocks).toBeGreaterThan(2);
    expect(items.filter(({ kind }) => kind === 'learner')).toMatchObject([{ learner: 'L2' }]);
    expect(items.filter(({ line }) => line === 2)).toMatchObject([{ code: 'learner-left-out' }]);
  });
});

describe('blank lines before a cohort', () => {
  it('are skipped, and their number kept', async () => {
    const csv = await read([encode('\n \r\n'), encode('\t\n\n'), encode('learner,ref\nL1,A\n')]);
    expect(csv).toMatchObject({ items: [{ kind: 'learner', learner: 'L1', line: 6 }] });
    const json = await read([encode('\n\n'), encode('{"learner":"L1","achieved":[]}\n')]);
    expect(json).toMatchObject({ items: [{ kind: 'learner', learner: 'L1', line: 3 }] });
  });

  it.each(['\n', ' '])('are skipped up to a limit, as nothing but %j may come for ever', async (blank) => {
    async function* forever(): AsyncGenerator<Uint8Array> {
      for (;;) yield encode(blank.repeat(1000));
    }
    const opened = await openCohortInput(forever(), 'learners', null);
    expect(opened.ok ? [] : opened.issues.map(({ message }) => message)).toEqual([
      `This begins with more than ${MOST_BLANK} bytes of blank lines, the most that are skipped.`,
    ]);
  });
});
