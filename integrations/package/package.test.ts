import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../test/support/command.js';

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });

/** The program that README prints, and what a stranger in a browser would write. */
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const PROGRAM = /## As a library\n\n```js\n([\s\S]*?)```/.exec(README)?.[1] ?? '';

const PURE = `
import { openText } from 'qualpath';
const model = openText({
  model: 'title: Small\\nunits: units.csv\\ngroups: { A: Units }\\nrule:\\n  - at least 3 credits\\n',
  units: 'group,ref,title,level,credit,glh\\nA,X 1,One,2,3,24\\nA,X 2,Two,2,3,20\\n',
});
const best = await model.pathway();
console.log(best.status, best.units.map(({ ref }) => ref).join());
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
    const use = (program: string): string => {
      writeFileSync(join(folder, 'use.js'), program);
      return execFileSync(process.execPath, ['use.js'], { cwd: folder, encoding: 'utf8' }).trim();
    };
    expect(use(PROGRAM)).toBe('270 12');
    expect(use(PURE)).toBe('optimal X 2');
    const schemas = readdirSync(join(ROOT, 'schema'));
    const imports = schemas.map((name, at) => `import s${at} from 'qualpath/schema/${name}' with { type: 'json' };`);
    const kinds = schemas.map((_, at) => `typeof s${at}`);
    expect(use(`${imports.join('\n')}\nconsole.log([${kinds.join()}].join())`)).toBe(
      schemas.map(() => 'object').join(),
    );
  }, 240_000);
});
