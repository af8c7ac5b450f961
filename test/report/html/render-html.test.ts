import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html/render-html.js';
import { aside, heading, issueList, line, list, section, table, toned } from '../../../src/report/sheet.js';

const NASTY = `<script>alert("1")</script> & 'x'`;

describe('a sheet as a page', () => {
  it('has nothing of what stands in it as markup', () => {
    const page = renderHtml({
      title: NASTY,
      parts: [
        heading(NASTY),
        line(NASTY),
        list([NASTY]),
        table([{ head: NASTY }], [[NASTY]]),
        aside(NASTY),
        issueList([{ code: 'setting', severity: 'error', message: NASTY, source: { option: NASTY } }]),
        { kind: 'attachment', name: `a"onclick="x`, text: NASTY, words: NASTY },
      ],
    });
    expect(page).not.toContain('<script');
    expect(page).not.toContain(`"onclick`);
    expect(page.match(/&lt;script&gt;/g)).toHaveLength(12);
  });

  it('is well formed, and loads nothing', () => {
    const errors: string[] = [];
    const page = renderHtml({ title: 'T', parts: [heading('One'), table([{ head: 'A' }], [['a']])] });
    parse(page, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(page).not.toMatch(/\b(?:src|href)="(?!#|data:)/);
    expect(page).toContain("default-src 'none'");
  });

  it('leads from its contents to the headings of the second level', () => {
    const parts = [{ kind: 'contents' as const }, ...section('First', [heading('Within')]), ...section('Second', [])];
    const page = renderHtml({ title: 'T', parts });
    expect(page).toContain('<li><a href="#part-1">First</a></li><li><a href="#part-2">Second</a></li>');
    expect(page).toContain('<h2 id="part-2">Second</h2>');
    expect(page).toContain('<h2 id="part-1">First</h2>\n<h3>Within</h3>');
  });

  it('sets figures to the right, marks tones, and keeps the indent of a statement', () => {
    const columns = [{ head: 'Name' }, { head: 'Figure', align: 'right' as const }];
    const page = renderHtml({
      title: 'T',
      parts: [
        table(columns, [
          ['  within', 5],
          ['x', toned('none', 'bad')],
        ]),
      ],
    });
    expect(page).toContain('<td class="short">&#160;&#160;within</td><td class="right">5</td>');
    expect(page).toContain('<td class="right bad">none</td>');
  });
});
