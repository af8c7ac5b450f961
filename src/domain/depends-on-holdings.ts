import type { Statement } from './statement.js';

/** Whether what a statement asks for depends on what the learner holds, as a cap on prior learning does. */
export function dependsOnHoldings(statement: Statement): boolean {
  switch (statement.kind) {
    case 'all-units':
    case 'amount':
    case 'not-counted':
      return statement.filter.achieved;
    case 'share':
      return statement.whole.achieved || statement.part.achieved;
    case 'needs':
      return statement.dependants.achieved || dependsOnHoldings(statement.requirement);
    case 'combination':
      return statement.parts.some(dependsOnHoldings);
    case 'barred':
    case 'linked':
    case 'groups-used':
      return false;
  }
}
