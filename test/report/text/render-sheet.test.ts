import { describe, expect, it } from 'vitest';
import { aside, heading, issueList, line, list, table, toned, type Sheet } from '../../../src/report/sheet.js';
import { PLAIN, type Palette } from '../../../src/report/text/palette.js';
import { renderSheet } from '../../../src/report/text/render-sheet.js';

const TAGS: Palette = {
  bold: (text) => `<b>${text}</b>`,
  dim: (text) => `<d>${text}</d>`,
  good: (text) => `<g>${text}</g>`,
  bad: (text) => `<r>${text}</r>`,
  caution: (text) => `<c>${text}</c>`,
};

const render = (sheet: Sheet, width = 40, palette = PLAIN): string[] =>
  renderSheet(sheet, { width, palette }).split('\n');
const COLUMNS = [{ head: 'Ref' }, { head: 'GLH', align: 'right' as const }];

describe('a sheet as text', () => {
  it('sets tables and sections off, and lets lines follow one another', () => {
    const sheet = {
      title: 'Title',
      parts: [
        line('one'),
        line('two'),
        table(COLUMNS, [['W 1', 24]]),
        line('three'),
        heading('Section'),
        list(['first', 'second']),
        aside('This explains.', 'So does this.'),
      ],
    };
    expect(render(sheet).map((it) => it.trimEnd())).toEqual([
      'Title',
      'one',
      'two',
      '',
      'Ref    GLH',
      '───    ───',
      'W 1     24',
      '',
      'three',
      '',
      'Section',
      '  - first',
      '  - second',
      '',
      'This explains.',
      'So does this.',
    ]);
  });

  it('begins with its first part where it has no title, and is nothing without either', () => {
    expect(render({ title: '', parts: [line('one')] })).toEqual(['one']);
    expect(render({ title: 'Alone', parts: [] })).toEqual(['Alone']);
    expect(render({ title: '', parts: [] })).toEqual(['']);
  });

  it('keeps each issue on a line of its own, however long, with its place in front', () => {
    const source = { file: 'a.yaml', line: 3, column: 7 };
    const issue = { code: 'conflict', severity: 'error', message: 'word '.repeat(20).trim(), source } as const;
    const sheet = { title: '', parts: [issueList([issue, { ...issue, source: null }]), line('Two.')] };
    expect(render(sheet)).toEqual([`a.yaml:3:7: error: ${issue.message}`, `error: ${issue.message}`, 'Two.']);
  });

  it('breaks everything else at the width', () => {
    const words = 'a few words that do not fit on a page so narrow as this one is';
    const sheet = { title: words, parts: [line(words), heading(words), list([words]), aside(words)] };
    expect(Math.max(...render(sheet, 24).map((it) => it.length))).toBeLessThanOrEqual(24);
    expect(render({ title: '', parts: [list([words])] }, 24).slice(0, 2)).toEqual([
      '  - a few words that do',
      '    not fit on a',
    ]);
  });

  it('shows tones in the colours of the page, and headings in bold', () => {
    const tones = (['plain', 'good', 'bad', 'caution', 'quiet'] as const).map((tone) => line(tone, tone));
    const sheet = { title: 'T', parts: [...tones, heading('H'), table(COLUMNS, [[toned('x', 'bad'), null]])] };
    expect(render(sheet, 60, TAGS).slice(0, 7)).toEqual([
      '<b>T</b>',
      'plain',
      '<g>good</g>',
      '<r>bad</r>',
      '<c>caution</c>',
      '<d>quiet</d>',
      '',
    ]);
    expect(render(sheet, 60, TAGS).join('\n')).toContain('<r>x</r>');
    expect(render(sheet, 60, TAGS)).toContain('<b>H</b>');
  });

  it('says in words what a picture shows', () => {
    const picture = { title: 'Hours', description: 'From 90 to 144.', svg: '<svg/>' };
    expect(render({ title: 'T', parts: [{ kind: 'picture', picture }] }, 60)).toEqual([
      'T',
      '',
      'Hours: From 90 to 144.',
    ]);
  });
});
