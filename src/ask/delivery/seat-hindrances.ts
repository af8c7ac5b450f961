import { downwards, upwards, type Hindrance } from '../../delivery/hindrance.js';
import type { LearnerGroup, Seated } from '../../delivery/seats/seated.js';
import type { StaffMember, Terms } from '../../delivery/terms/terms.js';
import { itemAt } from '../../domain/item-at.js';
import type { Source } from '../../domain/source.js';
import type { Statement } from '../../domain/statement.js';
import { printStatement } from '../../notation/print-statement.js';
import type { DeliveryQuestion } from './delivery-question.js';

/** Learners in classes and, where they are asked for, in periods. */
export interface SeatsAsked {
  readonly seated: Omit<Seated, 'goal'>;
  readonly terms: Terms | null;
}

/** Something of such a question that may be in the way, in the planner's words. */
export interface SeatHindrance extends Hindrance<SeatsAsked> {
  readonly statement: string;
  readonly source: Source;
}

/** What the hindrances of a question are made of. */
export interface HindranceParts {
  readonly question: DeliveryQuestion;
  readonly asked: SeatsAsked;
  /** Units that were asked for or left out, unlike those that nobody may teach. */
  readonly wishes: readonly (0 | 1 | null)[];
  /** The same with another number of periods. */
  readonly termsAt: (periods: number) => Terms | null;
  /** Where each person's hours are said. */
  readonly placeOf: (person: string) => Source;
}

/** How many further periods are tried. */
const FURTHER_PERIODS = 3;

/** Everything of a question that may be in the way. Periods come first: what else is left out is left out of the new ones. */
export function seatHindrances(parts: HindranceParts): readonly SeatHindrance[] {
  return [
    ...periodsOf(parts),
    ...orderOf(parts.asked),
    ...staffOf(parts),
    ...loadOf(parts),
    ...classesOf(parts),
    ...limitsOf(parts.asked),
    ...wishesOf(parts),
  ];
}

function periodsOf({ question: { periods }, asked: { terms }, termsAt }: HindranceParts): readonly SeatHindrance[] {
  if (periods === undefined || terms === null) return [];
  const at = (asked: SeatsAsked, count: number): SeatsAsked => ({ ...asked, terms: termsAt(count) });
  const most = periods + FURTHER_PERIODS;
  return [
    {
      statement: periods === 1 ? 'there is 1 term' : `there are ${periods} terms`,
      source: { option: `--periods ${periods}` },
      without: (asked) => at(asked, most),
      dial: upwards(periods, most, at),
    },
  ];
}

/** `units U 2 need unit U 1` of a qualification: that it holds is part of every pathway, its order may be in the way. */
function orderOf({ seated: { groups }, terms }: SeatsAsked): readonly SeatHindrance[] {
  if (terms === null) return [];
  const statements = new Map<Statement, string>();
  for (const { taker } of groups) {
    for (const statement of taker.problem.conditions)
      if (statement.kind === 'needs') statements.set(statement, taker.id);
  }
  return [...statements].map(([statement, id]): SeatHindrance => ({
    statement: `${id}: ${printStatement(statement)}, in an earlier term`,
    source: statement.source,
    without: (asked) => withTerms(asked, (own) => ({ unordered: new Set([...(own.unordered ?? []), statement]) })),
    dial: null,
  }));
}

function staffOf({ asked: { seated, terms }, placeOf }: HindranceParts): readonly SeatHindrance[] {
  if (terms === null) return [];
  const plenty = terms.hours.reduce((sum, hours) => sum + hours * seated.learners, 1);
  return terms.staff.flatMap(({ person, hours }): SeatHindrance[] => {
    const isSame = hours.every((own) => own === hours[0]);
    const spans = isSame ? [null] : [...hours.keys()];
    return spans.map((period): SeatHindrance => {
      const own = itemAt(hours, period ?? 0);
      const at = (asked: SeatsAsked, figure: number): SeatsAsked =>
        withTerms(asked, ({ staff }) => ({ staff: staff.map((it) => withHours(it, person, period, figure)) }));
      const where = period === null ? 'a term' : `in term ${period + 1}`;
      return {
        statement: `${person} teaches at most ${own} hours ${where}`,
        source: placeOf(person),
        without: (asked) => at(asked, plenty),
        dial: upwards(own, plenty, at),
      };
    });
  });
}

function withHours(member: StaffMember, person: string, period: number | null, figure: number): StaffMember {
  if (member.person !== person) return member;
  return { ...member, hours: member.hours.map((own, at) => (period === null || at === period ? figure : own)) };
}

function loadOf({ question: { maxLoad }, asked: { terms } }: HindranceParts): readonly SeatHindrance[] {
  if (maxLoad === undefined || terms === null) return [];
  const all = terms.hours.reduce((sum, hours) => sum + hours, 0);
  const at = (asked: SeatsAsked, figure: number | null): SeatsAsked => withTerms(asked, () => ({ maxLoad: figure }));
  return [
    {
      statement: `a learner attends at most ${maxLoad} hours a term`,
      source: { option: `--max-load ${maxLoad}` },
      without: (asked) => at(asked, null),
      dial: upwards(maxLoad, all, at),
    },
  ];
}

