import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/report/markdown/render-markdown.js';
import { aside, heading, issueList, line, list, table, toned } from '../../../src/report/sheet.js';

describe('a sheet as Markdown', () => {
  it('has every kind of part', () => {
    const issue = {
      code: 'conflict',
      severity: 'error',
      message: 'No.',
      source: { file: 'a.yaml', line: 2, column: 5 },
    } as const;
    const text = renderMarkdown({
      title: 'Certificate',
      parts: [
        line('Least hours: 90', 'good'),
        heading('Rule'),
        list(['one', 'two']),
        table(
          [{ head: 'Ref' }, { head: 'GLH', align: 'right' }],
          [
            ['  W 1', 24],
            [toned('no', 'bad'), null],
          ],
        ),
        issueList([issue, { ...issue, source: null }]),
        aside('First.', 'Second.'),
        { kind: 'picture', picture: { title: 'Hours', description: '90 to 144.', svg: '<svg/>' } },
      ],
    });
    expect(text.split('\n')).toEqual([
      '# Certificate',
      '',
      'Least hours: 90',
      '',
      '## Rule',
      '',
      '- one',
      '- two',
      '',
      '| Ref | GLH |',
      '| --- | ---: |',
      '| &nbsp;&nbsp;W 1 | 24 |',
      '| **no** |  |',
      '',
      '- **error** a.yaml:2:5: No.',
      '- **error** No.',
      '',
      '> First.',
      '> Second.',
      '',
      '**Hours**: 90 to 144.',
    ]);
  });

  it('takes no text for markup', () => {
    const text = renderMarkdown({ title: '', parts: [line('<img onerror=x> [a](b) *c* | d\n# e')] });
    expect(text).toBe(String.raw`\<img onerror=x\> \[a\](b) \*c\* \| d \# e`);
  });
});
