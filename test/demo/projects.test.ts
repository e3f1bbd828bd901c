import { expect, test } from 'vitest';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { hashesPath, ORGANIZATION, serve } from './client.ts';

const { ask } = await serve();
const PROJECT = '/api/0/projects/hellboy-meowmeow/checkout';
const { id: hash, latestEvent } = DOCUMENTATION_SAMPLE;

test('`hashes=` finds the issue of a hash, without a search', async () => {
  const { body, headers } = await ask(`${PROJECT}/issues/?hashes=${hash}`);
  expect(body.map(({ id }: { id: string }) => id)).toEqual([EMBEDDED_ISSUES.main]);
  expect(headers.has('link')).toBe(false);
  const refused = await ask(`${PROJECT}/issues/?hashes=${hash}&query=x`);
  expect([refused.status, refused.body]).toEqual([
    400,
    { detail: "Cannot use 'hashes' with 'query'" },
  ]);
});

test('an event is found by its project and by its organization', async () => {
  expect((await ask(`${PROJECT}/events/${hash}/`)).body).toMatchObject(latestEvent);
  expect((await ask(`${ORGANIZATION}/eventids/${hash}/`)).body).toEqual({
    organizationSlug: 'hellboy-meowmeow',
    projectSlug: 'checkout',
    groupId: EMBEDDED_ISSUES.main,
    eventId: hash,
    event: latestEvent,
  });
  const missing = await ask(`${PROJECT}/events/${'f'.repeat(32)}/`);
  expect([missing.status, missing.body]).toEqual([404, { detail: 'Event not found' }]);
  expect((await ask(`${ORGANIZATION}/eventids/x/`)).status).toBe(404);
  expect((await ask(`${ORGANIZATION}/eventids/1/`)).status).toBe(400);
});

test('projects are listed and found', async () => {
  const { body } = await ask(`${ORGANIZATION}/projects/`);
  expect(body.map(({ slug }: { slug: string }) => slug)).toEqual(
    expect.arrayContaining(['checkout', 'billing']),
  );
  expect((await ask(`${PROJECT}/`)).body).toMatchObject({
    slug: 'checkout',
    organization: { slug: 'hellboy-meowmeow' },
  });
});

test('a search for an event ID, or with a flag for a short ID, is a direct hit', async () => {
  const byEvent = await ask(`${ORGANIZATION}/issues/?query=${hash}`);
  expect(byEvent.body).toMatchObject([{ id: EMBEDDED_ISSUES.main, matchingEventId: hash }]);
  expect([byEvent.headers.get('x-sentry-direct-hit'), byEvent.headers.has('link')]).toEqual([
    '1',
    false,
  ]);
  const byShortId = await ask(`${ORGANIZATION}/issues/?query=CHECKOUT-4F&shortIdLookup=1`);
  expect(byShortId.body).toMatchObject([{ id: EMBEDDED_ISSUES.one }]);
});

test('user tags keep their query in light events', async () => {
  const { body } = await ask(`${hashesPath(EMBEDDED_ISSUES.one)}?full=0`);
  const tag = body[0].latestEvent.tags.find(({ key }: { key: string }) => key === 'user');
  expect(Object.keys(tag).sort()).toEqual(['key', 'query', 'value']);
});

test('events are filtered by the requested time window', async () => {
  const events = `${ORGANIZATION}/issues/${EMBEDDED_ISSUES.main}/events/`;
  const { body } = await ask(`${events}?start=2020-06-17T22:00:00&end=2020-06-18T00:00:00Z`);
  expect(body.map(({ eventID }: { eventID: string }) => eventID)).toEqual([hash]);
});
