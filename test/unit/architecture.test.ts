import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENT = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');

interface Part {
  /** A folder with its slash, or a file, from the root of the project. */
  readonly path: string;
  readonly mayImport: ReadonlySet<string>;
}

interface Import {
  readonly file: string;
  readonly target: string;
}

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '');

const sources = tracked.filter(
  (file) =>
    /^(src|embedded-sentry)\/.*\.ts$/.test(file) &&
    statSync(join(ROOT, file), { throwIfNoEntry: false }),
);

const parts = readParts();
const imports = sources.flatMap(readImports);

/** The rows of the table of parts: path, content, allowed imports. */
function readParts(): readonly Part[] {
  const rows = DOCUMENT.matchAll(/^\| ((?:`[^`|]+`(?:, )?)+) \| [^|]+ \|([^|]*)\|$/gm);
  const names = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return [...rows]
    .flatMap(([, paths = '', targets = '']) =>
      names(paths).map((path) => ({ path, mayImport: new Set(names(targets)) })),
    )
    .filter(({ path }) => /^(src|embedded-sentry)\//.test(path));
}

/** Imports and re-exports of other modules, including types; packages by name. */
function readImports(file: string): readonly Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const specifiers = text.matchAll(
    /^(?:import|export)\b[^;'"]*?\bfrom '([^']+)';|^import '([^']+)';|\bimport\('([^']+)'\)/gm,
  );
  return [...specifiers].map(([, named, bare, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? '';
    const target = specifier.startsWith('.')
      ? normalize(join(file, '..', specifier))
      : (/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '');
    return { file, target };
  });
}

/** The most specific part that contains a file. */
function partOf(file: string): Part | undefined {
  return parts
    .filter(({ path }) => (path.endsWith('/') ? file.startsWith(path) : file === path))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

test('every source file belongs to a part that ARCHITECTURE.md names', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => partOf(file) === undefined)).toEqual([]);
  expect(parts.filter(({ path }) => !sources.some((file) => partOf(file)?.path === path))).toEqual(
    [],
  );
});

test('a part imports only the parts that ARCHITECTURE.md allows it, types included', () => {
  const forbidden = imports.filter(({ file, target }) => {
    const from = partOf(file);
    const to = partOf(target)?.path ?? (target === '#embedded-sentry' ? 'embedded-sentry/' : null);
    return to !== null && to !== from?.path && !from?.mayImport.has(to);
  });
  expect(forbidden.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test('every allowance in ARCHITECTURE.md is used', () => {
  const used = new Set(
    imports.map(
      ({ file, target }) =>
        `${partOf(file)?.path} ${target === '#embedded-sentry' ? 'embedded-sentry/' : partOf(target)?.path}`,
    ),
  );
  const unused = parts.flatMap(({ path, mayImport }) =>
    [...mayImport].map((target) => `${path} ${target}`).filter((pair) => !used.has(pair)),
  );
  expect(unused).toEqual([]);
});

test('the allowed imports form no circle', () => {
  const left = new Map(parts.map(({ path, mayImport }) => [path, mayImport]));
  for (let removed = true; removed; ) {
    removed = false;
    for (const [path, mayImport] of left) {
      if (![...mayImport].some((target) => left.has(target))) {
        left.delete(path);
        removed = true;
      }
    }
  }
  expect([...left.keys()]).toEqual([]);
});

/** Packages that only one part may import; ARCHITECTURE.md has the reasons in its list of dependencies. */
const OWNERS: Readonly<Record<string, string>> = {
  undici: 'src/network/',
  jose: 'src/auth/',
  dataloader: 'src/loaders/',
  'prom-client': 'src/telemetry/',
  fastify: 'src/http/',
};

test('a package with one owner is imported by that part alone', () => {
  const strays = imports.filter(
    ({ file, target }) => OWNERS[target] !== undefined && !file.startsWith(OWNERS[target]),
  );
  expect(strays).toEqual([]);
});

test('the demo server imports nothing but Node itself', () => {
  const foreign = imports.filter(
    ({ file, target }) =>
      file.startsWith('embedded-sentry/') &&
      !target.startsWith('embedded-sentry/') &&
      !builtinModules.includes(target.replace('node:', '')),
  );
  expect(foreign).toEqual([]);
});

test('no tracked file is a link that leaves the repository', () => {
  const links = execFileSync('git', ['ls-files', '-s'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.startsWith('120000'));
  expect(links).toEqual([]);
});
