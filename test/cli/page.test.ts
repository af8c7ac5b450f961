import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workbookBytes } from '../../src/node/write-workbook.js';
import { qualpath, ROOT } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';
const folder = (): string => mkdtempSync(join(tmpdir(), 'qualpath-page-'));

interface Carried {
  readonly qualifications: readonly { readonly id: string; readonly model: string; readonly units: string }[];
  readonly equivalences: string;
}

/** What a page carries, read as a browser reads it: up to the first end of a script. */
function carriedIn(html: string): Carried {
  const text = /<script type="application\/json" id="carried">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  return JSON.parse(text) as Carried;
}

async function written(...args: readonly string[]): Promise<string> {
  const file = join(folder(), 'page.html');
  const { code, err } = await qualpath(['page', ...args, '--output', file]);
  expect([code, err]).toEqual([0, `written: ${file}\n`]);
  return readFileSync(file, 'utf8');
}

describe('qualpath page', () => {
  it('writes one file with models and tables as they stand', async () => {
    const { qualifications, equivalences } = carriedIn(await written(OCR));
    expect(qualifications).toEqual([
      {
        id: OCR,
        model: readFileSync(join(ROOT, 'models', `${OCR}.yaml`), 'utf8'),
        units: readFileSync(join(ROOT, 'data', `${OCR}.csv`), 'utf8'),
      },
    ]);
    expect(equivalences).toContain('CS 30,K/506/2169,equivalent');
  });

  it('carries every qualification at hand if none is named', async () => {
    expect(carriedIn(await written()).qualifications.map(({ id }) => id)).toHaveLength(5);
  });

  it('carries a model that is broken, so that it can be mended, and whatever stands in it', async () => {
    const file = join(folder(), 'mine.yaml');
    const model = 'title: "</script><script>alert(1)</script><!--"\nrule: [\n';
    writeFileSync(file, model);
    const html = await written(file);
    expect(carriedIn(html).qualifications).toEqual([{ id: 'mine', model, units: '' }]);
    expect(html).not.toContain('alert(1)</script>');
  });

  it('carries a table of a workbook as text', async () => {
    const at = folder();
    const rows = [
      ['group', 'ref', 'title', 'level', 'credit', 'glh'],
      ['A', 'U 1', 'One, "quoted"', 2, 5, 30],
    ];
    writeFileSync(join(at, 'units.xlsx'), await workbookBytes([{ name: 'Units', isTable: true, rows }]));
    writeFileSync(
      join(at, 'mine.yaml'),
      'title: T\nunits: units.xlsx\ngroups:\n  A: First\nrule:\n  - at least 5 credits\n',
    );
    const [only] = carriedIn(await written(join(at, 'mine.yaml'))).qualifications;
    expect(only?.units).toBe('group,ref,title,level,credit,glh\nA,U 1,"One, ""quoted""",2,5,30\n');
  });

  it('runs one script and no other, and asks for nothing', async () => {
    const html = await written(OCR);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'sha256-[^']+';/);
    expect(policy).not.toMatch(/connect-src|unsafe-eval|https?:/);
    expect(html.replace(/<script[\s\S]*<\/script>/, '')).not.toMatch(/https?:|<script|src=/);
  });

  it('is at most 1 MB, and 2 MB with what reads documents', async () => {
    const html = await written(OCR);
    const readers = /id="readers">([^<]*)</.exec(html)?.[1]?.length ?? 0;
    expect(readers).toBeGreaterThan(100_000);
    expect(html.length - readers).toBeLessThan(1_000_000);
    expect(html.length).toBeLessThan(3_000_000);
  });

  it('refuses what it does not know, and replaces nothing unasked', async () => {
    const file = join(folder(), 'page.html');
    writeFileSync(file, 'mine');
    const kept = await qualpath(['page', OCR, '--output', file]);
    expect([kept.code, kept.err]).toEqual([2, expect.stringContaining('is there already')]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const unknown = await qualpath(['page', `${OCR}x`, 'nosuch', '--output', join(folder(), 'p.html')]);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain(`did you mean ${OCR}?`);
    expect(unknown.err).toContain("There is no qualification 'nosuch'");
    const port = await qualpath(['page', OCR, '--port', '70000']);
    expect([port.code, port.err]).toEqual([2, expect.stringContaining('A port is a whole number up to 65535.')]);
  });

  it('serves the page to this machine alone until it is interrupted', async () => {
    const child = spawn(process.execPath, [join(ROOT, 'bin/qualpath.js'), 'page', OCR], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const address = await new Promise<string>((resolve) => {
        let out = '';
        child.stdout.on('data', (chunk: Buffer) => {
          out += chunk.toString();
          const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(out)?.[0];
          if (found !== undefined) resolve(found);
        });
      });
      const own = await fetch(address);
      expect([own.status, carriedIn(await own.text()).qualifications.length]).toEqual([200, 1]);
      expect((await fetch(`${address}models`)).status).toBe(404);
      const byAnotherName = await new Promise((resolve) => {
        request(address, { headers: { host: 'elsewhere.example' } }, (response) =>
          resolve(response.resume().statusCode),
        ).end();
      });
      expect(byAnotherName).toBe(403);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      expect(await ended).toBe(0);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
