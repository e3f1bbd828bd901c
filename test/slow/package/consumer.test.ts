import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/*
 * A user's project outside of the repository, with the published package (without the pages) and the installed
 * dependencies of the repository.
 */

const run = promisify(execFile);
const TSC = join('node_modules', 'typescript', 'bin', 'tsc');
const project = mkdtempSync(join(tmpdir(), 'sentry-graphql-consumer-'));

beforeAll(async () => {
  const modules = join(project, 'node_modules');
  const packaged = join(modules, 'sentry-graphql');
  mkdirSync(packaged, { recursive: true });
  for (const name of readdirSync('node_modules')) {
    if (!name.startsWith('.')) {
      symlinkSync(join(process.cwd(), 'node_modules', name), join(modules, name));
    }
  }
  await run(process.execPath, [TSC, '-b']);
  cpSync('dist', join(packaged, 'dist'), {
    recursive: true,
    filter: (path) => path !== join('dist', 'pages'),
  });
  copyFileSync('package.json', join(packaged, 'package.json'));
  cpSync('schema', join(packaged, 'schema'), { recursive: true });
  await dropUnpublished(packaged);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Keeps only the files of `npm pack`, so that a type that refers to another file does not compile. */
async function dropUnpublished(folder: string): Promise<void> {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: readonly { path: string }[] }];
  const published = new Set(files.map(({ path }) => path));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !published.has(path.slice(folder.length + 1))) {
      rmSync(path);
    }
  }
}

test.each([
  ['public-types.mts', { skipLibCheck: false }],
  ['servers.mts', { skipLibCheck: true }],
])('%s compiles in a strict project', async (file, options) => {
  const folder = join(project, file.replace('.mts', ''));
  mkdirSync(folder);
  copyFileSync(join(import.meta.dirname, file), join(folder, file));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files: [file] }),
  );
  const { stdout } = await run(process.execPath, [join(process.cwd(), TSC), '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe('');
});

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  module: 'nodenext',
  target: 'es2023',
  types: ['node'],
  noEmit: true,
};

const FAILURE = '{ organization(slug: "nobody") { name } }';
const QUERY =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 1) { nodes { hash } } } }';

test.each([
  ['yoga', QUERY, {}],
  ['apollo-server', QUERY.replace('{', '{ onCall '), { onCall: 'ann@example.com' }],
])(
  'a copy of examples/%s answers a query and returns an error with its code',
  async (example, query, own) => {
    copyFileSync(join('examples', example, 'server.mjs'), join(project, `${example}.mjs`));
    const server = spawn(process.execPath, [`${example}.mjs`], {
      cwd: project,
      env: { PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const url = await readUrl(server.stdout);
      expect(await ask(url, query)).toEqual({
        data: {
          ...own,
          issue: { hashes: { nodes: [{ hash: '9999aaaaca8b46d797c23c6077c6ff01' }] } },
        },
      });
      expect(await ask(url, FAILURE)).toMatchObject({
        data: { organization: null },
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
    } finally {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  },
);

async function readUrl(printed: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(printed)) {
    const [url] = /http:\S+/.exec(line) ?? [];
    if (url !== undefined) {
      return url;
    }
  }
  throw new Error('The example ended before it listened.');
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
