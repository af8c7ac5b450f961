import type { JSX } from 'preact';
import { saveFile } from '../parts/dom.js';
import { IssueList, SheetView } from '../parts/sheet-view.js';
import { readRefs } from '../tutor/tutor.js';
import { documents, type Documents } from '../state/document.js';
import type { Engines } from '../state/engines.js';
import {
  chosenOf,
  dropCohort,
  findOverlap,
  findPlan,
  has,
  overlap,
  plan,
  progressWords,
  refused,
  running,
  seconds,
  setPlanner,
  takeCohort,
  toggleChosen,
  toggleWish,
} from './plan-state.js';

/** The planner's screen: one plan for several qualifications and their learners. */
export function Planner({ engines }: { engines: Engines }): JSX.Element {
  const state = documents.value;
  const { planner } = state;
  const chosen = chosenOf(state);
  return (
    <div class="planner">
      <section aria-labelledby="offer-title">
        <h2 id="offer-title">What is offered</h2>
        <fieldset class="ticks">
          <legend>Qualifications to plan for</legend>
          {state.drafts.map((draft) => (
            <label key={draft.id}>
              <input type="checkbox" checked={chosen.includes(draft)} onChange={() => toggleChosen(draft.id)} />{' '}
              {draft.title}
            </label>
          ))}
        </fieldset>
        <div class="fields">
          <Field
            name="require"
            label="Deliver anyway"
            hint="references, commas between them"
            value={planner.require.join(', ')}
            set={(text) => setPlanner('require', readRefs(text))}
          />
          <Field
            name="exclude"
            label="Leave out"
            hint="references, commas between them"
            value={planner.exclude.join(', ')}
            set={(text) => setPlanner('exclude', readRefs(text))}
          />
          <Field
            name="maxUnits"
            label="Most units"
            value={planner.maxUnits}
            number
            set={(text) => setPlanner('maxUnits', text)}
          />
          <Field
            name="maxGlh"
            label="Most hours"
            value={planner.maxGlh}
            number
            set={(text) => setPlanner('maxGlh', text)}
          />
          <Field
            name="capacity"
            label="Learners a run, most"
            value={planner.capacity}
            number
            set={(text) => setPlanner('capacity', text)}
          />
          <Field
            name="minClass"
            label="Learners a run, fewest"
            value={planner.minClass}
            number
            set={(text) => setPlanner('minClass', text)}
          />
          <Field
            name="seconds"
            label="Seconds for the search"
            value={seconds.value}
            number
            set={(text) => {
              seconds.value = text;
            }}
          />
        </div>
        <div class="drop" onDragOver={(event) => event.preventDefault()} onDrop={(event) => void dropCohort(event)}>
          <label for="cohort-file">Learners (CSV with learner, qualification, ref); a file can be dropped here</label>{' '}
          <input
            id="cohort-file"
            type="file"
            accept=".csv,.ndjson,.txt"
            onChange={(event) => void takeCohort(event.currentTarget.files?.[0])}
          />
          {refused.value === null ? null : (
            <p class="bad" role="alert">
              {refused.value}
            </p>
          )}
          {planner.cohort === null ? null : (
            <p>
              Planning for the learners of {planner.cohort.file}.{' '}
              <button type="button" onClick={() => setPlanner('cohort', null)}>
                Plan without learners
              </button>
            </p>
          )}
        </div>
        {planner.keep === null ? null : (
          <p>
            As little as possible changes from the plan that is kept.{' '}
            <button type="button" onClick={() => setPlanner('keep', null)}>
              Let go of it
            </button>
          </p>
        )}
        <p class="buttons">
          <button
            type="button"
            class="main"
            disabled={running.value !== null || chosen.length === 0}
            onClick={() => void findPlan(engines)}
          >
            Find the plan
          </button>
          <button
            type="button"
            disabled={running.value !== null || chosen.length < 2}
            onClick={() => void findOverlap(engines)}
          >
            What they share
          </button>
          {running.value === null ? null : (
            <button type="button" onClick={() => engines.planner.stop()}>
              Stop with the best so far
            </button>
          )}
        </p>
        <p role="status">{running.value === null ? '' : progressWords(running.value.progress)}</p>
      </section>
      <section aria-labelledby="plan-title">
        <h2 id="plan-title">The plan</h2>
        <PlanView state={state} />
        {overlap.value === null ? null : (
          <div class={overlap.value.of === state ? '' : 'old'}>
            <h2>What they share</h2>
            <IssueList issues={overlap.value.answer.issues} />
            {overlap.value.answer.sheet === null ? null : <SheetView sheet={overlap.value.answer.sheet} />}
          </div>
        )}
      </section>
    </div>
  );
}

function PlanView({ state }: { state: Documents }): JSX.Element {
  const now = plan.value;
  if (now === null) return <p>None yet.</p>;
  const { document, sheet, issues } = now.answer;
  const delivered = document !== null && 'delivered' in document ? document.delivered : [];
  return (
    <div class={now.of === state ? '' : 'old'} aria-live="polite">
      {now.of === state ? null : <p class="caution">This plan was found before the last edit.</p>}
      <IssueList issues={issues} />
      {delivered.length === 0 ? null : (
        <>
          <p class="buttons">
            <button type="button" onClick={() => setPlanner('keep', JSON.stringify(document))}>
              Keep this plan: change little from now on
            </button>
            <button
              type="button"
              onClick={() => saveFile('plan.json', JSON.stringify(document, null, 2), 'application/json')}
            >
              Save the plan
            </button>
          </p>
          <details>
            <summary>Pin or leave out units of the plan</summary>
            <ul class="pins">
              {delivered.map(({ ref, title }) => (
                <li key={ref}>
                  {ref} {title}{' '}
                  <button
                    type="button"
                    aria-pressed={has(state.planner.require, ref)}
                    aria-label={`must: ${ref}`}
                    onClick={() => toggleWish('require', ref)}
                  >
                    must
                  </button>
                  <button
                    type="button"
                    aria-pressed={has(state.planner.exclude, ref)}
                    aria-label={`not: ${ref}`}
                    onClick={() => toggleWish('exclude', ref)}
                  >
                    not
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      {sheet === null ? null : <SheetView sheet={sheet} />}
    </div>
  );
}

function Field({
  name,
  label,
  hint,
  value,
  number = false,
  set,
}: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  number?: boolean;
  set: (text: string) => void;
}): JSX.Element {
  return (
    <p class="field">
      <label for={`plan-${name}`}>{label}</label>
      <input
        id={`plan-${name}`}
        {...(number ? { type: 'number' as const, min: 0 } : { type: 'text' as const })}
        value={value}
        placeholder={hint ?? ''}
        onChange={(event) => set(event.currentTarget.value.trim())}
      />
    </p>
  );
}
