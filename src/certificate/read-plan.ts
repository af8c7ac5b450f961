import type { PlanClaim, PlanTaker, PlanTree } from './check-plan.js';
import { figureOf, thousandths, type ListedEntry } from './listed-entry.js';
import { byUnit, readIndices, type Listed } from './read-claim.js';
import { readQuestion } from './read-question.js';
import { roomForSums } from './read-rule.js';
import { arrayOf, objectOf, textOf, wholeOf } from './shape.js';

/** The name of the format of plans. */
export const PLAN = 'qualpath-plan-certificate-1';

/** A certificate of a plan that has been read, and the words that it is about. */
export interface ReadPlan {
  readonly claim: PlanClaim;
  readonly measure: string;
  readonly units: readonly { readonly identity: string; readonly ref: string }[];
  readonly takers: readonly { readonly title: string; readonly rule: readonly string[]; readonly listed: Listed }[];
}

const DEEPEST = 1000;

/** Reads a certificate of a plan; throws a SyntaxError that says where it is none. */
export function readPlan(value: unknown): ReadPlan {
  const whole = objectOf(value, 'the certificate', ['format', 'measure', 'takers', 'wishes', 'claim', 'scale', 'tree']);
  const measure = textOf(whole.measure, 'measure');
  const room = roomForSums();
  const questions = arrayOf(whole.takers, 'takers', (taker, place) => {
    const { question, order, pathway } = objectOf(taker, place, ['question', 'order', 'pathway']);
    return { ...readQuestion(question, room), order, pathway, place };
  });
  const units = unitsOf(questions.flatMap(({ listed }) => listed.entries));
  const numbers = new Map(units.map(({ identity }, at) => [identity, at]));
  const takers = questions.map(({ listed, order, pathway, place }): PlanTaker => {
    const { entries } = listed;
    const indices = (it: unknown, at: string): readonly number[] => readIndices(it, at, entries.length);
    return {
      ...listed,
      order: arrayOf(order, `${place}.order`, indices),
      pathway: indices(pathway, `${place}.pathway`),
      units: entries.map(({ achieved, identity }) => (achieved ? null : (numbers.get(identity) ?? null))),
    };
  });
  const claim = objectOf(whole.claim, 'claim', ['value', 'delivered']);
  if (typeof claim.value !== 'number') throw new SyntaxError('claim.value is no number');
  return {
    measure,
    units,
    takers: questions.map(({ title, rule, listed }) => ({ title, rule, listed })),
    claim: {
      takers,
      costs: units.map(({ entries }) => costOf(entries, measure)),
      fixed: readWishes(whole.wishes, units.length),
      delivered: readIndices(claim.delivered, 'claim.delivered', units.length),
      value: thousandths(String(claim.value)),
      scale: BigInt(wholeOf(whole.scale, 'scale', Number.MAX_SAFE_INTEGER)),
      tree: readTree(whole.tree, 'tree', 0),
    },
  };
}

type UnitEntries = { readonly identity: string; readonly ref: string; readonly entries: readonly ListedEntry[] };

/** Every piece of learning, in the order of the takers and their tables, with all that list it. */
function unitsOf(entries: readonly ListedEntry[]): readonly UnitEntries[] {
  return byUnit(entries).map((indices) => {
    const own = indices.flatMap((index) => entries[index] ?? []);
    const [first] = own;
    if (first === undefined) throw new SyntaxError('a unit is listed nowhere');
    return { identity: first.identity, ref: first.ref, entries: own };
  });
}

/** What a unit costs: the largest figure that a table gives. */
function costOf(entries: readonly ListedEntry[], measure: string): bigint {
  const figures = entries.map((entry) => figureOf(entry, measure === 'glh' ? 'GLH' : measure));
  return figures.reduce((most, figure) => (figure > most ? figure : most), 0n);
}

function readWishes(value: unknown, size: number): PlanClaim['fixed'] {
  const { without, with: wanted } = objectOf(value, 'wishes', ['without', 'with']);
  const [out, within] = [readIndices(without, 'wishes.without', size), readIndices(wanted, 'wishes.with', size)];
  if (out.some((unit) => within.includes(unit))) throw new SyntaxError('wishes are for a unit and against it');
  return Array.from({ length: size }, (_, unit) => (out.includes(unit) ? 0 : within.includes(unit) ? 1 : null));
}

function readTree(value: unknown, place: string, depth: number): PlanTree {
  if (Array.isArray(value)) {
    const leaf = arrayOf(value, place, (it, at) => wholeOf(it, at, Number.MAX_SAFE_INTEGER));
    if (leaf.length % 3 !== 0) throw new SyntaxError(`${place} has a share of nothing`);
    return leaf;
  }
  if (depth > DEEPEST) throw new SyntaxError(`${place} is deeper than ${DEEPEST} branches`);
  const branch = objectOf(value, place, ['unit', '0', '1']);
  return {
    unit: wholeOf(branch.unit, `${place}.unit`, Number.MAX_SAFE_INTEGER),
    0: readTree(branch['0'], `${place}.0`, depth + 1),
    1: readTree(branch['1'], `${place}.1`, depth + 1),
  };
}
