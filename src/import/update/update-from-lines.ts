import { error, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import { failure, success, type Result } from '../../domain/result.js';
import type { Statement, Threshold } from '../../domain/statement.js';
import type { Names } from '../../notation/names.js';
import { printStatement } from '../../notation/print-statement.js';
import { readModel } from '../../read/model/model-file.js';
import { buildDraft, type Built } from '../build-draft.js';
import type { SourceDocument } from '../document.js';
import type { QualificationDraft, Remark } from '../draft.js';
import { hiddenIn, isRead, readLines, titleOfFile, withRemarks, type Imported } from '../import-lines.js';
import { reviewLines } from '../review.js';
import { titleKey } from '../survey/headings.js';
import type { ModelChanges } from './changes.js';
import { compareRule, type RuleComparison } from './compare-rule.js';
import { readKnown, type Known, type KnownModel } from './known-model.js';
import { removedRows, reviewOfChanges } from './review-of-changes.js';
import { updateModel } from './update-model.js';
import { sameTable, updateTable } from './update-table.js';

/**
 * Reads lines of documents as a new issue of a model that is there: the model and its table brought up to it, and what
 * changed. `id` is what the new model is called. Errors: a model that cannot be read, and documents in which it is not found.
 *
 * @example
 * ```ts
 * import { readDocument, updateFromLines, valueOrThrow } from 'qualpath';
 *
 * const html = `<h1>Level 2 Award in Baking</h1><p>Learners must achieve at least 3 credits.</p>
 * <table><tr><th>Unit reference<th>Title<th>Level<th>Credit<th>GLH<tr><td>X 1<td>Bread<td>2<td>3<td>24</table>`;
 * const bytes = new TextEncoder().encode(html);
 * const UNITS = 'group,ref,title,level,credit,glh\nA,X 1,Bread,2,3,20\n';
 * const known = {
 *   id: 'baking',
 *   file: 'baking.yaml',
 *   text: 'title: Level 2 Award in Baking\nunits: u.csv\ngroups: { A: Units }\nrule:\n  - at least 2 credits\n',
 *   openUnits: () => ({ file: 'u.csv', text: { ok: true, value: UNITS, warnings: [] } }) as const,
 * };
 * const document = valueOrThrow(await readDocument(bytes, 'html', 'issue-2.html'));
 * const [{ changes }] = valueOrThrow(updateFromLines([document], known)).qualifications;
 * console.log(changes?.units.changed.length); // 2
 * ```
 */
export function updateFromLines(
  documents: readonly SourceDocument[],
  model: KnownModel,
  id: string = model.id,
): Result<Imported> {
  const reading = readKnown(model);
  if (!reading.ok) return reading;
  const known = reading.value;
  const { lines, asides, files, built } = readLines(documents);
  const read = built.filter(isRead).map(({ found }) => {
    const draft = buildDraft(found, titleOfFile(files.join(', ')), files, known.specification.rows);
    return withRemarks(draft, hiddenIn(lines));
  });
  const chosen = choose(read, known);
  if (chosen === null) return failure([notInDocument(read, known, files)]);
  const begins = known.specification.valid?.from ?? 'first';
  // A table that earlier versions share is not theirs to lose.
  const tableId = known.version === null ? id : `${id}-${begins}`;
  const { draft, changes, text, table, decided } = update(chosen.draft, known, { tableId, from: files.join(', ') });
  const others = read.filter((it) => it !== chosen).map(({ draft: { title } }) => leftOut(title));
  const mended = [...draft.remarks, ...others, ...check(text, table, tableId, model)];
  const shown = { ...draft, remarks: mended };
  const review = reviewLines(lines, asides, [{ ...chosen, draft: shown }]);
  return success({
    qualifications: [{ id, tableId, draft: shown, model: text, table, changes }],
    review: [...reviewOfChanges(review, shown, changes, decided), ...removedRows(known, draft)],
  });
}

/** The qualification of a document that has the title of the model, or else most of its units; null where none has either. */
function choose(read: readonly Built[], { specification }: Known): Built | null {
  const key = titleKey(specification.title);
  const named = read.find(({ draft }) => titleKey(draft.title) === key);
  if (named !== undefined) return named;
  const [best] = read.toSorted((one, other) => other.again - one.again);
  return best !== undefined && best.again > 0 ? best : null;
}

function notInDocument(read: readonly Built[], { id, specification }: Known, files: readonly string[]): Issue {
  const titles = read.map(({ draft }) => quote(draft.title)).join(', ');
  const has = read.length === 0 ? 'no table of units and no rule was found in it' : `it is about ${titles}`;
  const message = `This is no issue of ${id} (${quote(specification.title)}): ${has}, and not one unit of the model is listed.`;
  return error('nothing-to-import', message, { file: files.join(', '), line: 1, column: 1 });
}

function leftOut(title: string): Remark {
  return {
    place: null,
    text: `The document is about ${quote(title)} as well, which was left out; update its model by itself.`,
  };
}

interface Updated {
  readonly draft: QualificationDraft;
  readonly changes: ModelChanges;
  readonly text: string;
  readonly table: string;
  readonly decided: RuleComparison['decided'];
}

function update(
  draft: QualificationDraft,
  known: Known,
  { tableId, from }: { tableId: string; from: string },
): Updated {
  const { specification } = known;
  const hasUnits = draft.units.length > 0;
  const table = hasUnits ? updateTable(known, draft.units) : sameTable(known);
  const silent = draft.statements.length === 0 && draft.notUnderstood.every(({ kind }) => kind === 'row');
  const rule = silent ? sameRule(specification.rule) : compareRule(specification.rule, draft, namesAfter(known, draft));
  const rows = draft.notUnderstood.filter(({ kind }) => kind === 'row');
  const to = {
    draft,
    rule: { ...rule, open: [...rows, ...rule.open] },
    table: `../data/${tableId}.csv`,
    from: from.replace(/[()]/g, ''),
  };
  const { text, others } = updateModel(known, to);
  const changes = { of: known.id, units: table.changes, statements: statementChanges(rule), others };
  const remarks = [
    ...draft.remarks,
    ...(known.version === null ? [] : [plain(LAST_VERSION)]),
    ...(hasUnits ? [] : [plain('No table of units was found; the units of the model are as they were.')]),
    ...(silent ? [plain('No sentence of a rule was found; the rule of the model is as it was.')] : []),
    ...table.kept.map((what) => plain(`The new issue prints no ${what}; the model keeps those that it has.`)),
    ...rule.stillOpen.map((it) => plain(`The new issue leaves a figure open; the model keeps '${it}'.`)),
    ...rule.decided.map((it) => ({ place: it.place, text: `'${it.text}' ${DECIDED}` })),
  ];
  return {
    draft: { ...draft, remarks, notUnderstood: openOf(draft, rule) },
    changes,
    text,
    table: table.text,
    decided: rule.decided,
  };
}

const LAST_VERSION = 'The model has versions; the one that begins last was updated, and the others are as they were.';
const DECIDED = 'allows several readings; the model holds one of them already.';

function plain(text: string): Remark {
  return { place: null, text };
}

/** What is still to be looked at: rows, and sentences that the model has not decided on. */
function openOf({ notUnderstood }: QualificationDraft, { open }: RuleComparison): QualificationDraft['notUnderstood'] {
  return [...notUnderstood.filter(({ kind }) => kind === 'row'), ...open];
}

function sameRule(rule: readonly Statement<Threshold>[]): RuleComparison {
  const fates = rule.map((statement) => ({
    text: printStatement(statement),
    fate: { kind: 'same', said: null } as const,
  }));
  return { fates, added: [], open: [], decided: [], stillOpen: [] };
}

function statementChanges({ fates, added }: RuleComparison): ModelChanges['statements'] {
  return {
    added: added.map(({ text }) => text),
    changed: fates.flatMap(({ text, fate }) =>
      fate.kind === 'changed' ? [{ before: text, after: fate.to.text }] : [],
    ),
    unsaid: fates.flatMap(({ text, fate }) =>
      fate.kind === 'unsaid' || fate.kind === 'out' ? [{ statement: text, stands: fate.kind === 'unsaid' }] : [],
    ),
    same: fates.filter(({ fate }) => fate.kind === 'same').length,
  };
}

/** What statements may name once the model is updated. */
function namesAfter({ specification }: Known, { units, groups, parameters }: QualificationDraft): Names {
  return {
    groups: [...new Set([...specification.groups.keys(), ...groups.map(({ name }) => name)])],
    units: (units.length > 0 ? units : specification.rows).map(({ ref, urn }) => ({ ref, urn })),
    columns: [...specification.columns],
    parameters: [...new Set([...specification.parameters.keys(), ...parameters.map(({ name }) => name)])],
  };
}

/** What is wrong with the model as it would be written, to be mended by hand. */
function check(text: string, table: string, tableId: string, model: KnownModel): readonly Remark[] {
  const file = `data/${tableId}.csv`;
  const read = readModel(text, {
    ...model,
    openUnits: (path, named, sheet) =>
      path === `../${file}` ? { file, text: success(table) } : model.openUnits(path, named, sheet),
  });
  if (read.ok) return [];
  return read.issues
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => plain(`The model is to be mended: ${message}`));
}
