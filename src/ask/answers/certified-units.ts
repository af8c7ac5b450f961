import { Drawn } from '../../certificate/diagram-claims.js';
import { makeCertificate, type Part } from '../../certificate/make-certificate.js';
import { itemAt } from '../../domain/item-at.js';
import { everyWay } from '../../domain/using-held.js';
import { findUnitPrices, type AnsweredPrices } from '../../questions/unit-prices.js';
import type { UnitsAnswerDocument } from '../../report/documents/units.js';
import type { Asked } from '../asked.js';
import { certifyUnanswered, withCertificate, type CertifiedAnswer } from './certificates.js';
import { unitsAnswer, type UnitsWanted } from './units.js';

/** What every unit costs, with a certificate of the best figures with it and without it, and of its share. */
export async function answerCertifiedUnits(
  asked: Asked,
  wanted: UnitsWanted,
): Promise<CertifiedAnswer<UnitsAnswerDocument>> {
  const { problem, objectives, means } = asked;
  const found = await findUnitPrices(problem, objectives, means.forMany);
  if (found.status !== 'answered') return certifyUnanswered(asked, found);
  const parts = partsOf(asked, found);
  return withCertificate(unitsAnswer(asked, found, wanted), makeCertificate(problem, problem.conditions, parts));
}

function partsOf({ problem, objectives, means }: Asked, found: AnsweredPrices): readonly Part[] {
  const ways = everyWay(problem);
  const drawn = ways.map((way) => new Drawn(way, means.forMany.store.of(way)));
  const valued = objectives.map((objective, at) => ({ ...objective, value: itemAt(found.optimum, at) }));
  // Where what is held can be used in several ways, each has prices of its own, of which the answer tells the best.
  const prices = ways.length === 1 ? found.units.map((it) => ({ with: it.with, without: it.without })) : null;
  const priced = ways.map((_, way): Part => {
    const claim =
      found.limit === null
        ? itemAt(drawn, way).prices({ objectives: valued, prices })
        : { kind: 'not claimed' as const, why: 'a limit kept some of them from being told' };
    return { name: 'what units cost', way, claim };
  });
  if (found.units.some(({ share }) => share === null)) return priced;
  return [...priced, { name: 'the shares of units', way: 0, claim: itemAt(drawn, 0).shares(found.distinct) }];
}
