import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkEach } from '../../src/certificate/check-claim.js';
import { checkPlan } from '../../src/certificate/check-plan.js';
import { readCertificate } from '../../src/certificate/read-certificate.js';
import { readPlan } from '../../src/certificate/read-plan.js';
import { itemAt } from '../../src/domain/item-at.js';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { fieldsOf, mutate, type Draw, type Field } from '../support/any-field.js';
import { arbitraryKnapsack, certifyBest, isTrue } from '../support/certificates.js';
import { certifyAlong } from '../support/certificates-along.js';
import { arbitraryJoint, arbitraryRing } from '../support/joint.js';
import { certifyBestPlan, isTruePlan } from '../support/plan-certificates.js';
import { isTrueAlong } from '../support/true-along.js';

/** Mutations of each form of certificate; `npm run test:certificates` sets thousands. */
const SIZE = Number(process.env['CERTIFICATE_FIELDS'] ?? 600);
const POOL = Math.min(Math.ceil(SIZE / 40), 120);

/** Whether each claim of a text is proved, and whether it is true. */
type Judged = readonly { readonly proved: boolean; readonly isTrue: () => boolean; readonly kind: string }[];

function judgeClaims(text: string): Judged {
  const { claims, ways } = readCertificate(text);
  return checkEach({ claims, ways }).map(({ proved }, at) => {
    const claim = itemAt(claims, at);
    const isTrueOne = (): boolean =>
      claim.kind === 'tree' ? isTrue(claim.claim) : isTrueAlong(claim, itemAt(ways, claim.way));
    return { proved, isTrue: isTrueOne, kind: claim.kind };
  });
}

function judgePlan(text: string): Judged {
  const { claim } = readPlan(JSON.parse(text));
  return [{ proved: checkPlan(claim).proved, isTrue: () => isTruePlan(claim), kind: 'plan' }];
}

interface Form {
  readonly name: string;
  readonly judge: (text: string) => Judged;
  readonly pool: string[];
  /** Fields of which there has to be a mutation that is read. */
  readonly fields: readonly string[];
}

/** Names of fields, each after what it is a field of. */
function fields(of: string, names: string): readonly string[] {
  return names.split(' ').map((name) => of + name);
}

const ENTRY = 'ref group level figures.credits identity achieved';
const QUESTION = `title entries entries[] rule rule[] entries[].${ENTRY.replaceAll(' ', ' entries[].')}`;
const OBJECTIVE = 'objectives objectives[].sense objectives[].measure objectives[].value';

const trees: Form = {
  name: 'trees',
  judge: judgeClaims,
  pool: [],
  fields: [
    ...fields('question.', QUESTION),
    ...fields('claim.', `kind ${OBJECTIVE} pathways pathways[] pathways[][]`),
    ...fields('', 'claim counters proofs proofs[] proofs[][]'),
    ...fields('proofs[].', 'at most side side[]'),
  ],
};
const along: Form = {
  name: 'counts, lists, prices and shares',
  judge: judgeClaims,
  pool: [],
  fields: [
    ...fields('question.', QUESTION),
    ...fields('ways', ' [] [][]'),
    ...fields('diagrams[].', 'order order[] order[][] arcs arcs[] arcs[][]'),
    ...fields('claims[].', `way diagram ${OBJECTIVE} of number which pathways pathways[] pathways[][]`),
    ...fields('claims[].prices', ' [] [].with [].with[] [].without [].without[]'),
    ...fields('claims[].counted', ' []'),
  ],
};
const plans: Form = {
  name: 'plans',
  judge: judgePlan,
  pool: [],
  fields: [
    ...fields('takers[].question.', QUESTION),
    ...fields('takers', ' [] [].order [].order[] [].pathway [].pathway[]'),
    ...fields('', 'measure wishes.without wishes.with claim.value claim.delivered claim.delivered[]'),
    ...fields('', 'scale tree tree[] tree.unit tree.side tree.side[]'),
  ],
};

beforeAll(async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRule(), arbitraryKnapsack(), async ({ problem, objectives }, knapsack) => {
      const hours = [{ sense: 'minimise', measure: { over: 'all', quantity: 'glh' } }] as const;
      const made = [await certifyBest(problem, objectives), await certifyBest(knapsack, hours)];
      trees.pool.push(...made.flatMap((it) => (it.certified ? [it.text] : [])));
      along.pool.push(...(await certifyAlong(problem, objectives)));
    }),
    { numRuns: POOL, endOnFailure: true },
  );
  await fc.assert(
    fc.asyncProperty(arbitraryJoint({ limits: false }), arbitraryRing(), async (joint, ring) => {
      const made = [await certifyBestPlan(joint), await certifyBestPlan(ring)];
      plans.pool.push(...made.filter((text) => text !== null));
    }),
    { numRuns: POOL, endOnFailure: true },
  );
}, 3_600_000);

