import type { Diagram } from './check-diagram.js';
import type { ListedEntry } from './listed-entry.js';
import { readIndices, readTreeClaim, type Listed, type TreeClaim } from './read-claim.js';
import { DIAGRAM_KINDS, readDiagramClaim, type DiagramClaim } from './read-diagram-claims.js';
import { parseJson } from './parse-json.js';
import { readDiagram } from './read-diagram.js';
import { listedOf, readQuestion } from './read-question.js';
import { roomForSums } from './read-rule.js';
import { arrayOf, objectOf, recordOf, wholeOf } from './shape.js';

/** The names of the formats: one claim with its proofs, and several claims of one question. */
export const FORMAT = 'qualpath-certificate-1';
export const SEVERAL = 'qualpath-certificates-1';

/** Any claim, and in which way of using what is held. */
export type ReadClaim = (TreeClaim | DiagramClaim) & { readonly way: number };

/** A certificate that has been read: what is to be checked, and the words that it is about. */
export interface ReadCertificate {
  readonly title: string;
  readonly rule: readonly string[];
  /** The units, for each way of using what is held; the ways differ in what is achieved only. */
  readonly ways: readonly Listed[];
  readonly claims: readonly ReadClaim[];
}

/** The most ways of using what is held. */
const MOST_WAYS = 64;

/**
 * Reads the text of a certificate. Throws a SyntaxError, which says where, for anything that is not exactly of the
 * format: a number that is a text, an entry that does not exist, a sentence that goes on differently.
 */
export function readCertificate(text: string): ReadCertificate {
  return readWhole(parseJson(text));
}

/** The same for a text that has been parsed. */
export function readWhole(whole: unknown): ReadCertificate {
  const { format } = recordOf(whole, 'the certificate');
  if (format === FORMAT) return readOne(whole);
  if (format === SEVERAL) return readSeveral(whole);
  throw new SyntaxError(`the format is neither ${FORMAT} nor ${SEVERAL}`);
}

function readOne(value: unknown): ReadCertificate {
  const { question, claim, ...proof } = objectOf(value, 'the certificate', [
    'format',
    'question',
    'claim',
    'counters',
    'proofs',
  ]);
  const { title, rule, listed } = readQuestion(question);
  return { title, rule, ways: [listed], claims: [{ way: 0, ...readTreeClaim(claim, proof, listed) }] };
}

function readSeveral(value: unknown): ReadCertificate {
  const whole = objectOf(value, 'the certificate', ['format', 'question', 'ways', 'diagrams', 'claims']);
  const room = roomForSums();
  const { title, rule, listed } = readQuestion(whole.question, room);
  const { entries } = listed;
  const others = arrayOf(whole.ways, 'ways', (held, place) => readIndices(held, place, entries.length));
  if (others.length >= MOST_WAYS)
    throw new SyntaxError(`more than ${MOST_WAYS} ways of using what is held are not read`);
  const heldIn = (held: readonly number[]): readonly ListedEntry[] =>
    entries.map((entry, index) => ({ ...entry, achieved: held.includes(index) }));
  const ways = [listed, ...others.map((held) => listedOf(heldIn(held), rule, room))];
  const diagrams = arrayOf(whole.diagrams, 'diagrams', (it, place) => readDiagram(it, place, entries.length));
  const claims = arrayOf(whole.claims, 'claims', (it, at) => readClaim(it, at, ways, diagrams));
  return { title, rule, ways, claims: withinReason(claims) };
}

/** The most arcs that claims are about, those of one diagram as often as there are claims along it. */
const MOST_ARCS = 200_000_000;

function arcsOf({ arcs }: Diagram): number {
  return arcs.reduce((sum, level) => sum + level.length, 0);
}

function withinReason(claims: readonly ReadClaim[]): readonly ReadClaim[] {
  const arcs = claims.reduce((sum, it) => sum + ('diagram' in it ? arcsOf(it.diagram) : 0), 0);
  if (arcs > MOST_ARCS) throw new SyntaxError(`more than ${MOST_ARCS} arcs of claims along diagrams are not read`);
  return claims;
}

function readClaim(value: unknown, place: string, ways: readonly Listed[], diagrams: readonly Diagram[]): ReadClaim {
  const { kind, way: at } = recordOf(value, place);
  const way = wholeOf(at, `${place}.way`, ways.length - 1);
  const listed = ways[way];
  if (listed === undefined) throw new SyntaxError(`${place} is about no way`);
  const along = DIAGRAM_KINDS.find((it) => it === kind);
  if (along !== undefined) return { way, ...readDiagramClaim(along, value, place, diagrams, listed) };
  const {
    counters,
    proofs,
    way: _,
    ...claim
  } = objectOf(value, place, ['kind', 'way', 'objectives', 'pathways', 'counters', 'proofs']);
  return { way, ...readTreeClaim(claim, { counters, proofs }, listed) };
}
