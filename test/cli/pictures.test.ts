import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qualpath } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';

describe('--svg', () => {
  it.each([
    [['units', OCR], 'What each unit costs'],
    [['overlap', OCR, 'level-1-certificate-customer-service'], 'Units shared by each two qualifications'],
    [['overlap', OCR, 'level-1-certificate-customer-service', '--csv'], 'Units shared by each two qualifications'],
  ])('of %j writes a picture and the answer as ever', async (args, title) => {
    const file = join(mkdtempSync(join(tmpdir(), 'qualpath-svg-')), 'picture.svg');
    const plain = await qualpath(args);
    const { code, out, err } = await qualpath([...args, '--svg', file]);
    expect(code).toBe(0);
    expect(out.startsWith(plain.out.trimEnd())).toBe(true);
    expect(err).toContain(`written: ${file}`);
    expect(readFileSync(file, 'utf8')).toContain(`<title>${title}`);
  });
});
