import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the site: the Markdown that it is made of, by its path in the repository, and where it stands in the site. */
export interface Page {
  readonly source: string;
  readonly to: string;
  readonly title: string;
  readonly section: Section;
  readonly text: string;
}

/** The parts of the navigation, in their order. */
export const SECTIONS = ['Begin', 'Guides', 'Integrations', 'Programs', 'Decisions', 'Reference'] as const;

/** One of them; what is of the `Reference` is reached from its first page. */
export type Section = (typeof SECTIONS)[number];

const PROGRAMS: ReadonlySet<string> = new Set(['formulation', 'issues', 'scale', 'solvers', 'certificates']);

/** Every page that there is; the API reference only where it has been written. */
export function pagesOf(root: string): readonly Page[] {
  const markdown = (folder: string): readonly string[] =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .filter((name) => name.endsWith('.md'))
          .map((name) => `${folder}/${name}`)
          .sort()
      : [];
  const page = (source: string, section: Section, to = source.replace(/\.md$/, '.html')): Page => {
    const text = readFileSync(join(root, source), 'utf8');
    return { source, to, section, text, title: titleOf(text) ?? source };
  };
  const api = existsSync(join(root, 'build/api'))
    ? readdirSync(join(root, 'build/api'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    : [];
  return [
    page('README.md', 'Begin', 'index.html'),
    ...['CHANGELOG.md', 'CONTRIBUTING.md'].map((name) => page(name, 'Begin')),
    ...markdown('docs').map((name) => page(name, PROGRAMS.has(name.slice(5, -3)) ? 'Programs' : 'Guides')),
    ...readdirSync(join(root, 'integrations'))
      .map((name) => `integrations/${name}/README.md`)
      .filter((name) => existsSync(join(root, name)))
      .map((name) => page(name, 'Integrations')),
    ...markdown('docs/decisions').map((name) => page(name, 'Decisions')),
    ...api.map((name) => page(`build/api/${name}`, 'Reference', `api/${name.replace(/\.md$/, '.html')}`)),
  ];
}

/** The first heading, without the marks of Markdown. */
function titleOf(text: string): string | null {
  const heading = /^# (.+)$/m.exec(text)?.[1];
  return heading === undefined ? null : heading.replace(/[`*\\]/g, '');
}
