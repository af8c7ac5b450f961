/**
 * Bundles the command into dist/command, for a short start: one file instead of some three hundred, in the module form
 * that Node loads faster, and beside it the code that V8 compiles from it. HiGHS stays outside, as it finds its
 * WebAssembly beside itself, and so does the reader of workbooks, which few need.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const made = `dist/command-${process.pid}`;
const old = `${made}-old`;

await build({
  entryPoints: {
    main: 'src/cli/main.ts',
    'solver-worker': 'src/node/solver-worker.ts',
    'cohort-worker': 'src/node/cohort-worker.ts',
    'workbook-reader': 'src/node/workbook-reader.ts',
  },
  outdir: made,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['fflate', 'highs', 'mammoth', 'parse5', 'read-excel-file', 'unpdf', 'write-excel-file'],
  // Code that comes from the cache has no way to import; "require" works wherever it comes from.
  supported: { 'dynamic-import': false },
  // The same parser, on Node's own buffers instead of a stand-in for browsers.
  alias: { 'csv-parse/browser/esm/sync': 'csv-parse/sync' },
  legalComments: 'eof',
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
});
// A module of its own form: what reads documents is loaded by import, one kind only, and runs apart from the command.
await build({
  entryPoints: { 'document-reader': 'src/node/document-reader.ts' },
  outdir: made,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['mammoth', 'parse5', 'read-excel-file', 'unpdf'],
  alias: { 'csv-parse/browser/esm/sync': 'csv-parse/sync' },
  legalComments: 'eof',
});

// What checks certificates, by itself and to be read: one file that any Node runs and that needs nothing beside it.
await build({
  entryPoints: ['src/node/verify-certificate.ts'],
  outfile: 'dist/verify.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
});

writeFileSync(`${made}/package.json`, '{ "type": "commonjs" }\n');

execFileSync(process.execPath, ['scripts/write-code-cache.js', made], { stdio: ['ignore', 'ignore', 'inherit'] });

// The new bundle takes the place of the old one at once, so that a command that starts meanwhile finds one or the other.
if (existsSync('dist/command')) renameSync('dist/command', old);
renameSync(made, 'dist/command');
rmSync(old, { recursive: true, force: true });
