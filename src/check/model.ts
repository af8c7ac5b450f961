import type { IsoDate } from '../domain/date.js';
import type { Equivalence } from '../domain/identity.js';
import { dependsOnHoldings } from '../domain/fold.js';
import { note, warning, type Issue } from '../domain/issue.js';
import { quote } from '../domain/quote.js';
import { pose } from '../domain/pose.js';
import type { Settings } from '../domain/settings.js';
import type { Place } from '../domain/source.js';
import { figureWord, type OpenFigure } from '../domain/needed.js';
import { openNames } from '../domain/open-names.js';
import { sayUnknown } from '../domain/unknown-figures.js';
import type { Specification } from '../domain/specification.js';
import { printStatement } from '../notation/print-statement.js';
import { checkGroups } from './groups.js';
import { checkFigures, checkGroupTotals, hasPublishedFigures, noteUnchecked } from './published.js';
import { checkRule, findBeyondHoldings, type RuleCheck } from './rule.js';
import { dependsOn, scopeOf, type CheckScope } from './scope.js';
import { checkVersions } from './versions.js';
import type { Means } from '../methods/means.js';
import { comparePrinted } from '../questions/published.js';
import { findRange } from '../questions/range.js';

/** Where names and keys of a model stand, for issues that are about them. */
export interface CheckPlaces {
  readonly groups: ReadonlyMap<string, Place>;
  readonly published: ReadonlyMap<string, Place>;
  readonly groupTotals: ReadonlyMap<string, Place>;
  readonly groupRequired: ReadonlyMap<string, Place>;
}

/** What a check is given besides the model: values for open names, and the equivalences table. */
export interface CheckInputs {
  readonly settings: Settings;
  readonly equivalences: readonly Equivalence[];
  /** The day as of which units are looked at; all of them without. */
  readonly asOf?: IsoDate;
}

/**
 * Everything that can be said about a model that has been read: printed figures against computed ones, groups that no
 * statement looks at, and what can be proved about its rule. While values are open, statements that depend on them are
 * left out of the proofs, and a note says so.
 */
export async function checkModel(
  specification: Specification,
  places: CheckPlaces,
  inputs: CheckInputs,
  means: Means,
): Promise<RuleCheck> {
  const shapes = [
    ...checkGroupTotals(specification, places.groupTotals),
    ...checkVersions(specification, inputs.equivalences),
    ...checkGroups(specification, places.groups, inputs.equivalences),
    ...noteOpenNames(specification, inputs.settings),
  ];
  const scope = scopeOf(specification, inputs.settings);
  const posed = pose(scope.specification, { settings: scope.settings, ...dated(inputs) }, inputs.equivalences);
  if (!posed.ok) return { issues: [...shapes, ...posed.issues], complete: true };
  const { issues, complete } = await checkRule(posed.value, means);
  const impossible = checkAboutLearner(scope, inputs);
  const titles = await findNeverEarned(scope, inputs, means);
  const figures = await compareFigures(specification, places, inputs, means);
  return {
    issues: [...shapes, ...impossible, ...issues, ...titles.issues, ...figures],
    complete: complete && titles.complete,
  };
}

/** A warning for each title that no pathway earns, as far as nothing about it is open; the rule itself can be met. */
async function findNeverEarned(
  { specification, settings, open }: CheckScope,
  inputs: CheckInputs,
  { oracle }: Means,
): Promise<RuleCheck> {
  const names = new Set(open);
  const issues: Issue[] = [];
  let complete = true;
  for (const [title, statements] of specification.titles) {
    const asked = statements.filter((it) => !dependsOn(it, names, specification.rows) && !dependsOnHoldings(it));
    const posed = pose(specification, { settings, also: asked, ...dated(inputs) }, inputs.equivalences);
    if (!posed.ok || (await oracle(posed.value, posed.value.qualification.rule)) === 'impossible') continue;
    const possibility = await oracle(posed.value, posed.value.conditions);
    complete &&= possibility !== 'unsettled';
    if (possibility !== 'impossible') continue;
    const message = `No pathway earns the title ${quote(title)}: what it asks for cannot hold together with the rule.`;
    issues.push(warning('title-never-earned', message, statements[0]?.source ?? null));
  }
  return { issues, complete };
}

function dated({ asOf }: CheckInputs): { readonly asOf?: IsoDate } {
  return asOf === undefined ? {} : { asOf };
}

/** Statements about what a learner holds, looked at for one who holds everything. */
function checkAboutLearner(
  { specification, settings, aboutLearner }: CheckScope,
  inputs: CheckInputs,
): readonly Issue[] {
  const posed = pose({ ...specification, rule: aboutLearner }, { settings }, inputs.equivalences);
  if (!posed.ok) return [];
  return findBeyondHoldings({ ...posed.value, achieved: posed.value.entries.map(() => true) });
}

/**
 * A note for each open value that statements wait for, and one for each kind of figure that is open and nothing waits
 * for: most tables lack some of these altogether.
 */
function noteOpenNames(specification: Specification, settings: Settings): Issue[] {
  const { open } = scopeOf(specification, settings);
  const declared = new Map(openNames(specification).map((it) => [it.name, it]));
  const idle = new Map<string, OpenFigure[]>();
  const needed = open.flatMap((name): Issue[] => {
    const it = declared.get(name);
    const waiting = specification.rule.filter((one) => dependsOn(one, new Set([name]), specification.rows));
    if (waiting.length === 0 && it !== undefined && 'quantity' in it) {
      const word = figureWord(it.quantity);
      idle.set(word, [...(idle.get(word) ?? []), it]);
      return [];
    }
    const statements = waiting.map((statement) => `'${printStatement(statement)}'`).join(', ');
    const text = waiting.length === 0 ? 'no statement depends on it' : `nothing is proved yet about ${statements}`;
    return [note('open-value', `${name} is open until --set gives it; ${text}.`, it?.place ?? null)];
  });
  return [...needed, ...[...idle].map(([word, figures]) => noteIdle(word, figures, specification))];
}

function noteIdle(word: string, figures: readonly OpenFigure[], { rows }: Specification): Issue {
  const [first] = figures;
  if (first === undefined) throw new RangeError('a kind of open figure has none');
  const text =
    figures.length === 1
      ? `${first.name} is open until --set gives it; no statement depends on it.`
      : `${sayUnknown(word, figures, rows)}; no statement depends on that.`;
  return note('open-value', text, first.place);
}

/** Printed figures need every value; where there is no pathway, other issues say so. */
async function compareFigures(
  specification: Specification,
  places: CheckPlaces,
  inputs: CheckInputs,
  means: Means,
): Promise<readonly Issue[]> {
  const { published } = specification;
  if (!hasPublishedFigures(published)) return [];
  const posed = pose(specification, { settings: inputs.settings, ...dated(inputs) }, inputs.equivalences);
  if (!posed.ok) return noteUnchecked(published, places.published, places.groupRequired);
  const range = await findRange(posed.value, { ...means, confirmers: [] });
  if (range.status !== 'answered') return [];
  const printed = await comparePrinted(posed.value, range, published, { ...means, confirmers: [] });
  return checkFigures(printed, places.published, places.groupRequired);
}
