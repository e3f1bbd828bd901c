import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter(
    (file) =>
      /\.(?:ts|tsx|mjs|graphql|md)$/.test(file) &&
      !/^src\/generated\/|^bench\/REPORT|\/recordings\/|words\.test\.ts$/.test(file),
  );
const lines = files.flatMap((file) =>
  readFileSync(ROOT + file, 'utf8')
    .split('\n')
    .map((line, index) => ({ place: `${file}:${index + 1}`, line })),
);

/* Phrases and names that readers did not understand, as patterns. */
test.each([
  ['whoever', 'the caller, the operator, any client'],
  ['left alone|leaves? \\w+ alone', 'the circuit breaker is open'],
  ['tells? \\w+ apart', 'detects, distinguishes'],
  ['stands? in for', 'replaces'],
  ['under way|underWay', 'in flight, in progress, inFlight'],
  ['lets? go of|letGo', 'releases, release'],
  ['nobody ?waits|unwaited', 'all clients have disconnected, abandoned'],
  ['has the answer \\w+', 'adds … to the response'],
  ['textOf', 'requestKey, htmlToText, …: name the text'],
  ['strangers?', 'unknownFlag, otherOrganization, …: name what is unknown'],
  ['told|tellUpstream', 'observed, received'],
])('“%s” is not used; better: %s', (pattern, _better) => {
  const word = new RegExp(`\\b(?:${pattern})\\b`, 'i');
  expect(lines.filter(({ line }) => word.test(line)).map(({ place }) => place)).toEqual([]);
});
