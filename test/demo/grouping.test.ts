import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createDataset } from '../../embedded-sentry/dataset.ts';
import type { DialectName } from '../../embedded-sentry/dialect.ts';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { ORGANIZATION, serve } from './client.ts';

const { main, python, entryKinds } = EMBEDDED_ISSUES;

interface Variant {
  /** Null for the fallback until 2025. */
  readonly type: string | null;
  readonly hash: string | null;
  readonly hashMismatch: boolean;
  readonly values?: readonly string[];
  readonly checksum?: string;
  readonly raw_checksum?: string;
  readonly component?: Component;
}

interface Component {
  readonly id: string;
  readonly contributes: boolean;
  readonly values: readonly (Component | string)[];
}

const md5 = (values: readonly string[]) => createHash('md5').update(values.join('')).digest('hex');

/** Frames are listed newest first, but hashed oldest first. */
function contributing({ id, contributes, values }: Component): readonly string[] {
  const inOrder = id === 'stacktrace' ? [...values].reverse() : values;
  return contributes
    ? inOrder.flatMap((value) => (typeof value === 'string' ? [value] : contributing(value)))
    : [];
}

/** The hash of a variant, computed from its values. */
function hashOf({ type, values = [], checksum, raw_checksum, component }: Variant): string {
  const own = component ? contributing(component) : [];
  switch (type?.replaceAll('-', '_') ?? 'fallback') {
    case 'component':
      return md5(own);
    case 'salted_component':
      return md5(values.flatMap((value) => (value === '{{ default }}' ? own : [value])));
    case 'custom_fingerprint':
      return md5(values);
    case 'checksum':
      return checksum ?? '';
    case 'hashed_checksum':
      return md5([raw_checksum ?? '']);
    case 'fallback':
      return md5([]);
    default:
      throw new Error(`No variant is of the type ${type}.`);
  }
}

describe.each<DialectName>(['sentry-2023', 'sentry-2025', 'sentry-2026'])('over %s', (dialect) => {
  test.each([
    ['varied hashes', main, 12],
    ['hashes of one look', python, 6],
    ['every kind of entry', entryKinds, 15],
  ])('each hash of %s is the hash of the values shown', async (_what, issue, count) => {
    const { ask } = await serve({ dialect });
    const path = `${ORGANIZATION}/issues/${issue}/`;
    const { project } = (await ask(path)).body;
    const { body: hashes } = await ask(`${path}hashes/?per_page=${count}`);
    for (const { id, latestEvent } of hashes) {
      const { body } = await ask(
        `/api/0/projects/hellboy-meowmeow/${project.slug}/events/${latestEvent.eventID}/grouping-info/`,
      );
      const variants: Variant[] = Object.values(body.variants ?? body);
      const [variant, ...others] = variants.filter(({ hash }) => hash !== null);
      expect(others).toEqual([]);
      expect(variant?.hash).toBe(hashOf(variant as Variant));
      if (latestEvent.eventID === DOCUMENTATION_SAMPLE.latestEvent.eventID) {
        // Its hash is copied from the documentation, and does not match its values.
        expect(variant?.hashMismatch).toBe(true);
      } else {
        expect([variant?.hash, variant?.hashMismatch]).toEqual([id, false]);
      }
    }
  });
});

/** The three forms of this response in Sentry's history, by its source. */
test.each<[DialectName, readonly string[], readonly string[]]>([
  ['sentry-2024', ['app', 'system'], ['type', 'key', 'config']],
  [
    'sentry-2025',
    ['app_exception_stacktrace', 'system_exception_stacktrace'],
    ['type', 'key', 'contributes', 'hint', 'config'],
  ],
  ['sentry-2026', ['grouping_config', 'variants'], []],
  ['sentry-2026-09', ['grouping_config', 'variants'], []],
])('%s returns grouping in the form of its release', async (dialect, keys, variantKeys) => {
  const { ask } = await serve({ dialect });
  const { body: hashes } = await ask(`${ORGANIZATION}/issues/${python}/hashes/?per_page=1`);
  const { body } = await ask(
    `/api/0/projects/hellboy-meowmeow/billing/events/${hashes[0].latestEvent.eventID}/grouping-info/`,
  );
  expect(Object.keys(body)).toEqual(keys);
  const [variant = {}] = Object.values<object>(body.variants ?? body);
  expect(Object.keys(variant)).toEqual(expect.arrayContaining([...variantKeys]));
  expect('config' in variant).toBe(variantKeys.includes('config'));
});

test('grouping needs a scope of the project: event:read is not enough, and an unknown event is 404', async () => {
  const { ask } = await serve();
  const { eventID } = DOCUMENTATION_SAMPLE.latestEvent;
  const path = (event: string) =>
    `/api/0/projects/hellboy-meowmeow/checkout/events/${event}/grouping-info/`;
  const authorization = `Bearer ${TOKENS.eventRead.text}`;
  expect((await ask(path(eventID), { authorization })).status).toBe(403);
  const unknown = await ask(path('f'.repeat(32)));
  expect([unknown.status, unknown.body]).toEqual([
    404,
    { detail: 'The requested resource does not exist' },
  ]);
});

test('a hash belongs to one issue of its project only', () => {
  const seen = new Map<string, string>();
  for (const { id, projectId, events } of createDataset({ singles: 200 }).issues) {
    for (const hash of new Set(events.map((event) => event.hash))) {
      expect(seen.get(`${projectId} ${hash}`)).toBeUndefined();
      seen.set(`${projectId} ${hash}`, id);
    }
  }
  expect(seen.size).toBeGreaterThan(2_000);
});
