import { computed, signal } from '@preact/signals';
import type { QualificationText, Wishes } from '../engine/protocol.js';
import { joinModel, splitModel, type ModelParts } from '../model/rule-text.js';
import { readCells, writeCells, type UnitTable } from '../model/unit-table.js';

/** A qualification that is being worked on. */
export interface Draft extends ModelParts {
  readonly id: string;
  /** What its model file calls it. */
  readonly title: string;
  readonly table: UnitTable;
  readonly wishes: Wishes;
}

/** What a planner has said of the plan. */
export interface PlannerWishes {
  readonly chosen: readonly string[];
  readonly require: readonly string[];
  readonly exclude: readonly string[];
  readonly maxUnits: string;
  readonly maxGlh: string;
  readonly capacity: string;
  readonly minClass: string;
  readonly cohort: { readonly file: string; readonly text: string } | null;
  /** An earlier plan as JSON. */
  readonly keep: string | null;
}

/** All that the page works on; every edit makes a new one. */
export interface Documents {
  readonly drafts: readonly Draft[];
  readonly current: string;
  readonly equivalences: string;
  readonly held: readonly string[];
  readonly planner: PlannerWishes;
}

/** What is asked besides the rule when nothing has been said. */
export const NO_WISHES: Wishes = { set: {}, require: [], exclude: [], achieved: [] };

/** What a planner has said when nothing has been said. */
export const NO_PLAN: PlannerWishes = {
  chosen: [],
  require: [],
  exclude: [],
  maxUnits: '',
  maxGlh: '',
  capacity: '',
  minClass: '',
  cohort: null,
  keep: null,
};

const NOTHING: Documents = { drafts: [], current: '', equivalences: '', held: [], planner: NO_PLAN };
const MOST_STEPS = 500;
/** Edits of one thing that follow within so many milliseconds are undone together. */
const ONE_EDIT = 800;

interface Step {
  readonly before: Documents;
  readonly what: string;
  readonly at: number;
}

/** The state of the page. */
export const documents = signal<Documents>(NOTHING);
const done = signal<readonly Step[]>([]);
const undone = signal<readonly Documents[]>([]);

/** The qualification at hand; null where there is none. */
export const current = computed(
  () => documents.value.drafts.find(({ id }) => id === documents.value.current) ?? documents.value.drafts[0] ?? null,
);
export const canUndo = computed(() => done.value.length > 0);
export const canRedo = computed(() => undone.value.length > 0);

/** Changes the state so that it can be undone; `what` names what is edited. */
export function edit(what: string, change: (before: Documents) => Documents, now = performance.now()): void {
  const before = documents.peek();
  const after = change(before);
  if (after === before) return;
  const last = done.peek().at(-1);
  const goesOn = last?.what === what && now - last.at < ONE_EDIT;
  done.value = goesOn
    ? [...done.peek().slice(0, -1), { ...last, at: now }]
    : [...done.peek().slice(-MOST_STEPS), { before, what, at: now }];
  undone.value = [];
  documents.value = after;
}

/** Changes the qualification at hand. */
export function editDraft(what: string, change: (before: Draft) => Draft): void {
  const draft = current.peek();
  if (draft === null) return;
  edit(`${draft.id} ${what}`, (before) => ({
    ...before,
    drafts: before.drafts.map((it) => (it === draft ? change(it) : it)),
  }));
}

/** Takes the last edit back. */
export function undo(): void {
  const last = done.peek().at(-1);
  if (last === undefined) return;
  done.value = done.peek().slice(0, -1);
  undone.value = [...undone.peek(), documents.peek()];
  documents.value = last.before;
}

/** Makes an edit again that was taken back. */
export function redo(): void {
  const last = undone.peek().at(-1);
  if (last === undefined) return;
  undone.value = undone.peek().slice(0, -1);
  done.value = [...done.peek(), { before: documents.peek(), what: 'redo', at: 0 }];
  documents.value = last;
}

/** Begins anew with a state. */
export function begin(state: Documents): void {
  done.value = [];
  undone.value = [];
  documents.value = state;
}

/** A qualification from its texts, which are taken apart when it is first looked into. */
export function draftOf({ id, model, units }: QualificationText, wishes: Wishes = NO_WISHES): Draft {
  let parts: ModelParts | null = null;
  let table: UnitTable | null = null;
  const split = (): ModelParts => (parts ??= splitModel(model));
  return {
    id,
    title: titleIn(model, id),
    wishes,
    get before() {
      return split().before;
    },
    get rule() {
      return split().rule;
    },
    get after() {
      return split().after;
    },
    get table() {
      return (table ??= readCells(units));
    },
  };
}

/** The texts of a qualification. */
export function textOf(draft: Draft): QualificationText {
  return { id: draft.id, model: joinModel(draft), units: writeCells(draft.table) };
}

/** What a model file calls its qualification; its id where it has no title. */
export function titleIn(model: string, id: string): string {
  const line = /^title:[ \t]*(\S.*)$/m.exec(model)?.[1]?.trim() ?? '';
  const title = /^(["'])(.*)\1$/.exec(line)?.[2] ?? line;
  return title === '' ? id : title;
}

/** Adds qualifications; one of the same id is replaced. The first of them becomes the one at hand. */
export function addDrafts(texts: readonly QualificationText[]): void {
  const [first] = texts;
  if (first === undefined) return;
  const drafts = texts.map((it) => draftOf(it));
  const ids = new Set(texts.map(({ id }) => id));
  edit('open', (before) => ({
    ...before,
    drafts: [...before.drafts.filter(({ id }) => !ids.has(id)), ...drafts],
    current: first.id,
  }));
}
