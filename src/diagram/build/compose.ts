import { itemAt } from '../at.js';
import { opposite, type Automaton } from './automaton.js';
import type { Budget } from './budget.js';
import { conjunction, positionsOf } from './conjunction.js';
import type { Formula } from './formula.js';
import { sumAutomaton } from './sum-automaton.js';

/**
 * One automaton a formula, over entries in the given order; null when they go over the budget. From the inside out:
 * what stands within an "all" or a "not" is an automaton before they are, reduced to what matters for the outcome, so
 * that a nested list costs what it has to say and not what it is made of. A formula that occurs twice is composed once.
 */
export function composeAll(
  formulas: readonly Formula[],
  order: readonly number[],
  budget: Budget,
): readonly Automaton[] | null {
  const made = new Map<Formula, Automaton | null>();
  const compose = (formula: Formula): Automaton | null => {
    const known = made.get(formula);
    if (known !== undefined) return known;
    const automaton = budget.exceeded ? null : composeNew(formula);
    made.set(formula, automaton);
    return automaton;
  };
  const composeNew = (formula: Formula): Automaton | null => {
    switch (formula.kind) {
      case 'sum':
        return sumAutomaton(
          order.map((index) => itemAt(formula.weights, index)),
          formula.interval,
          budget,
        );
      case 'not': {
        const part = compose(formula.part);
        return part === null ? null : opposite(part);
      }
      case 'all': {
        const parts = eachOf(formula.parts);
        return parts === null ? null : conjunction(parts, { positions: positionsOf(parts), complete: false }, budget);
      }
    }
  };
  const eachOf = (parts: readonly Formula[]): readonly Automaton[] | null => {
    const automata = parts.map(compose);
    const within = automata.filter((automaton) => automaton !== null);
    return within.length < automata.length ? null : within;
  };
  return eachOf(formulas);
}
