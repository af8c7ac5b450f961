import { overWhole } from '../domain/interval.js';
import type { Problem } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import { formulateAllUnits } from './all-units.js';
import { formulateAmount } from './amount.js';
import { formulateBarred } from './barred.js';
import { countWithin, type Formula } from './formula.js';
import { formulateGroupsUsed } from './groups-used.js';
import { formulateLinked } from './linked.js';
import { formulateNeeds } from './needs.js';
import { formulateNotCounted } from './not-counted.js';
import { formulateOfEach } from './of-each.js';
import { formulateShare } from './share.js';

/** The formula of any statement; that of a list counts how many of its parts hold. */
export function formulate(problem: Problem, statement: Statement): Formula {
  switch (statement.kind) {
    case 'all-units':
      return formulateAllUnits(problem, statement);
    case 'amount':
      return formulateAmount(problem, statement);
    case 'share':
      return formulateShare(problem, statement);
    case 'of-each':
      return formulateOfEach(problem, statement);
    case 'barred':
      return formulateBarred(problem, statement);
    case 'linked':
      return formulateLinked(problem, statement);
    case 'needs':
      return formulateNeeds(problem, statement, formulate(problem, statement.requirement));
    case 'groups-used':
      return formulateGroupsUsed(problem, statement);
    case 'not-counted':
      return formulateNotCounted(problem, statement);
    case 'combination':
      return countWithin(
        statement.parts.map((part) => formulate(problem, part)),
        overWhole(statement.interval),
      );
  }
}
