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

const WISHES = [
  ['require', 'Deliver anyway'],
  ['exclude', 'Leave out'],
] as const;

const LIMITS: readonly {
  readonly name: 'maxUnits' | 'maxGlh' | 'capacity' | 'minClass';
  readonly label: string;
  /** Whether it says nothing without learners. */
  readonly ofLearners?: boolean;
}[] = [
  { name: 'maxUnits', label: 'Most units' },
  { name: 'maxGlh', label: 'Most hours' },
  { name: 'capacity', label: 'Learners a run, most', ofLearners: true },
  { name: 'minClass', label: 'Learners a run, fewest', ofLearners: true },
];

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
          {WISHES.map(([name, label]) => (
            <Field
              key={name}
              name={name}
              label={label}
              hint="references, commas between them"
              value={planner[name].join(', ')}
              set={(text) => setPlanner(name, readRefs(text))}
            />
          ))}
          {LIMITS.map(({ name, label, ofLearners = false }) => (
            <Field
              key={name}
              name={name}
              label={label}
              value={planner[name]}
              number
              disabled={ofLearners && planner.cohort === null}
              set={(text) => setPlanner(name, text)}
            />
          ))}
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
  disabled = false,
  set,
}: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  number?: boolean;
  disabled?: boolean;
  set: (text: string) => void;
}): JSX.Element {
  return (
    <p class="field">
      <label for={`plan-${name}`}>{label}</label>
      <input
        id={`plan-${name}`}
        {...(number ? { type: 'number' as const, min: 0 } : { type: 'text' as const })}
        value={value}
        disabled={disabled}
        placeholder={hint ?? ''}
        onChange={(event) => set(event.currentTarget.value.trim())}
      />
    </p>
  );
}
