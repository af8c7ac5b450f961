import { error } from '../../domain/issue.js';
import { parseFigure } from '../../domain/quantity.js';
import { quote } from '../../domain/quote.js';
import { failure, success, type Result } from '../../domain/result.js';
import type { Aim, AimedFigure } from '../../questions/tune.js';

const FIGURES: readonly (readonly [AimedFigure, RegExp])[] = [
  ['least GLH', /^(?:least|lowest|minimum)\s+(?:GLH|hours)$/i],
  ['most GLH', /^(?:most|highest|maximum)\s+(?:GLH|hours)$/i],
  ['pathways', /^(?:number\s+of\s+)?pathways$/i],
];

type Operator = '>=' | '<=' | '=';

const OPERATORS: Readonly<Record<string, Operator>> = {
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
  'at least': '>=',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  'at most': '<=',
  '=': '=',
  exactly: '=',
};

const FORM = /^(.*?)\s*(>=|=>|<=|=<|≥|≤|=|\bat least\b|\bat most\b|\bexactly\b)\s*([\d.,]+)\s*$/i;

/** Reads `least GLH >= 300`, `most GLH at most 500`, `pathways >= 1,000`. */
export function readAim(text: string): Result<Aim> {
  const source = { option: `--aim ${quote(text)}` };
  const [, words = '', sign = '', number = ''] = FORM.exec(text.trim()) ?? [];
  const figure = FIGURES.find(([, form]) => form.test(words.trim()))?.[0];
  const operator = OPERATORS[sign.toLowerCase()];
  if (figure === undefined || operator === undefined) {
    const message = "Write an aim as 'least GLH >= 300', 'most GLH <= 500' or 'pathways >= 1000' (with >=, <= or =).";
    return failure([error('setting', message, source)]);
  }
  const plain = number.replaceAll(',', '');
  const value = figure === 'pathways' ? wholeOf(plain) : parseFigure(plain);
  if (value === null)
    return failure([error('setting', `${quote(number)} is no number that ${figure} could be.`, source)]);
  return success({
    figure,
    min: operator === '<=' ? null : value,
    max: operator === '>=' ? null : value,
    words: `${figure} ${operator} ${String(value).replace(/\B(?=(\d{3})+$)/g, ',')}`,
  });
}

/** Pathways may be more than a double holds. */
function wholeOf(text: string): bigint | null {
  return /^\d{1,300}$/.test(text) ? BigInt(text) : null;
}
