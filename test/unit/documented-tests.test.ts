import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const DOCUMENTS = [
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const FILES = readdirSync('test', { recursive: true }).map((path) => `test/${path}`);

/** Whether a path, which may have `*`, is that of a file or a folder. */
function exists(path: string): boolean {
  const pattern = path
    .replace(/\/$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*');
  return FILES.some((file) => new RegExp(`^${pattern}$`).test(file));
}

test.each(DOCUMENTS)('each test that %s names exists', (document) => {
  const text = readFileSync(document, 'utf8');
  const named = [...text.matchAll(/`(test\/[^`\s]+)`/g)].map(([, path = '']) => path);
  expect(named.filter((path) => !exists(path))).toEqual([]);
});

test.each(['Trust boundaries', "OWASP's GraphQL Cheat Sheet, point by point"])(
  'each row of “%s” names a test',
  (heading) => {
    const [, section = ''] = readFileSync('SECURITY.md', 'utf8').split(`## ${heading}\n`);
    const [, ...rows] = section.split('\n## ')[0]?.match(/^\| .*\|$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((row) => !row.includes('`test/') && !row.includes('see above'))).toEqual([]);
  },
);
