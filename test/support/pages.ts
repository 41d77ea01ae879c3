import { readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

/** The text of a file of the repository, whose path is from its root. */
export const readFile = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** The fragments by which GitHub links to the headings of a Markdown page. */
export const anchorsOf = (page: string): ReadonlySet<string> =>
  new Set(
    Array.from(page.matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
