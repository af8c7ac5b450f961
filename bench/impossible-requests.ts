/**
 * Certifies that impossible requests to the shipped qualifications are impossible: fewer hours than the least, and each
 * unit left out that every pathway counts.
 *
 *     npm run bench:impossible
 */
import { openShipped } from '../src/node/open.js';
import type { Question } from '../src/ask/question.js';

const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  'level-1-certificate-customer-service': [],
  'level-2-diploma-customer-service': [
    'a-credits=20',
    'B&A 38.credit=5',
    'B&A 38.glh=40',
    'c-minimum=15',
    'd-maximum=25',
  ],
  'level-3-diploma-customer-service': [
    'a-credits=26',
    'B&A 38.credit=10',
    'B&A 38.glh=74',
    'b-minimum=15',
    'c-minimum=5',
  ],
  'level-4-diploma-customer-service': [],
  'ocr-level-3-diploma-customer-service': [],
};
const FEWER = 22;

let [asked, certified, largest] = [0, 0, 0];
for (const [id, set] of Object.entries(SETTINGS)) {
  const session = openShipped(id);
  const prices = await session.units({ set });
  if (!('optimum' in prices)) throw new Error(`${id} has a pathway`);
  const forced = prices.units.filter(({ status }) => status === 'forced').map(({ ref }) => ref);
  const least = prices.optimum ?? 0;
  const requests: readonly Question[] = [
    ...Array.from({ length: FEWER }, (_, at) => ({ also: [`at most ${least - 1 - at} GLH`] })),
    ...[...new Set(forced)].map((ref) => ({ exclude: [ref] })),
  ];
  for (const request of requests) {
    const { document, certificate } = await session.answers.certified({ ...request, set });
    if (document.status !== 'infeasible') throw new Error(`${id}: ${JSON.stringify(request)} is ${document.status}`);
    asked += 1;
    certified += certificate === null ? 0 : 1;
    const proofs = certificate === null ? '' : JSON.stringify((JSON.parse(certificate) as { proofs: unknown }).proofs);
    largest = Math.max(largest, proofs.length);
    if (certificate === null) console.log(`${id}, ${JSON.stringify(request)}: ${JSON.stringify(document.certificate)}`);
  }
}
console.log(`${certified} of ${asked} impossible requests certified; the largest proof has ${largest} bytes`);
