import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(`${root}docs`).map((name) => `docs/${name}`),
  'bench/README.md',
  'pages/triage/README.md',
  'examples/supergraph/README.md',
].filter((name) => name.endsWith('.md'));
const tests = readdirSync(`${root}test`, { recursive: true }).map((name) => `test/${name}`);

test.each(documents)('every file that %s names exists', (document) => {
  const text = readFileSync(root + document, 'utf8');
  const folder = new URL(document, `file://${root}`);
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)];
  for (const [, link = ''] of links) {
    expect(existsSync(new URL(link, folder)), link).toBe(true);
  }
  for (const [, name = ''] of text.matchAll(/`(test\/[\w./*-]+\.test\.ts)`/g)) {
    const pattern = new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
    expect(
      tests.some((file) => pattern.test(file)),
      name,
    ).toBe(true);
  }
});

test.each(documents)('every npm script that %s names exists', (document) => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const named = [...readFileSync(root + document, 'utf8').matchAll(/npm run ([a-z][\w:-]*)/g)];
  expect(named.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([]);
});

test('every module of the build that an example imports has a source', () => {
  const examples = readdirSync(`${root}examples`, { recursive: true })
    .map((name) => `examples/${name}`)
    .filter((name) => name.endsWith('.mjs'));
  const imports = examples.flatMap((example) =>
    [...readFileSync(root + example, 'utf8').matchAll(/from '[./]+\/dist\/(.+)\.js'/g)].map(
      ([, name]) => name,
    ),
  );
  expect(imports.length).toBeGreaterThan(0);
  for (const name of imports) {
    expect(existsSync(`${root}src/${name}.ts`), name).toBe(true);
  }
});
