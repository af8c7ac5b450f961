import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qualpath, ROOT } from '../support/command.js';

describe('the pictures of README', () => {
  it('are those that the program draws: `npm run pictures` draws them anew', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'qualpath-picture-')), 'range.svg');
    await qualpath(['range', 'ocr-level-3-diploma-customer-service', '--distribution', '--svg', file]);
    expect(readFileSync(join(ROOT, 'docs/pictures/range.svg'), 'utf8')).toBe(readFileSync(file, 'utf8'));
  });
});
