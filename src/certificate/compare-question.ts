import { itemAt } from '../domain/item-at.js';
import { parseMeasure, type Measure } from '../domain/measure.js';
import type { Problem } from '../domain/problem.js';
import { everyWay } from '../domain/using-held.js';
import type { Statement } from '../domain/statement.js';
import { printSentence } from './print-rule.js';
import { printMeasure, questionOf, type CertificateQuestion } from './question.js';
import { readEntry } from './read-entry.js';
import type { Listed, ObjectiveInWords } from './read-claim.js';
import type { ReadCertificate, ReadClaim } from './read-certificate.js';
import type { ReadPlan } from './read-plan.js';

/** The most differences that are told one by one. */
const MOST_TOLD = 5;

/** The same for a plan, which has to be about the problem among others, and all of its conditions. */
export function differencesFromAny(problem: Problem, certificate: ReadCertificate | ReadPlan): readonly string[] {
  if (!('takers' in certificate)) return differencesFrom(problem, certificate);
  const { title } = problem.qualification.specification;
  const own = certificate.takers.find((taker) => taker.title === title);
  if (own === undefined) return [`the plan is not about ${title}`];
  const { rule, listed } = own;
  const objectives = [{ sense: 'minimise' as const, measure: certificate.measure, value: 0 }];
  return differencesFrom(problem, { title, rule, ways: [listed], claims: [{ objectives }] });
}

type Compared = Pick<ReadCertificate, 'title' | 'rule' | 'ways'> & {
  readonly claims: readonly (ReadClaim | { readonly objectives: readonly ObjectiveInWords[] })[];
};

/**
 * In which ways the question of a certificate is not that of a problem, in words; nothing where they are the same. A
 * claim that conditions cannot hold together may be about some of the problem's conditions only; any other is about all.
 */
function differencesFrom(problem: Problem, certificate: Compared): readonly string[] {
  const statements = problem.conditions;
  const sentences = statements.map((statement) => printSentence(problem, statement));
  const isPart = certificate.claims.some((it) => 'kind' in it && it.kind === 'tree' && it.claim.kind === 'infeasible');
  const foreign = certificate.rule.filter((sentence) => !sentences.includes(sentence));
  const missing = isPart ? [] : sentences.filter((sentence) => !certificate.rule.includes(sentence));
  const measures = measuresOf(problem, certificate);
  if (measures === null) return ['it measures something that the model does not have'];
  const looked = isPart ? statements.filter((_, at) => certificate.rule.includes(sentences[at] ?? '')) : statements;
  const { title } = problem.qualification.specification;
  const told = [
    ...(title === certificate.title ? [] : [`the model is called ${title}`]),
    ...foreign.map((sentence) => `the model does not ask for "${sentence}"`),
    ...missing.map((sentence) => `the certificate leaves out "${sentence}"`),
    ...wayDifferences(problem, looked, measures, certificate),
  ];
  return told.length <= MOST_TOLD ? told : [...told.slice(0, MOST_TOLD), `and ${told.length - MOST_TOLD} more`];
}

/** The measures of a certificate, as the model has them; null where it has not. */
function measuresOf(problem: Problem, { claims }: Compared): readonly Measure[] | null {
  const { columns } = problem.qualification.specification;
  const objectives = claims.flatMap((it) => ('objectives' in it ? it.objectives : []));
  const measures = objectives.map(({ measure }) => {
    const plain = measure.replace(/"((?:[^"]|"")*)"/, (_, name: string) => name.replaceAll('""', '"'));
    const parsed = parseMeasure(plain, columns);
    return parsed !== null && printMeasure(parsed) === measure ? parsed : null;
  });
  return measures.every((measure) => measure !== null) ? measures : null;
}

/** What is held has to be used in as many ways, in the same order. */
function wayDifferences(
  problem: Problem,
  looked: readonly Statement[],
  measures: readonly Measure[],
  { ways }: Compared,
): readonly string[] {
  const own = everyWay(problem);
  if (own.length !== ways.length) {
    return [`what is held can be used in ${own.length} ways, and the certificate is about ${ways.length}`];
  }
  const differences = own.flatMap((way, at) => entryDifferences(questionOf(way, looked, measures), itemAt(ways, at)));
  return [...new Set(differences)];
}

/** Entries are compared field by field, in the order of the table. */
function entryDifferences({ entries }: CertificateQuestion, certificate: Listed): readonly string[] {
  if (entries.length !== certificate.entries.length) {
    return [`the model lists ${entries.length} entries and the certificate ${certificate.entries.length}`];
  }
  return entries.flatMap((entry, index) => {
    const [own, other] = [fieldsOf(readEntry(entry, 'entry')), fieldsOf(certificate.entries[index])];
    const differing = [...own.keys()].filter((field) => own.get(field) !== other.get(field));
    return differing.length === 0 ? [] : [`entry ${index + 1} (${entry.ref}) differs in ${differing.join(', ')}`];
  });
}

function fieldsOf(entry: object | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(entry ?? {}).map(([field, value]) => [field, comparable(value)]));
}

function comparable(value: unknown): string {
  if (!(value instanceof Map)) return JSON.stringify(value);
  const pairs = [...value].map(([key, it]) => JSON.stringify([String(key), String(it)]));
  return pairs.sort((a, b) => (a < b ? -1 : 1)).join();
}
