import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly uses?: string;
        readonly needs?: string;
        readonly permissions?: Readonly<Record<string, string>>;
        readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
        readonly steps?: readonly Step[];
      }
    >
  >;
}

const workflow = (name: string) =>
  parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')) as Workflow;

test('the checks run .ci/run on each Node version', () => {
  const { checks } = workflow('checks').jobs;
  expect(checks?.strategy?.matrix.node).toEqual([20, 22, 24, 26]);
  expect(checks?.steps?.at(-1)?.run).toBe('.ci/run');
});

test('a release passes the checks first, and is published with provenance and a bill of materials', () => {
  const { checks, publish } = workflow('release').jobs;
  expect(checks?.uses).toBe('./.github/workflows/checks.yml');
  expect(publish?.needs).toBe('checks');
  expect(publish?.permissions).toMatchObject({ 'id-token': 'write' });
  const commands = (publish?.steps ?? []).map(({ run }) => run ?? '');
  expect(commands).toContain('npm run sbom');
  expect(commands.findIndex((command) => command.includes('--provenance'))).toBeGreaterThan(
    commands.indexOf('npm pack'),
  );
});

test('the packed package names the repository in which the release runs', async () => {
  const { steps = [] } = workflow('release').jobs['publish'] ?? {};
  const commands = steps.map(({ run }) => run ?? '');
  const index = commands.findIndex((command) => command.includes('repository.url'));
  expect(commands.indexOf('npm pack')).toBeGreaterThan(index);
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{}');
    const variables =
      'export GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=someone/something';
    await promisify(execFile)('sh', ['-c', `${variables}; ${commands[index]}`], { cwd: folder });
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({
      repository: { type: 'git', url: 'git+https://github.com/someone/something.git' },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const CHANGELOG = `# Changelog

## Unreleased

- New.

## 1.2.3 (2026-11-26)

- One.
- Two.

## 1.2.2

- Old.
`;

/** What the script prints for a tag, or the sentence with which it fails. */
async function notesFor(tag: string, version: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
    writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG);
    const script = resolve('.ci/release-notes.mjs');
    return await promisify(execFile)(process.execPath, [script, tag], { cwd: folder }).then(
      ({ stdout }) => stdout,
      ({ stderr }) => stderr,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the notes of a release are its section of the changelog', async () => {
  expect(await notesFor('v1.2.3', '1.2.3')).toBe('- One.\n- Two.\n');
});

test.each([
  ['v1.2.4', '1.2.3', 'The tag is "v1.2.4"; expected v1.2.3, the version in package.json.'],
  ['v1.2.2', '1.2.2', 'CHANGELOG.md has no section `## 1.2.2 (date)` with text.'],
  ['v1.3.0', '1.3.0', 'CHANGELOG.md has no section `## 1.3.0 (date)` with text.'],
])('the tag %s of version %s is refused', async (tag, version, sentence) => {
  expect(await notesFor(tag, version)).toBe(`${sentence}\n`);
});
