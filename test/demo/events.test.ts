import { expect, test } from 'vitest';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { hashesPath, ORGANIZATION, serve } from './client.ts';

const { ask } = await serve();
const { main, goneEvent, entryKinds, hundred } = EMBEDDED_ISSUES;
const EVENTS = `${ORGANIZATION}/issues/${main}/events/`;

const SIMPLE_KEYS = [
  'id',
  'event.type',
  'groupID',
  'eventID',
  'projectID',
  'message',
  'title',
  'location',
  'culprit',
  'user',
  'tags',
  'platform',
  'dateCreated',
  'crashFile',
  'metadata',
].sort();
const EVERY_FULL_KEY = [
  'id',
  'groupID',
  'eventID',
  'projectID',
  'size',
  'entries',
  'dist',
  'message',
  'title',
  'location',
  'user',
  'contexts',
  'sdk',
  'context',
  'packages',
  'type',
  'metadata',
  'tags',
  'platform',
  'dateReceived',
  'errors',
  'occurrence',
  '_meta',
];
const ERROR_KEYS = [
  ...EVERY_FULL_KEY,
  'crashFile',
  'culprit',
  'dateCreated',
  'fingerprints',
  'groupingConfig',
].sort();

test("the first hash equals the documentation's sample in every leaf", async () => {
  const { body } = await ask(hashesPath(main));
  const { mergedBySeer, seerMatchDistance, ...item } = body[0];
  expect(item).toEqual(DOCUMENTATION_SAMPLE);
  expect([mergedBySeer, seerMatchDistance]).toEqual([false, null]);
});

test('an item has four keys, and a distance only if Seer merged it', async () => {
  const { body } = await ask(`${hashesPath(main)}?full=0`);
  for (const item of body) {
    expect(Object.keys(item).sort()).toEqual([
      'id',
      'latestEvent',
      'mergedBySeer',
      'seerMatchDistance',
    ]);
    expect(typeof item.seerMatchDistance === 'number').toBe(item.mergedBySeer);
  }
  expect(
    new Set(body.map(({ mergedBySeer }: { mergedBySeer: boolean }) => mergedBySeer)).size,
  ).toBe(2);
});

test.each(['', '?full=1', '?full=no', '?full=False', '?full='])(
  'hashes%s are full',
  async (search) => {
    const { body } = await ask(`${hashesPath(hundred)}${search}`);
    expect(Object.keys(body[0].latestEvent).sort()).toEqual(ERROR_KEYS);
    expect(body[0].latestEvent.tags[0]).toHaveProperty('_meta', null);
    expect(body[0].latestEvent.id).toBe(body[0].latestEvent.eventID);
  },
);

test.each(['?full=0', '?full=false'])('hashes%s are light', async (search) => {
  const { body } = await ask(`${hashesPath(main)}${search}`);
  for (const { latestEvent } of body) {
    expect(Object.keys(latestEvent).sort()).toEqual(SIMPLE_KEYS);
    expect(Object.keys(latestEvent.user).sort()).toEqual(['email', 'id', 'ip_address', 'username']);
    expect(latestEvent.tags[0]).not.toHaveProperty('_meta');
  }
});

test('a hash whose latest event has no body is listed with null', async () => {
  const { body } = await ask(hashesPath(goneEvent));
  const gone = body.filter(({ latestEvent }: { latestEvent: unknown }) => latestEvent === null);
  expect(gone).toHaveLength(1);
});

test('the demo data has every kind of entry and all types of event', async () => {
  const { body } = await ask(hashesPath(entryKinds));
  const events = body.map(({ latestEvent }: { latestEvent: object }) => latestEvent);
  const kinds = events.flatMap(({ entries }: { entries: { type: string }[] }) =>
    entries.map(({ type }) => type),
  );
  expect(kinds).toEqual(
    expect.arrayContaining([
      'exception',
      'stacktrace',
      'threads',
      'message',
      'breadcrumbs',
      'request',
      'template',
      'csp',
      'hpkp',
      'expectct',
      'expectstaple',
      'nel',
      'debugmeta',
      'spans',
      'wibble',
    ]),
  );
  expect(events.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['error', 'default', 'csp', 'transaction', 'generic']),
  );
  const transaction = events.find(({ type }: { type: string }) => type === 'transaction');
  expect(Object.keys(transaction).sort()).toEqual(
    [...EVERY_FULL_KEY, 'startTimestamp', 'endTimestamp', 'measurements', 'breakdowns'].sort(),
  );
});

