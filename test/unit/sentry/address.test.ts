import { expect, test } from 'vitest';
import { isOnServer, readAddress } from '../../../src/sentry/address.ts';

const EVENT = 'f'.repeat(32);
const issue = { organization: 'acme', issue: '123' };

test.each([
  ['https://acme.sentry.io/issues/123/', issue],
  ['https://acme.sentry.io/issues/CHECKOUT-4F/?project=1', { ...issue, issue: 'CHECKOUT-4F' }],
  [`https://acme.sentry.io/issues/123/events/${EVENT}/`, { ...issue, event: EVENT }],
  ['https://acme.sentry.io/issues/123/events/latest/?query=x', { ...issue, event: 'latest' }],
  ['https://acme.sentry.io/issues/123/activity/', issue],
  ['https://acme.sentry.io/issues/123/merged/#top', issue],
  ['https://sentry.io/organizations/acme/issues/123/', issue],
  [`https://sentry.io/organizations/acme/issues/123/events/${EVENT}`, { ...issue, event: EVENT }],
  ['https://sentry.io/acme/shop/issues/123/', issue],
  ['https://sentry.io/acme/issues/123/', issue],
  ['https://us.sentry.io/api/0/organizations/acme/issues/123/hashes/', issue],
  ['https://sentry.example.com/organizations/acme/issues/123/', issue],
  ['https://tools.example.com/sentry/organizations/acme/issues/123/', issue],
  ['http://127.0.0.1:9000/organizations/acme/issues/123/', issue],
  ['https://glitchtip.example.com/acme/issues/123', issue],
  ['https://acme.sentry.io/feedback/?feedbackSlug=shop:123&project=7', issue],
  [
    `https://sentry.io/organizations/acme/discover/shop:${EVENT}/`,
    { organization: 'acme', project: 'shop', event: EVENT },
  ],
  [
    `https://acme.sentry.io/performance/shop:${EVENT}/?x=1`,
    { organization: 'acme', project: 'shop', event: EVENT },
  ],
  [
    `https://acme.sentry.io/projects/shop/events/${EVENT}/`,
    { organization: 'acme', project: 'shop', event: EVENT },
  ],
  [
    `https://us.sentry.io/api/0/projects/acme/shop/events/${EVENT}/`,
    { organization: 'acme', project: 'shop', event: EVENT },
  ],
  ['https://acme.sentry.io/projects/shop/?project=7', { organization: 'acme', project: 'shop' }],
  ['https://sentry.io/settings/acme/projects/shop/', { organization: 'acme', project: 'shop' }],
  ['https://acme.sentry.io/settings/projects/shop/', { organization: 'acme', project: 'shop' }],
  [
    'https://acme.sentry.io/insights/projects/shop/?project=7',
    { organization: 'acme', project: 'shop' },
  ],
  [
    `https://sentry.example.com/organizations/acme/explore/discover/shop:${EVENT}/`,
    { organization: 'acme', project: 'shop', event: EVENT },
  ],
  ['https://acme.sentry.io/issues/feedback/?feedbackSlug=shop%3A123', issue],
  ['  https://acme.sentry.io/issues/123/\n', issue],
  ['https://acme.sentry.io/issues/123.', issue],
  ['https://acme.sentry.io/issues/123/).', issue],
])('%s', (text, expected) => {
  const found = Object.entries(readAddress(text) ?? {}).filter(([, value]) => value !== undefined);
  expect(Object.fromEntries(found)).toEqual(expected);
});

test.each([
  ['a share link', 'https://acme.sentry.io/share/issue/0123456789abcdef/'],
  ['a self-hosted server without organizations in its addresses', 'https://h.example/issues/123/'],
  ['a region without an organization', 'https://us.sentry.io/issues/123/'],
  ['a view of issues', 'https://acme.sentry.io/issues/views/12/'],
  ['the errors and outages', 'https://acme.sentry.io/issues/errors-outages/'],
  ['a rule for alerts', 'https://acme.sentry.io/issues/alerts/rules/details/1/'],
  ['all feedback', 'https://acme.sentry.io/issues/feedback/'],
  ['an issue without its organization', 'https://us.sentry.io/api/0/issues/123/'],
  ['a second region without an organization', 'https://us2.sentry.io/issues/123/'],
  ['the start page', 'https://sentry.io/'],
  ['an organization', 'https://acme.sentry.io/issues/'],
  ['another protocol', 'ftp://acme.sentry.io/issues/123/'],
  ['no address', 'CHECKOUT-4F'],
  ['a broken address', 'https://['],
])('%s names nothing', (_what, text) => {
  expect(readAddress(text)).toBeNull();
});

test.each([
  ['https://acme.sentry.io/issues/1/', 'https://sentry.io', true],
  ['https://sentry.io/organizations/acme/issues/1/', 'https://us.sentry.io/', true],
  ['https://acme.sentry.io.example.com/issues/1/', 'https://sentry.io', false],
  ['https://notsentry.io/issues/1/', 'https://sentry.io', false],
  ['https://sentry.example.com/organizations/a/issues/1/', 'https://sentry.example.com/x', true],
  ['https://sentry.example.com:8443/issues/1/', 'https://sentry.example.com', false],
  ['https://acme.sentry.io/issues/1/', 'https://sentry.example.com', false],
])('%s is on %s: %s', (text, server, expected) => {
  expect(isOnServer(text, server)).toBe(expected);
});
