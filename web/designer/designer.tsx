import type { JSX } from 'preact';
import { IssueList } from '../parts/sheet-view.js';
import { current, editDraft, titleIn, type Draft } from '../state/document.js';
import type { Engines } from '../state/engines.js';
import { AnswerWords, Wishes } from './answer-words.js';
import { More } from './more.js';
import { RuleEditor } from './rule-editor.js';
import { shownOf, type Shown } from './shown.js';
import { Sliders } from './sliders.js';
import { UnitGrid } from './unit-grid.js';

/** The designer's screen: the rule, the units, and the answer to both. */
export function Designer({ engines }: { engines: Engines }): JSX.Element {
  const draft = current.value;
  if (draft === null) return <p>There is no qualification yet: open a model, or import a document.</p>;
  const shown = shownOf(draft);
  const { answer, old, issues, chosen, prices } = shown;
  return (
    <div class="designer">
      <section class="answer" aria-labelledby="answer-title">
        <h2 id="answer-title">{answer?.title ?? draft.title}</h2>
        <AnswerWords draft={draft} answer={answer} old={old} reproved={shown.reproved} />
        <Wishes draft={draft} />
        <IssueList issues={issues.other} />
      </section>
      <Rule draft={draft} shown={shown} />
      <section class="table" aria-labelledby="units-title">
        <h3 id="units-title">Units</h3>
        <UnitGrid draft={draft} chosen={chosen} prices={prices} issues={issues.cells} old={shown.late} />
      </section>
      <More engines={engines} draft={draft} ready={answer !== null && answer.answer !== null} />
    </div>
  );
}

function Rule({ draft, shown }: { draft: Draft; shown: Shown }): JSX.Element {
  const { answer, old, notes, issues, points, oldPoints } = shown;
  return (
    <section aria-labelledby="rule-title">
      <h3 id="rule-title">Rule of combination</h3>
      {draft.rule === null ? (
        <p>The rule of this model cannot be shown as lines; it stands in the model file below.</p>
      ) : (
        <RuleEditor
          key={draft.id}
          text={draft.rule}
          label="Rule of combination, one statement a line"
          names={answer?.names ?? null}
          notes={notes}
          issues={issues.rule}
          old={old}
          late={shown.late}
          change={setRule}
          latest={latestRule}
        />
      )}
      <Sliders draft={draft} open={answer?.open ?? []} points={points} old={oldPoints} />
      <details>
        <summary>Title, groups and everything else of the model file</summary>
        <textarea
          aria-label="Model file without its rule"
          spellcheck={false}
          rows={14}
          value={draft.before}
          onInput={(event) => setPart('before', event.currentTarget.value)}
        />
        {draft.after.trim() === '' ? null : (
          <textarea
            aria-label="Model file after its rule"
            spellcheck={false}
            rows={8}
            value={draft.after}
            onInput={(event) => setPart('after', event.currentTarget.value)}
          />
        )}
      </details>
    </section>
  );
}

function latestRule(): string {
  return current.peek()?.rule ?? '';
}

function setRule(text: string): void {
  editDraft('rule', (draft) => ({ ...draft, rule: text }));
}

function setPart(part: 'before' | 'after', text: string): void {
  editDraft(part, (draft) => {
    const before = part === 'before' ? text : draft.before;
    const after = part === 'after' ? text : draft.after;
    return { ...draft, before, after, title: titleIn(`${before}\n${after}`, draft.id) };
  });
}