/** The fields of a document by their pattern. */
function byPattern(document: object): ReadonlyMap<string, readonly Field[]> {
  const fields = new Map<string, Field[]>();
  for (const field of fieldsOf(document)) fields.set(field.pattern, [...(fields.get(field.pattern) ?? []), field]);
  return fields;
}

/** How many mutations came to what, and of which fields some were read. */
interface Tally {
  readonly counts: Map<string, number>;
  readonly read: Set<string>;
}

function oneOf<T>(items: readonly T[], draw: Draw): T {
  return itemAt(items, draw(items.length));
}

/** A text with something else in the field that is aimed at, in one or two more now and then; and which fields. */
function tamper(text: string, aim: string, draw: Draw): { readonly tampered: string; readonly patterns: string[] } {
  const document = JSON.parse(text) as object;
  const patterns: string[] = [];
  for (let left = [1, 1, 1, 2, 3][draw(5)] ?? 1; left > 0; left--) {
    const known = byPattern(document);
    const pattern = patterns.length === 0 ? aim : oneOf([...known.keys()], draw);
    const alike = known.get(pattern) ?? [];
    mutate(oneOf(alike, draw), alike, draw);
    patterns.push(pattern);
  }
  return { tampered: JSON.stringify(document), patterns };
}

/** The texts by the fields that they have. */
function byField(pool: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const having = new Map<string, string[]>();
  for (const text of pool) {
    for (const pattern of byPattern(JSON.parse(text) as object).keys()) {
      having.set(pattern, [...(having.get(pattern) ?? []), text]);
    }
  }
  return having;
}

function judgeOne({ judge }: Form, tampered: string, patterns: readonly string[], { counts, read }: Tally): void {
  const told = (verdict: string): void => void counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  try {
    const judged = judge(tampered);
    for (const pattern of patterns) read.add(pattern);
    for (const { proved, isTrue: isSo, kind } of judged) {
      const so = isSo();
      if (proved && !so) throw new Error(`passed and false, ${kind}, ${patterns.join()}: ${tampered}`);
      told(proved ? 'true' : so ? 'refused' : 'refused and false');
    }
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError || thrown instanceof RangeError)) throw thrown;
    told('unreadable');
  }
}

describe('a certificate of which any field is another', () => {
  it.each([trees, along, plans])(
    'is never taken for the proof of something false: $name',
    { timeout: 3_600_000 },
    (form) => {
      const tally: Tally = { counts: new Map(), read: new Set() };
      const draws = fc.sample(fc.nat(1_000_000), { numRuns: 40 * SIZE, seed: 17 })[Symbol.iterator]();
      const draw: Draw = (most) => (most < 1 ? 0 : Number(draws.next().value) % most);
      const having = byField(form.pool);
      const patterns = [...having.keys()];
      for (let at = 0; at < SIZE; at++) {
        const aim = itemAt(patterns, at % patterns.length);
        const tampered = tamper(oneOf(having.get(aim) ?? [], draw), aim, draw);
        judgeOne(form, tampered.tampered, tampered.patterns, tally);
      }
      expect(form.fields.filter((field) => !tally.read.has(field))).toEqual([]);
      expect(tally.counts.get('refused and false')).toBeGreaterThan(SIZE / 20);
      expect(tally.counts.get('true')).toBeGreaterThan(SIZE / 20);
      if (SIZE > 1000) console.log(`${SIZE} mutations of any field, ${form.name}`, Object.fromEntries(tally.counts));
    },
  );

  it('still proves what is true along a diagram that is left as it is, and nothing else', () => {
    let [proved, refused] = [0, 0];
    for (const text of along.pool) {
      const draws = fc.sample(fc.nat(1_000_000), { numRuns: 2000, seed: text.length })[Symbol.iterator]();
      const draw: Draw = (most) => (most < 1 ? 0 : Number(draws.next().value) % most);
      const document = JSON.parse(text) as object;
      const claimed = [...byPattern(document)].filter(([pattern]) =>
        /^claims\[\]\.(of|number|which|pathways|prices|counted)/.test(pattern),
      );
      const [, alike] = oneOf(claimed, draw);
      mutate(oneOf(alike, draw), alike, draw);
      try {
        for (const judged of judgeClaims(JSON.stringify(document))) {
          if (judged.kind === 'tree') continue;
          if (judged.proved !== judged.isTrue())
            throw new Error(`${judged.kind}, proved ${judged.proved}: ${JSON.stringify(document)}`);
          if (judged.proved) proved += 1;
          else refused += 1;
        }
      } catch (thrown) {
        if (!(thrown instanceof SyntaxError)) throw thrown;
      }
    }
    expect(proved).toBeGreaterThan(along.pool.length);
    expect(refused).toBeGreaterThan(along.pool.length / 10);
  });
});
