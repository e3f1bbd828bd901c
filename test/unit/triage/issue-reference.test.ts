import { expect, test } from 'vitest';
import { readIssueReference } from '../../../pages/triage/src/address/issue-reference.ts';

test.each([
  ['https://acme.sentry.io/issues/4509877862268928/', 'acme', '4509877862268928'],
  [
    'https://acme.sentry.io/issues/4509877862268928/events/0a1b/?project=2',
    'acme',
    '4509877862268928',
  ],
  ['https://acme.sentry.io/issues/CHECKOUT-4F/', 'acme', 'CHECKOUT-4F'],
  ['https://sentry.io/organizations/acme/issues/17/?query=is%3Aunresolved', 'acme', '17'],
  ['https://us.sentry.io/organizations/acme/issues/17', 'acme', '17'],
  ['https://sentry.example.com/organizations/acme/issues/17/', 'acme', '17'],
  ['https://example.com/sentry/organizations/acme/issues/17/', 'acme', '17'],
  ['https://sentry.example.com/acme/shop/issues/17/', 'acme', '17'],
  ['https://glitchtip.example.com/acme/issues/17', 'acme', '17'],
  ['  https://acme.sentry.io/issues/17/ ', 'acme', '17'],
])('%s is an issue', (text, organization, issue) => {
  expect(readIssueReference(text, '')).toEqual({ organization, issue });
});

test.each(['CHECKOUT-4F', 'checkout-4f', 'MY-PROJECT-1', 'my_project-1a', '1341191803'])(
  '%s is an issue of the chosen organization',
  (issue) => {
    expect(readIssueReference(issue, 'acme')).toEqual({ organization: 'acme', issue });
    expect(readIssueReference(issue, '')).toBeNull();
  },
);

test.each([
  'is:unresolved level:error',
  'checkout-page',
  'PaymentError',
  '',
  '9999aaaaca8b46d797c23c6077c6ff01',
  'https://acme.sentry.io/projects/shop/',
  'https://acme.sentry.io/issues/',
  'https://sentry.example.com/issues/17/',
  'https://',
])('“%s” is a search', (text) => {
  expect(readIssueReference(text, 'acme')).toBeNull();
});
