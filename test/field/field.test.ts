import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDiagramStore } from '../../src/methods/diagram-method.js';
import { count } from '../../src/diagram/query/count.js';
import { pose } from '../../src/domain/pose.js';
import { openFile } from '../../src/node/index.js';
import { readHeldUnits } from '../../src/node/held-units.js';
import { valueOrThrow } from '../../src/ask/input-error.js';

/** Qualifications of four countries as somebody who reads the notation's page alone would write them. */
const open = (name: string) => openFile(fileURLToPath(new URL(`./${name}.yaml`, import.meta.url)));

const rangeOf = async (name: string, also: readonly string[] = []) => {
  const range = await open(name).range({ also });
  if (range.status !== 'answered') throw new Error(range.status);
  return range;
};

describe('a certificate whose table has no hours (Ireland)', () => {
  it('has its credits, units and pathways', async () => {
    const range = await rangeOf('qqi-early-childhood');
    expect(range).toMatchObject({
      pathways: '368358',
      credits: { min: 120, max: 335 },
      units: { min: 8, max: 23 },
      glh: { min: null },
      notSaid: [{ figure: 'glh', why: 'GLH is not known for 23 of 23 units: no hours are given' }],
    });
    expect(await rangeOf('qqi-early-childhood', ['exactly 120 credits'])).toMatchObject({ pathways: '720' });
  });
});

describe('a diploma that prints hours, and none for its units (United Kingdom)', () => {
  it('agrees with the printed TQT, and says that the hours were not checked', async () => {
    const range = await rangeOf('fitness-instructing');
    expect(range).toMatchObject({ pathways: '1', credits: { min: 52, max: 52 } });
    expect(range.published).toEqual([
      { figure: 'glh.min', printed: 346, computed: null, agrees: null },
      { figure: 'tqt.min', printed: 520, computed: 520, agrees: true },
      { figure: 'credits.min', printed: 52, computed: 52, agrees: true },
    ]);
    const told = (await open('fitness-instructing').check()).map(({ code }) => code);
    expect(told).toContain('figure-not-checked');
  });
});

describe('a certificate that counts units, with titles (Australia)', () => {
  const CORE = ['CHCCCS031', 'CHCCCS038', 'CHCCCS040', 'CHCCCS041', 'CHCCOM005', 'CHCDIV001', 'CHCLEG001', 'HLTINF006'];
  const AGEING = ['CHCAGE011', 'CHCAGE013', 'CHCPAL003'];

  it('has 84 pathways of fifteen units', async () => {
    expect(await rangeOf('individual-support')).toMatchObject({ pathways: '84', units: { min: 15, max: 15 } });
  });

  it('says which titles a learner has earned, and how far the others are', async () => {
    const held = [...CORE, 'HLTWHS002', ...AGEING, 'CHCDIS011', 'CHCDIV002', 'CHCMHS001'];
    const audit = await open('individual-support').audit({ achieved: held });
    expect(audit.complete).toBe(true);
    expect(audit.titles?.map(({ title, earned }) => [title, earned])).toEqual([
      ['Ageing', true],
      ['Disability', false],
      ['Ageing and Disability', false],
    ]);
  });

  it('gives the units of a title', async () => {
    const best = await open('individual-support').pathway({
      title: 'Ageing and Disability',
      objectives: [{ minimise: 'units' }],
    });
    if (best.status !== 'optimal') throw new Error(best.status);
    expect(best.units.filter(({ group }) => group === 'A' || group === 'B')).toHaveLength(6);
  });
});

describe('a major whose courses have neither level nor hours (United States)', () => {
  it('has ten courses, and its pathways told apart by them', async () => {
    expect(await rangeOf('psychology-major')).toMatchObject({ pathways: '10512', units: { min: 10, max: 10 } });
  });

  it('has so many placements of courses in the lists that offer them', () => {
    const diagram = createDiagramStore().of(valueOrThrow(pose(open('psychology-major').specification)));
    if (diagram.kind === 'too-large') throw new Error(diagram.kind);
    expect(count(diagram)).toBe(57_600n);
  });

  it('takes held courses whatever list they stand in', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'qualpath-field-')), 'held.csv');
    writeFileSync(file, 'ref,grade\nPSYCH 125,achieved\nPSYCH 235,pass\nPSYCH 244,withdrawn\n');
    const audit = await open('psychology-major').audit({ achieved: readHeldUnits([file]) });
    expect(audit.counted).toEqual(['PSYCH 125', 'PSYCH 235']);
    expect(audit).toMatchObject({ complete: false, cheapestIn: 'new-units' });
  });
});
