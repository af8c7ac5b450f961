import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';
import { everyWay } from '../../src/domain/using-held.js';
import { makeCertificate, onePart } from '../../src/certificate/make-certificate.js';
import { objectiveValues } from '../../src/domain/totals.js';
import { readFixture } from '../conformance/read-fixture.js';
import { certifyBest } from '../support/certificates.js';
import { qualpathJson, ROOT } from '../support/command.js';
import { everyPathway } from '../support/brute-force.js';

const RULES = fileURLToPath(new URL('../conformance/rules', import.meta.url));
const MODELS = readdirSync(RULES)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

/** The qualifications of the package, with values for what a draft leaves open. */
const SHIPPED: readonly (readonly string[])[] = [
  ['level-1-certificate-customer-service'],
  [
    'level-2-diploma-customer-service',
    ...['a-credits=20', 'B&A 38.credit=5', 'B&A 38.glh=40', 'c-minimum=15', 'd-maximum=25'].flatMap((it) => [
      '--set',
      it,
    ]),
  ],
  [
    'level-3-diploma-customer-service',
    ...['a-credits=26', 'B&A 38.credit=10', 'B&A 38.glh=74', 'b-minimum=15', 'c-minimum=5'].flatMap((it) => [
      '--set',
      it,
    ]),
  ],
  ['level-4-diploma-customer-service'],
  ['ocr-level-3-diploma-customer-service'],
];

describe('a certificate is made', () => {
  it.each(MODELS)('of the least hours of the model %s, in every way of using what is held', async (name) => {
    for (const way of everyWay(readFixture(name).problem)) {
      expect(await certifyBest(way, DEFAULT_OBJECTIVES)).toMatchObject({ certified: true });
    }
  });

  it('of what a conformance model says, and of nothing better or worse', async () => {
    const { problem } = readFixture('total');
    const [selection] = everyPathway(problem);
    if (selection === undefined) throw new Error('the model has pathways');
    const values = objectiveValues(problem, selection, DEFAULT_OBJECTIVES);
    for (const more of [-1, 1]) {
      const objectives = DEFAULT_OBJECTIVES.map((it, at) => ({ ...it, value: (values[at] ?? 0) + more }));
      expect(
        makeCertificate(problem, problem.conditions, onePart({ kind: 'optimal', selection, objectives })),
      ).toMatchObject({
        certified: false,
      });
    }
  });

  it.each(SHIPPED)('of the least hours of %s', async (...args) => {
    const folder = mkdtempSync(join(tmpdir(), 'qualpath-shipped-'));
    try {
      const path = join(folder, 'certificate.json');
      const solved = await qualpathJson(['solve', ...args, '--certificate', path], ROOT);
      expect(solved).toMatchObject({ status: 'optimal', certificate: { certified: true } });
      const verified = await qualpathJson(['verify', path, '--model', ...args], ROOT);
      expect(verified).toMatchObject({ proved: true, model: 'matches' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
