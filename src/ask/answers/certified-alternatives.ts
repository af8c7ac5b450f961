import { Drawn } from '../../certificate/diagram-claims.js';
import { makeCertificate, type Part } from '../../certificate/make-certificate.js';
import { itemAt } from '../../domain/item-at.js';
import { withoutResidue } from '../../domain/scale.js';
import { everyWay } from '../../domain/using-held.js';
import { findAlternatives, type AnsweredAlternatives } from '../../questions/alternatives.js';
import type { ObjectiveValue } from '../../questions/pathway.js';
import type { AlternativesAnswerDocument } from '../../report/documents/alternatives.js';
import type { Asked } from '../asked.js';
import { alternativesAnswer, DEFAULT_COUNT } from './alternatives.js';
import { certifyUnanswered, withCertificate, type CertifiedAnswer } from './certificates.js';

/** The best pathways with a certificate that no better one is left out, and of how many there are. */
export async function answerCertifiedAlternatives(
  asked: Asked,
  { count = DEFAULT_COUNT, within = null }: { readonly count?: number; readonly within?: number | null },
): Promise<CertifiedAnswer<AlternativesAnswerDocument>> {
  const { problem, objectives, means } = asked;
  const found = await findAlternatives(problem, objectives, { count, within }, means.forMany);
  if (found.status !== 'answered') return certifyUnanswered(asked, found);
  const parts = partsOf(asked, found, within);
  return withCertificate(alternativesAnswer(asked, found, within), makeCertificate(problem, problem.conditions, parts));
}

function partsOf({ problem, means }: Asked, found: AnsweredAlternatives, within: number | null): readonly Part[] {
  const ways = everyWay(problem);
  const drawn = ways.map((way) => new Drawn(way, means.forMany.store.of(way)));
  const known = ways.length === 1 ? [] : found.alternatives.map(({ pathway }) => pathway.selection);
  const ending = endOf(found, within);
  const lists = ways.map((way, at): Part => {
    const own = found.alternatives.filter(({ pathway }) => pathway.problem === way);
    const selections = own.map(({ pathway }) => pathway.selection);
    const claim = itemAt(drawn, at).list({ ...ending, selections, known });
    return { name: 'that no better pathway is left out', way: at, claim };
  });
  return [...lists, ...countParts(itemAt(drawn, 0), found, within)];
}

type Ending = { readonly which: 'better' | 'as good' | 'all'; readonly objectives: readonly ObjectiveValue[] };

/** How far the list goes. */
function endOf({ alternatives, complete }: AnsweredAlternatives, within: number | null): Ending {
  const { objectives } = itemAt(alternatives, alternatives.length - 1);
  if (!complete) return { which: 'better', objectives };
  return within === null
    ? { which: 'all', objectives: [] }
    : { which: 'as good', objectives: [furthest(alternatives, within)] };
}

/** The value of the first objective that is as far from the best as is allowed. */
function furthest(alternatives: AnsweredAlternatives['alternatives'], within: number): ObjectiveValue {
  const first = itemAt(itemAt(alternatives, 0).objectives, 0);
  const value = first.sense === 'minimise' ? first.value + within : Math.max(0, first.value - within);
  return { ...first, value: withoutResidue(value) };
}

function countParts(drawn: Drawn, found: AnsweredAlternatives, within: number | null): readonly Part[] {
  const { total, optimal, distinct: of, alternatives } = found;
  const best = itemAt(alternatives, 0).objectives;
  const objectives = within === null ? [] : [furthest(alternatives, within)];
  const all = total === null ? [] : [{ name: 'how many there are', objectives, number: total }];
  const tied = optimal === null ? [] : [{ name: 'how many are equally good', objectives: best, number: optimal }];
  return [...all, ...tied].map(({ name, ...count }) => ({ name, way: 0, claim: drawn.count({ of, ...count }) }));
}
