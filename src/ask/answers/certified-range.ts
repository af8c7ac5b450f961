import { Drawn } from '../../certificate/diagram-claims.js';
import { makeCertificate, type Certified, type Part } from '../../certificate/make-certificate.js';
import { everyWay } from '../../domain/using-held.js';
import { itemAt } from '../../domain/item-at.js';
import { findRange, type Range } from '../../questions/range.js';
import { rangeLines, type RangeAnswerDocument } from '../../report/documents/range.js';
import type { Asked } from '../asked.js';
import { bestParts, certifyUnanswered, withCertificate, type CertifiedAnswer } from './certificates.js';
import { rangeAnswer, type RangeWanted } from './range.js';

/** The range with a certificate: a proof for each figure, and the diagram of the rule for the number of pathways. */
export async function answerCertifiedRange(
  asked: Asked,
  wanted: RangeWanted,
  ofTitle: boolean,
): Promise<CertifiedAnswer<RangeAnswerDocument>> {
  const { problem, means } = asked;
  const range = await findRange(problem, means.forMany);
  if (range.status !== 'answered') return certifyUnanswered(asked, range);
  const answer = await rangeAnswer(asked, range, wanted, ofTitle);
  return withCertificate(answer, certifyRange(asked, range));
}

/** The certificate of a range that was found. */
export function certifyRange(asked: Asked, range: Range): Certified {
  const { problem } = asked;
  return makeCertificate(problem, problem.conditions, partsOf(asked, range));
}

function partsOf({ problem, means }: Asked, range: Range): readonly Part[] {
  const figures = rangeLines(range).filter(({ field }) => !field.startsWith('tqt.'));
  const best = figures.flatMap(({ name, figure: { witness, objectives } }) =>
    bestParts(problem, name, { pathway: witness, objectives }),
  );
  return [...best, { name: 'the number of pathways', way: 0, claim: countOf() }];

  function countOf(): Part['claim'] {
    if (range.pathways === null) return { kind: 'not claimed', why: 'it is not known' };
    const first = itemAt(everyWay(problem), 0);
    const drawn = new Drawn(first, means.forMany.store.of(first));
    return drawn.count({ objectives: [], of: range.distinct, number: range.pathways });
  }
}
