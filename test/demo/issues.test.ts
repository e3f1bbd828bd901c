import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { ORGANIZATION, serve } from './client.ts';

const { ask } = await serve();
const ISSUES = `${ORGANIZATION}/issues/`;
const ids = ({ body }: { body: { id: string }[] }) => body.map(({ id }) => id).sort();

test('group= returns many issues at once, without pages and without unknown ones', async () => {
  const all = ids(await ask(`${ISSUES}?query=&limit=100`)).slice(0, 25);
  const search = [...all, '999'].map((id) => `group=${id}`).join('&');
  const reply = await ask(`${ISSUES}?${search}`);
  expect(ids(reply)).toEqual(all);
  expect(reply.headers.has('link')).toBe(false);
});

test('group= accepts only integers', async () => {
  const { status, body } = await ask(`${ISSUES}?group=CHECKOUT-4F`);
  expect([status, body]).toEqual([400, { detail: 'Group ids must be integers' }]);
});

test('an issue has the fields of Sentry’s own pages, its count as text', async () => {
  const { body } = await ask(`${ISSUES}${EMBEDDED_ISSUES.one}/`);
  expect(body).toMatchObject({
    id: EMBEDDED_ISSUES.one,
    shortId: 'CHECKOUT-4F',
    status: 'unresolved',
    project: { slug: 'checkout' },
    count: expect.any(String),
    userCount: expect.any(Number),
  });
});

test('a short id is resolved', async () => {
  const { body } = await ask(`${ORGANIZATION}/shortids/CHECKOUT-4F/`);
  expect(body).toMatchObject({
    organizationSlug: 'hellboy-meowmeow',
    projectSlug: 'checkout',
    groupId: EMBEDDED_ISSUES.one,
    shortId: 'CHECKOUT-4F',
  });
});

test('an organization has the URL of its region', async () => {
  const { body } = await ask(`${ORGANIZATION}/`);
  expect(body).toMatchObject({
    id: expect.any(String),
    slug: 'hellboy-meowmeow',
    name: expect.any(String),
    dateCreated: expect.any(String),
    links: { organizationUrl: expect.any(String), regionUrl: expect.any(String) },
  });
});
