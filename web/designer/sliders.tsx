import type { JSX } from 'preact';
import type { OpenValue, SliderPoint } from '../engine/protocol.js';
import { editDraft, type Draft } from '../state/document.js';

interface Props {
  readonly draft: Draft;
  readonly open: readonly OpenValue[];
  readonly points: ReadonlyMap<string, readonly SliderPoint[]>;
  readonly old: boolean;
}

/** Values that are left open, each to be set; under it what every position comes to. */
export function Sliders({ draft, open, points, old }: Props): JSX.Element | null {
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open-values">
      <h3 id="open-values">Open values</h3>
      <div class="sliders">
        {open.map((value) => (
          <Slider
            key={value.name}
            open={value}
            set={draft.wishes.set[value.name]}
            points={points.get(value.name) ?? []}
            old={old}
          />
        ))}
      </div>
    </section>
  );
}

function Slider({
  open: { name, min, max, note },
  set,
  points,
  old,
}: {
  open: OpenValue;
  set: number | undefined;
  points: readonly SliderPoint[];
  old: boolean;
}): JSX.Element {
  const id = `open-${name.replace(/\W+/g, '-')}`;
  return (
    <div class="slider">
      <label for={id} title={note ?? ''}>
        {name}
      </label>
      <input
        id={id}
        type="number"
        min={min ?? 0}
        {...(max === null ? {} : { max })}
        value={set ?? ''}
        placeholder="not set"
        onInput={(event) => setValue(name, event.currentTarget.value)}
      />
      {min === null || max === null ? null : (
        <>
          <input
            type="range"
            aria-label={`${name}, from ${min} to ${max}`}
            min={min}
            max={max}
            value={set ?? min}
            onInput={(event) => setValue(name, event.currentTarget.value)}
          />
          {points.length < 2 ? null : <Points name={name} points={points} set={set} old={old} />}
        </>
      )}
    </div>
  );
}

const WIDTH = 300;
const HEIGHT = 46;

/** The least hours at every position; a cross where there is no pathway. */
function Points({
  name,
  points,
  set,
  old,
}: {
  name: string;
  points: readonly SliderPoint[];
  set: number | undefined;
  old: boolean;
}): JSX.Element {
  const values = points.flatMap(({ glh }) => (glh === null ? [] : [glh]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number): number => 6 + (at / (points.length - 1)) * (WIDTH - 12);
  const y = (glh: number): number =>
    high === low ? HEIGHT / 2 : HEIGHT - 6 - ((glh - low) / (high - low)) * (HEIGHT - 12);
  const words = values.length === 0 ? 'no position has a pathway' : `least hours from ${low} to ${high}`;
  const impossible = points.filter(({ infeasible }) => infeasible).length;
  return (
    <>
      <svg
        class={old ? 'points old' : 'points'}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${name}: ${words}`}
        preserveAspectRatio="none"
      >
        {points.map(({ value, glh, infeasible }, at) =>
          infeasible ? (
            <path key={value} class="impossible" d={`M${x(at) - 2} ${HEIGHT - 8}l4 4m0 -4l-4 4`} />
          ) : glh === null ? null : (
            <circle key={value} class={value === set ? 'set' : ''} cx={x(at)} cy={y(glh)} r={value === set ? 4 : 2} />
          ),
        )}
      </svg>
      <p class="quiet small">
        {words}
        {impossible === 0 ? '' : `; ${impossible} of ${points.length} positions have no pathway`}
      </p>
    </>
  );
}

function setValue(name: string, text: string): void {
  const value = Number(text);
  editDraft(`set ${name}`, (draft) => {
    const { [name]: _, ...others } = draft.wishes.set;
    const set = text.trim() === '' || !Number.isFinite(value) ? others : { ...others, [name]: value };
    return { ...draft, wishes: { ...draft.wishes, set } };
  });
}
