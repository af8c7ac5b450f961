import { checkIdentities } from '../../check/identities.js';
import type { Equivalence } from '../../domain/identity.js';
import { error, type Issue } from '../../domain/issue.js';
import type { Objective } from '../../domain/measure.js';
import { pose } from '../../domain/pose.js';
import type { Problem } from '../../domain/problem.js';
import { failure, success, type Result } from '../../domain/result.js';
import type { Settings } from '../../domain/settings.js';
import type { Specification } from '../../domain/specification.js';
import type { Statement, Threshold } from '../../domain/statement.js';
import { namesOf } from '../../notation/names.js';
import { parseStatement } from '../../notation/parse-statement.js';
import { readAsOf } from '../as-of.js';
import { gather } from '../gather.js';
import { InputError, valueOrThrow } from '../input-error.js';
import type { Library } from '../library.js';
import { isOpenValue, leftOutAsOpen, loadOffered, settingsMeantFor, type Offered, type SetText } from '../offered.js';
import type { Model } from '../../read/model/model-file.js';
import { readSettings } from '../settings.js';
import { chooseVersion } from '../version.js';
import { notForOne, splitForOne } from './for-one.js';

/** One qualification on offer, ready to be computed with. */
export interface OfferedQualification {
  readonly id: string;
  readonly specification: Specification;
  readonly problem: Problem;
}

/** What a provider offers, with units that are one under every reference. */
export interface Provider {
  readonly offered: readonly OfferedQualification[];
  readonly equivalences: readonly Equivalence[];
  readonly issues: readonly Issue[];
  /** Whether a model at hand could not be read and was left out. */
  readonly broken: boolean;
}

/** What is said of the qualifications besides their models. */
export interface ProviderRequest {
  readonly qualifications: Offered;
  readonly set?: SetText;
  readonly also?: readonly string[];
  /** The day on which units are to be started; today where it makes a difference and is not given. */
  readonly asOf?: string;
  readonly objectives: readonly Objective[];
}

/** Opens what a provider offers; throws an InputError with everything that is wrong with it. */
export function openProvider(library: Library, request: ProviderRequest): Provider {
  const { qualifications } = request;
  const loaded = loadOffered(library, qualifications, (file) => versionOf(library.load(file), request));
  const equivalences = valueOrThrow(library.equivalences());
  const specifications = loaded.models.map(({ specification }) => specification);
  const joined = [...equivalences, ...namesOfUnits(specifications)];
  const options = readOptions(request, specifications);
  const posed = specifications.map((specification): Result<OfferedQualification> => {
    const { settings, also } = options(specification.id);
    const day = readAsOf(specification, daysOf(request), undefined);
    if (!day.ok) return day;
    const dated = day.value === undefined ? {} : { asOf: day.value };
    const problem = pose(specification, { settings, also, ...dated, objectives: request.objectives }, joined);
    if (!problem.ok) return problem;
    const { id } = specification;
    return success({ id, specification, problem: problem.value }, [...day.warnings, ...problem.warnings]);
  });
  const { offered, issues } = qualifications === 'all' ? leaveOutOpen(specifications, posed) : everyOne(posed);
  if (offered.length === 0) throw new InputError([...loaded.issues, ...issues, nothingLeft()]);
  const told = checkIdentities(
    offered.map(({ specification }) => specification),
    equivalences,
  );
  return { offered, equivalences: joined, issues: [...loaded.issues, ...issues, ...told], broken: loaded.broken };
}

/** The version of a model that may be started on the day of the request. */
function versionOf(loaded: Result<Model>, request: ProviderRequest): Result<Model> {
  if (!loaded.ok) return loaded;
  const chosen = chooseVersion(loaded.value, daysOf(request));
  return chosen.ok ? success(chosen.value, [...loaded.warnings, ...chosen.warnings]) : chosen;
}

function daysOf({ asOf }: ProviderRequest): { readonly asOf?: string } {
  return asOf === undefined ? {} : { asOf };
}

/** A reference and its URN are one unit wherever either stands, although one table alone says so. */
function namesOfUnits(specifications: readonly Specification[]): readonly Equivalence[] {
  return specifications.flatMap(({ rows }) =>
    rows.flatMap(({ ref, urn, place }): Equivalence[] =>
      urn === null ? [] : [{ unit: ref, other: urn, kind: 'same', basis: 'one row gives both', place }],
    ),
  );
}

interface OwnOptions {
  readonly settings: Settings;
  readonly also: readonly Statement<Threshold>[];
}

/** What options say to each qualification: a setting without an id goes to every one that knows its name. */
function readOptions(
  { set = [], also = [] }: ProviderRequest,
  specifications: readonly Specification[],
): (id: string) => OwnOptions {
  const ids = specifications.map(({ id }) => id);
  const settings = specifications.map((own) => readSettings(settingsMeantFor(own, specifications, set)));
  const statements = also.map((text): Result<readonly [string, Statement<Threshold>]> => {
    const { id, text: own } = splitForOne(text, ids);
    const specification = specifications.find((it) => it.id === id);
    if (specification === undefined) return failure([notForOne('--also', text, ids)]);
    const source = { option: `--also "${text}"` };
    const parsed = parseStatement({ kind: 'line', text: own, source }, namesOf(specification));
    return parsed.ok ? success([specification.id, parsed.value], parsed.warnings) : parsed;
  });
  const read = gather<unknown>([...settings, ...statements]);
  if (!read.ok) throw new InputError(read.issues);
  const own = statements.flatMap((it) => (it.ok ? [it.value] : []));
  return (id) => {
    const mine = settings[ids.indexOf(id)];
    if (mine === undefined || !mine.ok) throw new Error(`${id} was not asked about`);
    return { settings: mine.value, also: own.filter(([to]) => to === id).map(([, statement]) => statement) };
  };
}

interface Posed {
  readonly offered: readonly OfferedQualification[];
  readonly issues: readonly Issue[];
}

function everyOne(posed: readonly Result<OfferedQualification>[]): Posed {
  const all = gather(posed);
  if (!all.ok) throw new InputError(all.issues);
  return { offered: all.value, issues: all.warnings };
}

/** Of all models at hand those with open values are left out and named; anything else that is wrong is told. */
function leaveOutOpen(specifications: readonly Specification[], posed: readonly Result<OfferedQualification>[]): Posed {
  const wrong = posed.flatMap((it) => (it.ok || it.issues.every(isOpenValue) ? [] : it.issues));
  if (wrong.length > 0) throw new InputError(wrong);
  const left = specifications.filter((_, at) => posed[at]?.ok === false);
  return { offered: posed.flatMap((it) => (it.ok ? [it.value] : [])), issues: left.map(leftOutAsOpen) };
}

function nothingLeft(): Issue {
  return error('unknown-qualification', 'No qualification is left to be planned.', { option: '--all' });
}
