import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const document = read('../../docs/upstreams.md');
const sources: Readonly<Record<string, string>> = {
  connection: read('../gateway/connection.test.ts'),
  dialects: read('../gateway/dialects.test.ts'),
};

/** Every test that the document names, in the last cell of a table or in parentheses. */
const named = [...document.matchAll(/(?:\| |\()(connection|dialects): ([^|\n]+?)(?: \||\)\.)/g)];

test('every test that the document names exists', () => {
  expect(named.length).toBeGreaterThan(30);
  for (const [, file = '', name = ''] of named) {
    expect(sources[file], `${file}: ${name}`).toContain(name);
  }
});

test('every row of the table of features has a cell for each dialect, and a test', () => {
  const [, table = ''] = document.split('## What works');
  const rows = table.split('\n## ')[0]?.match(/^\|.*\|$/gm) ?? [];
  const [head = '', , ...features] = rows;
  expect(head).toBe(`| | ${DIALECT_NAMES.map((name) => `\`${name}\``).join(' | ')} | test |`);
  for (const feature of features) {
    const cells = feature.slice(1, -1).split('|');
    expect(cells, feature).toHaveLength(DIALECT_NAMES.length + 2);
    expect(
      cells.every((cell) => cell.trim() !== ''),
      feature,
    ).toBe(true);
    expect(cells.at(-1)).toMatch(/^ (connection|dialects): /);
  }
});

test('every test against a real Sentry that the document names exists', () => {
  const [, section = ''] = document.split('## Seen on real servers');
  const rows =
    section
      .split('\n## ')[0]
      ?.match(/^\|.*\|$/gm)
      ?.slice(2) ?? [];
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    const [, file = '', name = ''] = /\| (\w+): (.+) \|$/.exec(row) ?? [];
    expect(read(`../real/${file}.test.ts`), row).toContain(name);
  }
});
