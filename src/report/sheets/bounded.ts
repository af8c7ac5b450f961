import { boundsOf, type BoundedPathway } from '../documents/bounded.js';
import { heading, line, type Sheet } from '../sheet.js';
import { amountWords, objectivesWords } from './measure-words.js';
import { pathwayParts } from './pathway.js';

/** Between which values the best lies while figures are known within bounds only, with a pathway at either end. */
export function boundedPathwaySheet(title: string, it: BoundedPathway): Sheet {
  const { sense, measure, min, max } = boundsOf(it);
  const before = it.least.objectives.slice(0, it.known);
  const extreme = sense === 'minimise' ? 'Least' : 'Most';
  const range = min === max ? amountWords(measure, min) : `${min} to ${amountWords(measure, max)}`;
  const open = it.open.map((figure) => `${figure.name} (${figure.min} to ${figure.max})`).join(', ');
  return {
    title,
    parts: [
      ...(before.length === 0 ? [] : [line(objectivesWords(before), 'good')]),
      line(`${extreme}: ${range}, whatever the open figures turn out to be. Both ends are proved.`, 'good'),
      line(`Open within bounds: ${open}.`, 'caution'),
      heading(`If each is the least it can be: ${amountWords(measure, min)}`),
      ...pathwayParts(it.least.pathway),
      heading(`If each is the most it can be: ${amountWords(measure, max)}`),
      ...pathwayParts(it.most.pathway),
    ],
  };
}
