// Packs the package as for publishing, checks its list of files, installs it in an empty folder, and starts
// it there by its command: first query, explorer and triage page. Dependencies come from npm's cache if
// they are there, otherwise from the registry.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withGateway } from './gateway.mjs';

/** Maximum size of the tarball; most of it is the explorer's editor. */
const MAX_BYTES = 4_000_000;

/** Files that may be in the package. */
const ALLOWED = [
  /^(README|CHANGELOG|SECURITY)\.md$/,
  /^(LICENSE|package\.json|(schema|subgraph)\.graphql)$/,
  /^docs\/[a-z-]+\.(md|png)$/,
  /^bench\/(REPORT\.md|charts\/[a-z-]+\.svg)$/,
  /^(deploy|examples)\//,
  /^schema\/[a-z-]+\.graphql$/,
  /^dist\/(subgraph|export\/export-issues)\.d\.ts$/,
  /^dist\/pages\/(explorer|triage)\/(index\.html|licenses\.md|assets\/[\w.-]+\.(js|css|svg|ttf|woff2))$/,
];

/** Commands for development. */
const UNPUBLISHED = ['embedded-sentry/main.ts', 'graphql/prepare-schema.ts'];

/** Other output of the build. */
const PREPARED = ['schema', 'schema-without-node'].map((name) => `dist/graphql/${name}.json`);

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'sentry-graphql-package-'));
try {
  const { filename, files, size } = await pack();
  const paths = files.map(({ path }) => path);
  checkList(paths, compiledFiles());
  must(size <= MAX_BYTES, `The tarball has ${size} bytes, more than ${MAX_BYTES}.`);
  console.log(`Packed: ${paths.length} files, ${size} bytes.`);
  checkLinks(paths);

  await run('npm', ['init', '--yes'], { cwd: folder });
  const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...flags, join(folder, filename)], { cwd: folder });
  await checkCommand();
  const command = join(folder, 'node_modules/.bin/sentry-graphql'); // as npx runs it
  await withGateway({ command, cwd: folder, timeoutMs: 30_000 }, checkPages);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function pack() {
  // `prepack` prints to standard error, npm's report to standard output.
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder]);
  return JSON.parse(stdout.slice(stdout.indexOf('[\n')))[0];
}

function compiledFiles() {
  const embedded = readdirSync('embedded-sentry', { recursive: true });
  return [
    ...readdirSync('src', { recursive: true }),
    ...embedded.map((path) => `embedded-sentry/${path}`),
  ]
    .filter((path) => path.endsWith('.ts') && !UNPUBLISHED.includes(path))
    .map((path) => `dist/${path.replace(/\.ts$/, '.js')}`);
}

function checkList(paths, compiled) {
  const expected = new Set([...PREPARED, ...compiled]);
  const unexpected = paths.filter(
    (path) => !expected.has(path) && !ALLOWED.some((pattern) => pattern.test(path)),
  );
  must(unexpected.length === 0, `Unexpected files in the package: ${unexpected.join(', ')}`);
  const needed = [
    ...['LICENSE', 'README.md', 'schema.graphql', 'subgraph.graphql', 'dist/subgraph.d.ts'],
    'dist/export/export-issues.d.ts',
    ...['explorer', 'triage'].map((page) => `dist/pages/${page}/licenses.md`),
    ...PREPARED,
    ...compiled,
  ];
  const missing = needed.filter((path) => !paths.includes(path));
  must(missing.length === 0, `Missing in the package: ${missing.join(', ')}`);
}

/** The target of every relative link in a packed document must be in the package. */
function checkLinks(paths) {
  const broken = paths
    .filter((path) => path.endsWith('.md') && !path.startsWith('dist/'))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
        .map(([, link]) => link)
        .filter((link) => !/^[a-z]+:/.test(link))
        .map((link) => [path, join(path, '..', link).replace(/\/$/, '')]),
    )
    .filter(
      ([, target]) => !paths.some((path) => path === target || path.startsWith(`${target}/`)),
    );
  must(
    broken.length === 0,
    `Targets of links missing in the package: ${broken.map(([path, target]) => `${target} in ${path}`).join(', ')}`,
  );
}

async function checkCommand() {
  const npx = (argument) =>
    run('npx', ['--no-install', 'sentry-graphql', argument], { cwd: folder });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  must((await npx('--version')).stdout === `${version}\n`, '--version prints another version.');
  must((await npx('--help')).stdout.includes('SENTRY_AUTH_TOKEN'), '--help lists no settings.');
  const refused = await npx('--port').catch((error) => error);
  must(refused.code === 2, `An unknown option exits with ${refused.code}.`);
}

/** Loads each page, and each file that its HTML refers to. */
async function checkPages(url) {
  for (const page of ['/graphiql', '/triage']) {
    const html = await read(new URL(page, url));
    const assets = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    must(assets.length > 0, `${page} refers to no assets.`);
    await Promise.all(assets.map((path) => read(new URL(path, url))));
    console.log(`Served: ${page} with ${assets.length} files.`);
  }
}

async function read(url) {
  const response = await fetch(url);
  must(response.ok, `${url.pathname} returns status ${response.status}.`);
  return response.text();
}

function must(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}
