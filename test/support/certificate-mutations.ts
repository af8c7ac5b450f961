/** A certificate as it is parsed, to be changed in place. */
export interface Parsed {
  format: unknown;
  question: {
    title: string;
    entries: Record<string, unknown>[];
    rule: string[];
  };
  claim: { kind: string; objectives: { sense: string; measure: string; value: unknown }[]; pathways: unknown[][] };
  counters: unknown[];
  proofs: unknown[];
}

/** Draws a whole number from 0 to below `most`. */
export type Draw = (most: number) => number;

type Branch = { at: number; most: number; 0: unknown; 1: unknown };

/** Every part of a proof, with what puts another in its place. */
function nodesOf(parsed: Parsed): { node: unknown; replace: (by: unknown) => void }[] {
  const found: { node: unknown; replace: (by: unknown) => void }[] = [];
  const visit = (node: unknown, replace: (by: unknown) => void): void => {
    found.push({ node, replace });
    if (Array.isArray(node) || typeof node !== 'object' || node === null) return;
    const branch = node as Branch;
    visit(branch[0], (by) => (branch[0] = by));
    visit(branch[1], (by) => (branch[1] = by));
  };
  parsed.proofs.forEach((proof, at) => visit(proof, (by) => (parsed.proofs[at] = by)));
  return found;
}

function leaves(parsed: Parsed): number[][] {
  return nodesOf(parsed).flatMap(({ node }) => (Array.isArray(node) && node.length > 0 ? [node as number[]] : []));
}

function branches(parsed: Parsed): Branch[] {
  return nodesOf(parsed).flatMap(({ node }) => (Array.isArray(node) ? [] : [node as Branch]));
}

function pick<T>(items: readonly T[], draw: Draw): T | undefined {
  return items[draw(Math.max(1, items.length))];
}

/** Ways in which a certificate may be tampered with; one that finds nothing to change leaves all as it is. */
export const MUTATIONS: Readonly<Record<string, (parsed: Parsed, draw: Draw) => void>> = {
  'another value': ({ claim }, draw) => {
    const objective = pick(claim.objectives, draw);
    if (objective !== undefined) objective.value = Math.max(0, Number(objective.value) + draw(9) - 4);
  },
  'the other sense': ({ claim }, draw) => {
    const objective = pick(claim.objectives, draw);
    if (objective !== undefined) objective.sense = objective.sense === 'minimise' ? 'maximise' : 'minimise';
  },
  'another measure': ({ claim }, draw) => {
    const objective = pick(claim.objectives, draw);
    if (objective !== undefined) objective.measure = ['glh', 'units', 'new-glh', 'overlap-units'][draw(4)] ?? 'units';
  },
  'another threshold': ({ question }, draw) => {
    const at = draw(Math.max(1, question.rule.length));
    const sentence = question.rule[at];
    if (sentence !== undefined)
      question.rule[at] = sentence.replace(/\d+/, (figure) => String(Number(figure) + draw(5)));
  },
  'another bound': ({ question }, draw) => {
    const at = draw(Math.max(1, question.rule.length));
    const sentence = question.rule[at];
    const words = ['at least', 'at most', 'exactly', 'more than', 'fewer than'];
    if (sentence !== undefined) {
      question.rule[at] = sentence.replace(/at least|at most|exactly|more than|fewer than/, words[draw(5)] ?? '');
    }
  },
  'a sentence less': ({ question }, draw) => void question.rule.splice(draw(Math.max(1, question.rule.length)), 1),
  'another figure': ({ question }, draw) => {
    const figures = pick(question.entries, draw)?.['figures'] as Record<string, string> | undefined;
    const noun = pick(Object.keys(figures ?? {}), draw);
    if (figures !== undefined && noun !== undefined) figures[noun] = String(Number(figures[noun]) + draw(7));
  },
  'another holding': ({ question }, draw) => {
    const entry = pick(question.entries, draw);
    if (entry !== undefined) entry['achieved'] = entry['achieved'] !== true;
  },
  'another place': ({ question }, draw) => {
    const [entry, other] = [pick(question.entries, draw), pick(question.entries, draw)];
    const field = ['group', 'level', 'identity', 'title'][draw(4)] ?? 'group';
    if (entry !== undefined && other !== undefined) entry[field] = other[field];
  },
  'another pathway': ({ claim, question }, draw) => {
    const pathway = pick(claim.pathways, draw) as number[] | undefined;
    if (pathway === undefined) return;
    const entry = draw(Math.max(1, question.entries.length));
    const at = pathway.indexOf(entry);
    if (at >= 0) pathway.splice(at, 1);
    else pathway.push(entry);
    pathway.sort((a, b) => a - b);
  },
  'another multiple': (parsed, draw) => {
    const leaf = pick(leaves(parsed), draw);
    if (leaf !== undefined) leaf[2 * draw(leaf.length / 2) + 1] = draw(9);
  },
  'another row': (parsed, draw) => {
    const leaf = pick(leaves(parsed), draw);
    if (leaf !== undefined) leaf[2 * draw(leaf.length / 2)] = draw(12);
  },
  'a row less': (parsed, draw) => {
    const leaf = pick(leaves(parsed), draw);
    if (leaf !== undefined) leaf.splice(2 * draw(leaf.length / 2), 2);
  },
  'another branch': (parsed, draw) => {
    const branch = pick(branches(parsed), draw);
    if (branch === undefined) return;
    if (draw(2) === 0) branch.at = draw(14);
    else branch.most = draw(3);
  },
  'the two sides turned round': (parsed, draw) => {
    const branch = pick(branches(parsed), draw);
    if (branch !== undefined) [branch[0], branch[1]] = [branch[1], branch[0]];
  },
  'a part of the tree elsewhere': (parsed, draw) => {
    const nodes = nodesOf(parsed);
    const [from, to] = [pick(nodes, draw), pick(nodes, draw)];
    if (from !== undefined && to !== undefined) to.replace(structuredClone(from.node));
  },
  'another claim': ({ claim }, draw) => {
    claim.kind = ['optimal', 'infeasible', 'complete'][draw(3)] ?? 'optimal';
    if (claim.kind !== 'infeasible') return;
    claim.objectives = [];
    claim.pathways = [];
  },
  'a text for a number': (parsed, draw) => {
    const leaf = pick(leaves(parsed), draw);
    const pathway = pick(parsed.claim.pathways, draw);
    const list: unknown[] | undefined = draw(2) === 0 ? leaf : pathway;
    const at = draw(Math.max(1, list?.length ?? 0));
    if (list !== undefined && list.length > 0) list[at] = ['0', 'length', null, -1, 0.5][draw(5)];
  },
};
