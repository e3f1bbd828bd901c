import { readFileSync } from 'node:fs';
import type { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { GUARD_SETTINGS } from '../../src/config/limits.ts';
import { readSettings } from '../../src/config/setting.ts';
import { toGraphQLError } from '../../src/graphql/format-errors.ts';
import { DOCUMENT_RULES } from '../../src/graphql/limits/measure-document.ts';
import { findRefusal } from '../../src/graphql/limits/rule.ts';
import { invalidCursor } from '../../src/pagination/cursor.ts';
import { SentryError } from '../../src/sentry/errors.ts';

/* The files in examples/supergraph/routers for routers that npm does not have. */

const read = (name: string) =>
  readFileSync(new URL(`../../examples/supergraph/routers/${name}`, import.meta.url), 'utf8');

test('the file of Cosmo Router keeps every extension that errors have', () => {
  const limits = readSettings(GUARD_SETTINGS, {});
  const size = {
    depth: 99,
    listNesting: 0,
    selections: 0,
    aliases: 0,
    rootFields: 0,
    directives: 0,
    fragmentNesting: 0,
  };
  const errors: readonly (GraphQLError | null)[] = [
    toGraphQLError(
      new SentryError('forbidden', 'No.', {
        retryAfterMs: 1,
        requiredScope: 'event:read',
        errorId: '1',
      }),
    ),
    findRefusal(DOCUMENT_RULES, size, limits),
    invalidCursor('after'),
  ];
  // `http` is for the gateway itself: Apollo Server makes the status of it.
  const names = errors.flatMap((error) => Object.keys(error?.extensions ?? {}));
  const kept = [...read('cosmo-router.yaml').matchAll(/^ {4}- (\w+)$/gm)].map(([, name]) => name);
  expect(kept).toEqual([
    'code',
    ...[...new Set(names)].filter((name) => !['code', 'http'].includes(name)).sort(),
  ]);
});

test.each([
  'apollo-router.yaml',
  'cosmo-router.yaml',
  'cosmo-compose.yaml',
  'hive-router.config.yaml',
])('every setting of %s has a comment, or is below one that has', (name) => {
  expect(unexplained(read(name))).toEqual([]);
});

/** Lines with a value that neither a comment above them explains, nor one above a key that they are below. */
function unexplained(yaml: string): readonly string[] {
  const found: string[] = [];
  /** Indents of lines with a comment. */
  let explained: number[] = [];
  let hasComment = false;
  for (const line of yaml.split('\n').filter(Boolean)) {
    const indent = line.search(/[^ -]/);
    explained = explained.filter((each) => each <= indent);
    if (line.trimStart().startsWith('#')) {
      hasComment = true;
    } else {
      explained = hasComment ? [...explained.filter((each) => each < indent), indent] : explained;
      if (!/:$/.test(line) && explained.length === 0) {
        found.push(line.trim());
      }
      hasComment = false;
    }
  }
  return found;
}
