import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDataset } from '../../../embedded-sentry/dataset.ts';
import { type EmbeddedSentry, startEmbeddedSentry } from '../../../embedded-sentry/server.ts';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { ORGANIZATION, readRestHashes, readRestList } from '../../harness/export.ts';
import { runShell } from './program.ts';

/* The two examples of docs/export.md, run as they are printed there. */

const document = readFileSync('docs/export.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'sentry-graphql-export-examples-'));
let upstream: EmbeddedSentry;

beforeAll(async () => {
  upstream = await startEmbeddedSentry({
    dataset: createDataset({
      // The error of CHECKOUT-4G, with seven of its hashes and five others, in another organization.
      extraRows: [
        {
          id: '2000000002',
          organization: 'other-org',
          project: 'checkout',
          number: '4G',
          title: 'RangeError: Invalid array length',
          platform: 'javascript',
          hashes: 12,
          firstIndex: 13,
        },
      ],
    }),
  });
});

afterAll(async () => {
  await upstream.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The code blocks of a language under a heading. */
function blocksOf(heading: string, language: string): readonly string[] {
  const section = document.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const blocks = section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'));
  return [...blocks].map(([, text = '']) => text);
}

async function runExample(heading: string, script: string): Promise<string> {
  const [command = ''] = blocksOf(heading, 'sh');
  const [text = ''] = blocksOf(heading, 'js');
  writeFileSync(join(folder, script), text);
  const ours = command
    .replaceAll(/\bacme(?!\.)/g, ORGANIZATION)
    .replaceAll(/\bglobex(?!\.)/g, 'other-org');
  const { status, printed, reported } = await runShell(
    `set -e; ${ours}`,
    {
      SENTRY_URL: upstream.url,
      SENTRY_AUTH_TOKEN: upstream.token,
      ACME_TOKEN: upstream.token,
      GLOBEX_TOKEN: TOKENS.outsider.text,
    },
    folder,
  );
  expect(status, reported).toBe(0);
  return printed;
}

test('the same errors in two organizations are matched by hash', async () => {
  const printed = await runExample('Example: the same errors', 'match.mjs');
  expect(printed).toBe('CHECKOUT-4G = CHECKOUT-4G: RangeError: Invalid array length (7 hashes)\n');
});

test('the issues with the most hashes are a CSV', async () => {
  await runExample('Example: a CSV', 'most-hashes.mjs');
  const lines = readFileSync(join(folder, 'most-hashes.csv'), 'utf8').trim().split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'hashes,issue,title',
    '"1000","CHECKOUT-8","Error: Minified React error #310"',
    '"250","CHECKOUT-1","This is an example Python exception"',
  ]);
  const counts = new Map<string, number>();
  for (const row of await readRestHashes(upstream)) {
    const [issue = ''] = row.split(' ');
    counts.set(issue, (counts.get(issue) ?? 0) + 1);
  }
  const issues = await readRestList(upstream, 'issues/?query=is:unresolved&project=-1');
  const expected = issues
    .map(({ id, shortId }) => [counts.get(String(id)) ?? 0, shortId] as const)
    .sort(([one], [other]) => other - one);
  expect(lines).toHaveLength(21);
  expect(lines.slice(1).map((line) => Number(line.split('"')[1]))).toEqual(
    expected.slice(0, 20).map(([hashes]) => hashes),
  );
});
