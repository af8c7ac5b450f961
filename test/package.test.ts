import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/command.js';

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });

const LIBRARY = `
import { createMeans, DEFAULT_OBJECTIVES, deadlineIn, findPathway, openLibrary, pose } from 'qualpath';
const loaded = openLibrary().load('ocr-level-3-diploma-customer-service');
const posed = pose(loaded.value);
const answer = await findPathway(posed.value, DEFAULT_OBJECTIVES, createMeans({ deadline: deadlineIn(10_000) }).forOne);
console.log(answer.status, answer.pathway.entries.length);
`;

describe('the package', () => {
  it('packs, installs in an empty folder, and runs there as a command and as a library', () => {
    const packed = mkdtempSync(join(tmpdir(), 'qualpath-pack-'));
    npm(['pack', '--pack-destination', packed], ROOT);
    const [archive] = readdirSync(packed);
    const folder = mkdtempSync(join(tmpdir(), 'qualpath-install-'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    npm(['install', '--no-audit', '--no-fund', '--prefer-offline', join(packed, archive ?? '')], folder);
    const solved = execFileSync(
      join(folder, 'node_modules', '.bin', 'qualpath'),
      ['solve', 'ocr-level-3-diploma-customer-service', '--json', '--confirm'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(solved)).toMatchObject({
      status: 'optimal',
      totals: { glh: 289 },
      confirmedBy: ['decision diagram', 'highs'],
    });
    writeFileSync(join(folder, 'use.js'), LIBRARY);
    const used = execFileSync(process.execPath, ['use.js'], { cwd: folder, encoding: 'utf8' });
    expect(used.trim()).toBe('optimal 12');
  }, 240_000);
});
