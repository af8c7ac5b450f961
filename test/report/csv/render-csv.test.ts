import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { error } from '../../../src/domain/issue.js';
import { renderCsv } from '../../../src/report/csv/render-csv.js';
import { heading, issueList, line, table, toned } from '../../../src/report/sheet.js';

describe('a sheet as CSV', () => {
  it('has its tables in their order, an empty line between them, and nothing else', () => {
    const one = table(
      [{ head: 'Ref' }, { head: 'GLH', align: 'right' }],
      [
        ['U 1', 5],
        [null, -2.5],
        ['U 2', '-'],
      ],
    );
    const other = table([{ head: 'Holds' }], [[toned('yes', 'good')]]);
    const sheet = { title: 'A title', parts: [line('Words.'), one, heading('More'), other] };
    expect(renderCsv(sheet)).toBe('Ref,GLH\nU 1,5\n,-2.5\nU 2,\n\nHolds\nyes');
    expect(renderCsv({ title: 'None', parts: [line('Words.')] })).toBe('');
  });

  it('is safe in a spreadsheet: no text is run, and separators stay in their cell', () => {
    const texts = ['=HYPERLINK("x")', '+1', '-1', '@a', 'a, b; c', 'say "so"', 'two\nlines'];
    const written = renderCsv({
      title: '',
      parts: [
        table(
          [{ head: 'Title' }],
          texts.map((text) => [text]),
        ),
      ],
    });
    const read = parse(written).flat();
    expect(read.slice(1)).toEqual(texts.map((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text)));
  });

  it('has issues as rows', () => {
    const issues = [error('unknown-unit', 'No unit, none.', { file: 'a.yaml', line: 3, column: 5 })];
    expect(renderCsv({ title: '', parts: [issueList(issues)] })).toBe(
      'severity,code,place,message\nerror,unknown-unit,a.yaml:3:5,"No unit, none."',
    );
  });
});
