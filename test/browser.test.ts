import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/command.js';

describe('the pure entry', () => {
  it('bundles for a browser, without anything of Node in it', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [`${ROOT}/src/index.ts`],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      metafile: true,
      // HiGHS is loaded when it is asked for, and a page hands its WebAssembly in.
      external: ['highs'],
    });
    const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    expect(imported.filter((path) => path.startsWith('node:'))).toEqual([]);
    const text = outputFiles.map((file) => file.text).join('');
    expect(text).not.toMatch(/\brequire\(["'](?:node:)?(?:fs|path|worker_threads|process|stream|url)["']\)/);
    expect(text).not.toMatch(/\bfrom ["']node:/);
    expect(Object.keys(metafile.inputs).filter((path) => /^src\/(?:node|cli)\//.test(path))).toEqual([]);
  });
});