function classesOf({ question: { capacity, minClass }, asked: { seated } }: HindranceParts): readonly SeatHindrance[] {
  const { sizes, learners } = seated;
  const larger = (asked: SeatsAsked, figure: number): SeatsAsked =>
    withSeats(asked, { sizes: asked.seated.sizes.map(({ least }) => ({ least, capacity: Math.max(figure, least) })) });
  const smaller = (asked: SeatsAsked, figure: number): SeatsAsked =>
    withSeats(asked, { sizes: asked.seated.sizes.map((size) => ({ ...size, least: Math.min(size.least, figure) })) });
  const hindrances: SeatHindrance[] = [];
  if (sizes.some((size) => size.capacity < learners)) {
    hindrances.push({
      statement:
        capacity === undefined
          ? 'classes are no larger than the tables say'
          : `a class has at most ${capacity} learners`,
      source: { option: capacity === undefined ? 'the column capacity' : `--capacity ${capacity}` },
      without: (asked) => larger(asked, learners),
      dial: capacity === undefined ? null : upwards(capacity, learners, larger),
    });
  }
  if (sizes.some((size) => size.least > 1)) {
    hindrances.push({
      statement:
        minClass === undefined
          ? 'classes are no smaller than the tables say'
          : `a class has at least ${minClass} learners`,
      source: { option: minClass === undefined ? 'the column min-class' : `--min-class ${minClass}` },
      without: (asked) => smaller(asked, 1),
      dial: minClass === undefined ? null : downwards(minClass, 1, smaller),
    });
  }
  return hindrances;
}

function limitsOf({ seated: { limits } }: SeatsAsked): readonly SeatHindrance[] {
  return limits.map((limit): SeatHindrance => {
    const { option, most, constant, measure } = limit;
    const isThis = (it: { readonly option: string }): boolean => it.option === option;
    const at = (asked: SeatsAsked, figure: number): SeatsAsked =>
      withSeats(asked, {
        limits: asked.seated.limits.map((it) => (isThis(it) ? { ...it, most: figure - constant } : it)),
      });
    const perRun = measure.perRun.reduce((largest, own) => Math.max(largest, own), 1);
    return {
      statement: wordsOf(option),
      source: { option },
      without: (asked) => withSeats(asked, { limits: asked.seated.limits.filter((it) => !isThis(it)) }),
      dial: upwards(most + constant, most + constant + FURTHEST_LIMIT * perRun, at),
    };
  });
}

/** How far limits are followed, in runs. */
const FURTHEST_LIMIT = 4096;

function wishesOf({ asked: { seated }, wishes }: HindranceParts): readonly SeatHindrance[] {
  return seated.units.flatMap(({ index, ref }): SeatHindrance[] => {
    const wish = wishes[index] ?? null;
    if (wish === null) return [];
    const option = `${wish === 1 ? '--require' : '--exclude'} ${ref}`;
    const without = (asked: SeatsAsked): SeatsAsked =>
      withSeats(asked, { fixed: asked.seated.fixed.map((own, unit) => (unit === index ? null : own)) });
    return [{ statement: wordsOf(option), source: { option }, without, dial: null }];
  });
}

function withTerms(asked: SeatsAsked, change: (terms: Terms) => Partial<Terms>): SeatsAsked {
  const { terms } = asked;
  return terms === null ? asked : { ...asked, terms: { ...terms, ...change(terms) } };
}

function withSeats(asked: SeatsAsked, change: Partial<SeatsAsked['seated']>): SeatsAsked {
  return { ...asked, seated: { ...asked.seated, ...change } };
}

/** The question of one learner of a group alone, in a class of whatever size. */
export function ofOneLearner({ seated, terms }: SeatsAsked, { taker }: LearnerGroup): SeatsAsked {
  return {
    terms,
    seated: {
      ...seated,
      groups: [{ taker, members: [0] }],
      learners: 1,
      sizes: seated.sizes.map(() => ({ capacity: 1, least: 1 })),
      limits: [],
      fixed: seated.fixed.map((wish) => (wish === 0 ? 0 : null)),
    },
  };
}

/** An option in words: `at most 12 units are delivered`. */
export function wordsOf(option: string): string {
  const [name = '', ...rest] = option.split(' ');
  const value = rest.join(' ');
  switch (name) {
    case '--max-units':
      return `at most ${value} units are delivered`;
    case '--max-glh':
      return `at most ${value} hours are delivered`;
    case '--max-changes':
      return `at most ${value} units differ from the earlier plan`;
    case '--require':
      return `${value} is delivered`;
    case '--exclude':
      return `${value} is not delivered`;
    default:
      return option;
  }
}
