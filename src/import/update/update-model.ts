import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { normaliseLineEnds } from '../../read/text/decode-text.js';
import { groupKey } from '../../read/model/group-name.js';
import type { QualificationDraft } from '../draft.js';
import { publishedKeys } from '../published-keys.js';
import type { RuleComparison } from './compare-rule.js';
import type { Known } from './known-model.js';
import { writeRule } from './write-rule.js';

/** A model brought up to a new issue, and what differs besides its units and statements, in words. */
export interface UpdatedModel {
  readonly text: string;
  readonly others: readonly string[];
}

/** What of a new issue goes into the model. */
export interface ModelUpdate {
  readonly draft: QualificationDraft;
  readonly rule: RuleComparison;
  /** The path of the unit table from the model. */
  readonly table: string;
  /** The name of the new issue. */
  readonly from: string;
}

/** Writes a new issue into the text of a model; comments, notes and all that the issue does not speak of stay as they are. */
export function updateModel(known: Known, update: ModelUpdate): UpdatedModel {
  const document = parseDocument(normaliseLineEnds(known.text), { uniqueKeys: false });
  const editor = new Editor(document, known.version);
  const others: string[] = [];
  editor.set(['units'], update.table);
  editor.remove('sheet');
  addGroups(editor, known, update.draft, others);
  writeRule(editor.list('rule'), update.rule, update.from);
  addParameters(editor, known, update);
  setPublished(editor, update.draft, others);
  if (update.draft.noEquivalents && known.specification.equivalentsAccepted) {
    editor.set(['equivalents'], 'none');
    others.push('The new issue rules equivalents out; the model says so now.');
  }
  addSource(editor, update);
  return { text: document.toString({ lineWidth: 0 }), others };
}

type Path = readonly (string | number)[];

/** Writes where a key counts: in the last version of a model that has versions, taking along what it had from the rest. */
class Editor {
  private readonly document: Document;
  private readonly base: Path;

  constructor(document: Document, version: number | null) {
    this.document = document;
    this.base = version === null ? [] : ['versions', version];
  }

  /** The value under a path of keys; undefined without one. */
  get(path: Path): unknown {
    const own = this.document.getIn(this.spelt([...this.base, ...path]));
    return own === undefined ? this.document.getIn(this.spelt(path)) : own;
  }

  set(path: Path, value: unknown): void {
    this.own(path[0]);
    const at = this.spelt([...this.base, ...path]);
    for (let length = 1; length < at.length; length += 1) {
      const above = this.document.getIn(at.slice(0, length), true);
      if (above === undefined || isCollection(above)) continue;
      const kept = plainOf(above, this.document);
      this.document.setIn(at.slice(0, length), this.document.createNode(kept ?? {}));
    }
    this.document.setIn(at, value);
  }

  remove(key: string): void {
    if (this.document.hasIn([...this.base, key])) this.document.deleteIn([...this.base, key]);
  }

  /** A list, with what it stands for in the place of an alias. */
  list(key: string): YAMLSeq {
    this.own(key);
    const node = this.document.getIn([...this.base, key], true);
    if (isSeq(node)) return node;
    const list = this.document.createNode(plainOf(node, this.document) ?? []) as YAMLSeq;
    this.document.setIn([...this.base, key], list);
    return list;
  }

  /** The path with its keys as the file has them: the name of a group may stand there as a figure. */
  private spelt(path: Path): Path {
    return path.reduce<Path>((above, key) => {
      const parent = above.length === 0 ? this.document.contents : this.document.getIn(above, true);
      const found = isMap(parent) ? parent.items.find((pair) => String(pair.key) === String(key))?.key : undefined;
      return [...above, isScalar(found) && typeof found.value === 'number' ? found.value : key];
    }, []);
  }

  /** Takes a key of the rest of the model along into the version that is written. */
  private own(key: string | number | undefined): void {
    if (this.base.length === 0 || key === undefined || this.document.hasIn([...this.base, key])) return;
    const shared = this.document.getIn([key], true);
    if (isNode(shared)) this.document.setIn([...this.base, key], shared.clone());
  }
}

function plainOf(node: unknown, document: Document): unknown {
  return isNode(node) ? node.toJS(document) : null;
}

function addGroups(editor: Editor, { specification }: Known, draft: QualificationDraft, others: string[]): void {
  const known = new Map([...specification.groups].map(([name, title]) => [groupKey(name), title]));
  for (const { name, title } of draft.groups) {
    const before = known.get(groupKey(name));
    if (before === undefined) {
      editor.set(['groups', name], title === '' ? `Group ${name}` : title);
      others.push(`Group ${name} is new.`);
    } else if (title !== '' && before !== title && before !== `Group ${name}`) {
      others.push(`The new issue calls group ${name} '${title}'; the model keeps '${before}'.`);
    }
  }
  const listed = new Set(draft.groups.map(({ name }) => groupKey(name)));
  for (const name of draft.units.length === 0 ? [] : specification.groups.keys()) {
    if (!listed.has(groupKey(name))) others.push(`Group ${name} lists no unit any more; the model still names it.`);
  }
}

/** Thresholds that the new issue leaves open, and that a statement of the model now uses. */
function addParameters(editor: Editor, { specification }: Known, { draft, rule }: ModelUpdate): void {
  const changed = rule.fates.flatMap(({ fate }) => (fate.kind === 'changed' ? [fate.to] : []));
  const words = new Set([...rule.added, ...changed].flatMap(({ text }) => text.split(' ')));
  for (const { name, max, note } of draft.parameters) {
    if (specification.parameters.has(name) || !words.has(name)) continue;
    editor.set(['parameters', name], { min: 0, ...(max === null ? {} : { max: Number(max) }), note });
  }
}

function setPublished(editor: Editor, draft: QualificationDraft, others: string[]): void {
  for (const [path, value] of publishedKeys(draft)) {
    const before = editor.get(['published', ...path]);
    if (before === value) continue;
    editor.set(['published', ...path], value);
    const name = path.join(' ');
    others.push(
      before === undefined
        ? `Published ${name} is new: ${value}.`
        : `Published ${name} was ${JSON.stringify(before)} and is ${value}.`,
    );
  }
}

function addSource(editor: Editor, { draft }: ModelUpdate): void {
  const list = editor.get(['sources']);
  const known = isSeq(list) ? (list.items as YAMLMap[]).map((item) => item.get('document')) : [];
  const fresh = draft.sources.filter((document) => !known.includes(document)).map((document) => ({ document }));
  const before = isSeq(list) ? list.items.length : 0;
  if (!isSeq(list) && fresh.length > 0) editor.set(['sources'], fresh);
  else fresh.forEach((source, at) => editor.set(['sources', before + at], source));
}
