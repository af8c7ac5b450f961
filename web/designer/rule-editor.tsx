import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Annotation, EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, keymap, lineNumbers, WidgetType, type DecorationSet } from '@codemirror/view';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RuleNames } from '../engine/protocol.js';

/** What is said at the end of a line. */
export interface LineNote {
  /** From 0. */
  readonly line: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad' | 'quiet';
}

/** A squiggle under part of a line, from a column to its end. */
export interface LineIssue {
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

interface Props {
  readonly text: string;
  readonly label: string;
  readonly names: RuleNames | null;
  readonly notes: readonly LineNote[];
  readonly issues: readonly LineIssue[];
  /** Whether the notes are of an older text. */
  readonly old: boolean;
  readonly late: boolean;
  readonly change: (text: string) => void;
  /** The text as it is now, which may be newer than the one that is drawn. */
  readonly latest: () => string;
}

/** Marks a text that comes from elsewhere in the page, as when an edit is undone. */
const FROM_OUTSIDE = Annotation.define<boolean>();

class NoteWidget extends WidgetType {
  readonly note: LineNote;

  constructor(note: LineNote) {
    super();
    this.note = note;
  }

  override eq(other: NoteWidget): boolean {
    return other.note.text === this.note.text && other.note.tone === this.note.tone;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = `note ${this.note.tone}`;
    element.textContent = this.note.text;
    return element;
  }
}

const showNotes = StateEffect.define<readonly LineNote[]>();

const notesField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    let now = shown.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(showNotes)) now = decorate(transaction.state, effect.value);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(state: EditorState, notes: readonly LineNote[]): DecorationSet {
  const ranges = notes.flatMap((note) => {
    if (note.line >= state.doc.lines) return [];
    const line = state.doc.line(note.line + 1);
    const widget = Decoration.widget({ widget: new NoteWidget(note), side: 1 }).range(line.to);
    return note.tone === 'bad' ? [Decoration.line({ class: 'in-conflict' }).range(line.from), widget] : [widget];
  });
  return Decoration.set(ranges, true);
}

/** Comments stand back behind what is meant. */
const comments = EditorView.decorations.compute(['doc'], (state) => {
  const lines = Array.from({ length: state.doc.lines }, (_, at) => state.doc.line(at + 1));
  const marked = lines.filter(({ text }) => text.trimStart().startsWith('#'));
  return Decoration.set(marked.map(({ from }) => Decoration.line({ class: 'comment' }).range(from)));
});

const STARTS = [
  'at least',
  'at most',
  'exactly',
  'between',
  'more than',
  'fewer than',
  'all units from',
  'no units from',
  'any of:',
  'all of:',
  'none of:',
  'at most one of units',
  'all or none of units',
  'any unit from',
];
const LATER = [
  'credits',
  'units',
  'GLH',
  'from',
  'at level',
  'or above',
  'or below',
  'of credits',
  'are',
  'and',
  'or',
  'except',
  'need',
  'need unit',
  'of each title',
  'of groups',
  'do not count',
  'are achieved already',
];

/** Offers the words of the notation, and groups and units with their titles. */
function complete(names: () => RuleNames | null) {
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const typed = before.trimStart().toLowerCase();
    const begun = STARTS.filter((start) => start.startsWith(typed));
    if (begun.length > 0 && (typed !== '' || context.explicit)) {
      const options = begun.map((label) => ({ label, type: 'keyword' }));
      return { from: context.pos - typed.length, options, validFor: /^[\p{L} :]*$/u };
    }
    const word = context.matchBefore(/[\p{L}\p{N}&/:.-]+$/u);
    if (word === null && !context.explicit) return null;
    const from = word?.from ?? context.pos;
    const known = names();
    const words = LATER.map((label) => ({ label, type: 'keyword' }));
    const groups = (known?.groups ?? []).map(({ name, title }) => ({
      label: name,
      detail: title,
      type: 'class',
      boost: 1,
    }));
    const units = (known?.units ?? []).map(({ ref, title }) => ({ label: ref, detail: title, type: 'constant' }));
    const open = (known?.open ?? []).map((label) => ({ label, detail: 'open value', type: 'variable' }));
    return {
      from,
      options: [...words, ...groups, ...open, ...units],
      validFor: /^[\p{L}\p{N}&/:. -]*$/u,
    };
  };
}

/** The rule as text: one statement a line, with where each stands beside it. */
export function RuleEditor({
  text,
  label,
  names,
  notes,
  issues,
  old,
  late,
  change,
  latest: given,
}: Props): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latestProps = { names, change, latest: given };
  const latest = useRef(latestProps);
  latest.current = latestProps;

  useEffect(() => {
    if (place.current === null) return;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          keymap.of(defaultKeymap),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
          autocompletion({ override: [complete(() => latest.current.names)] }),
          lintGutter(),
          notesField,
          comments,
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((it) => it.annotation(FROM_OUTSIDE) === true)) {
              latest.current.change(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    // What was typed since this was drawn is in the state already, and must not be taken back.
    const now = latest.current.latest();
    const shown = view.current;
    if (shown === null || shown.state.doc.toString() === now) return;
    shown.dispatch({
      changes: { from: 0, to: shown.state.doc.length, insert: now },
      annotations: FROM_OUTSIDE.of(true),
    });
  }, [text]);

  useEffect(() => {
    const shown = view.current;
    if (shown === null || old) return;
    shown.dispatch({ effects: showNotes.of(notes) });
    shown.dispatch(
      setDiagnostics(
        shown.state,
        issues.flatMap((issue) => diagnosticOf(shown.state, issue)),
      ),
    );
  }, [notes, issues, old]);

  return <div ref={place} class={late ? 'rule-editor old' : 'rule-editor'} />;
}

function diagnosticOf(state: EditorState, { line, column, severity, message }: LineIssue): Diagnostic[] {
  if (line >= state.doc.lines) return [];
  const { from, to, text } = state.doc.line(line + 1);
  const start = Math.min(to, from + Math.max(column, text.length - text.trimStart().length));
  const word = /^\S+/.exec(state.doc.sliceString(start, to))?.[0].length ?? 0;
  const end = word === 0 ? to : start + word;
  return [{ from: word === 0 && start === to ? from : start, to: Math.max(end, start), severity, message }];
}