test.each(['python', 'java', 'go', 'native', 'php'] as const)(
  '%s has stack traces',
  async (platform) => {
    const { body } = await ask(hashesPath(EMBEDDED_ISSUES[platform]));
    expect(body[0].latestEvent.platform).toBe(platform);
    expect(body[0].latestEvent.entries[0].data.values[0].stacktrace.frames.length).toBeGreaterThan(
      1,
    );
  },
);

test('the events of an issue are light, newest first, and more than sixty', async () => {
  const { body, headers } = await ask(EVENTS);
  expect(body.length).toBeGreaterThanOrEqual(60);
  expect(Object.keys(body[0]).sort()).toEqual(SIMPLE_KEYS);
  const dates = body.map(({ dateCreated }: { dateCreated: string }) => dateCreated);
  expect(dates).toEqual([...dates].sort().reverse());
  expect(headers.has('link')).toBe(true);
});

test('a list of IDs returns those events, in full if requested, without unknown ones', async () => {
  const { body: all } = await ask(EVENTS);
  const ids: string[] = all.slice(5, 8).map(({ eventID }: { eventID: string }) => eventID);
  const list = encodeURIComponent(`id:[${[...ids, 'f'.repeat(32)].join(',')}]`);
  const light = await ask(`${EVENTS}?query=${list}`);
  expect(light.body.map(({ eventID }: { eventID: string }) => eventID)).toEqual(ids);
  expect(light.body[0]).not.toHaveProperty('entries');
  const full = await ask(`${EVENTS}?full=1&query=${list}`);
  expect(full.body.map(({ eventID }: { eventID: string }) => eventID)).toEqual(ids);
  expect(full.body[0]).toHaveProperty('entries');
  expect(full.headers.has('link')).toBe(true);
});

test('a search for an event ID is a direct hit: the full event, without a Link header', async () => {
  const { body, headers } = await ask(`${EVENTS}?query=${DOCUMENTATION_SAMPLE.id}`);
  expect(body).toEqual([DOCUMENTATION_SAMPLE.latestEvent]);
  expect(headers.get('x-sentry-direct-hit')).toBe('1');
  expect(headers.has('link')).toBe(false);
});

test('an event has its neighbours, and is found only below its own issue', async () => {
  const latest = (await ask(`${EVENTS}latest/`)).body;
  const before = (await ask(`${EVENTS}${latest.previousEventID}/`)).body;
  const oldest = (await ask(`${EVENTS}oldest/`)).body;
  expect(latest.eventID).toBe(DOCUMENTATION_SAMPLE.id);
  expect(latest.nextEventID).toBeNull();
  expect(before.nextEventID).toBe(latest.eventID);
  expect(oldest.previousEventID).toBeNull();
  expect(latest).toHaveProperty('release');
  expect(latest).toHaveProperty('userReport');
  const { body: plain } = await ask(`${EVENTS}latest/?collapse=stacktraceOnly`);
  expect(plain).toEqual(DOCUMENTATION_SAMPLE.latestEvent);
});

test.each([
  [
    `${EVENTS}${'f'.repeat(32)}/`,
    'Event not found. The event ID may be incorrect, or its age exceeded the retention period.',
  ],
  [
    `${ORGANIZATION}/issues/${EMBEDDED_ISSUES.empty}/events/latest/`,
    'No matching event found. Try changing the environments, date range, or query.',
  ],
])('%s is not found, with Sentry’s message', async (path, detail) => {
  const { status, body } = await ask(path);
  expect([status, body]).toEqual([404, { detail }]);
});

test('a long response is compressed for clients that accept it, with the JSON media type', async () => {
  const { headers } = await ask(hashesPath(main));
  expect(headers.get('content-encoding')).toBe('gzip');
  expect(headers.get('content-type')).toBe('application/json');
  const { headers: plain } = await ask(hashesPath(main), {
    headers: { 'accept-encoding': 'identity' },
  });
  expect(plain.has('content-encoding')).toBe(false);
});
