/**
 * Builds the page into dist/page.html: one file that holds its style, its script, the engine that answers and the readers
 * of documents, the latter two compressed until they are used. Qualifications are put in when a page is written.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** HiGHS stays out of the page: its program alone is larger than all the rest. */
const ABSENT = 'export default () => Promise.reject(new Error("HiGHS is not part of the page"));';

/** @type {(entry: string, absent: readonly string[]) => Promise<string>} */
async function bundle(entry, absent) {
  const built = await build({
    root: `${ROOT}web`,
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta': '{}' },
    plugins: [
      {
        name: 'absent',
        enforce: 'pre',
        resolveId: (id) => (absent.includes(id) ? `\0absent:${id}` : null),
        load: (id) => (id.startsWith('\0absent:') ? ABSENT : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rollupOptions: { input: `${ROOT}web/${entry}`, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [made] = Array.isArray(built) ? built : [built];
  if (made === undefined || !('output' in made)) throw new Error('nothing was built');
  const scripts = made.output.filter((part) => part.type === 'chunk');
  if (scripts.length !== 1) throw new Error(`${entry} was built in ${scripts.length} parts`);
  return scripts[0]?.code ?? '';
}

/** @type {(code: string) => string} */
const packed = (code) => gzipSync(code, { level: 9 }).toString('base64');

const READERS = ['unpdf', 'mammoth', 'read-excel-file/universal', 'write-excel-file/browser'];
// The script asks the entry of the library for next to nothing, and what it does not ask for is left out of it.
const ABSENT_IN_SCRIPT = ['highs', ...READERS];
const [app, engine, readers] = await Promise.all([
  bundle('main.tsx', ABSENT_IN_SCRIPT),
  bundle('engine/worker.ts', ['highs', ...READERS]),
  bundle('import/readers-worker.ts', ['highs', 'javascript-lp-solver', 'yalps']),
]);
const script = app.replaceAll('</script', '<\\/script').trim();
const hash = createHash('sha256').update(script).digest('base64');
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${hash}'`,
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** @type {Readonly<Record<string, string>>} */
const parts = {
  POLICY: policy,
  STYLE: readFileSync(`${ROOT}web/style.css`, 'utf8').replaceAll('\n', ''),
  ENGINE: packed(engine),
  READERS: packed(readers),
  APP: script,
};
const template = readFileSync(`${ROOT}web/index.html`, 'utf8');
// The policy lets this script run and no other; it is told by its characters, white space included.
if (!template.includes('<script>%APP%</script>')) throw new Error('the template has something beside the script');
const page = template.replace(/%([A-Z]+)%/g, (whole, /** @type {string} */ name) => parts[name] ?? whole);
mkdirSync(`${ROOT}dist`, { recursive: true });
writeFileSync(`${ROOT}dist/page.html`, page);
