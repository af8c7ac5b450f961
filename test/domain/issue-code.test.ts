import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../src/domain/issue-code.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/issues.md', import.meta.url)), 'utf8');

describe('the codes of issues', () => {
  it('are those that docs/issues.md explains, each once and in the order of the alphabet', () => {
    const explained = [...page.matchAll(/^\| `([a-z-]+)` +\| \S.*\. +\|$/gm)].map(([, code]) => code);
    expect(explained).toEqual([...ISSUE_CODES]);
    expect([...ISSUE_CODES].sort()).toEqual([...ISSUE_CODES]);
    expect(new Set(ISSUE_CODES).size).toBe(ISSUE_CODES.length);
  });
});
