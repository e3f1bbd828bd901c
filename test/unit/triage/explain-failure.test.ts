import { expect, test } from 'vitest';
import { headersOf } from '../../../pages/triage/src/access/credentials.ts';
import { explainFailure } from '../../../pages/triage/src/access/explain-failure.ts';

const message = 'A token is required: send it as `Authorization`.';
const refusedByGateway = { code: 'UNAUTHENTICATED', status: 401, message };
const refusedBySentry = { code: 'UNAUTHENTICATED', status: 200, message };
const forbidden = { code: 'FORBIDDEN', status: 200, message };

test.each([
  [refusedByGateway, ['apiKey'], {}, 'An API key is needed', ['apiKey']],
  [refusedByGateway, ['apiKey'], { apiKey: 'k' }, 'The gateway refused the API key', ['apiKey']],
  [refusedByGateway, ['jwt'], {}, 'A JWT is needed', ['jwt']],
  [refusedByGateway, ['apiKey', 'sentryToken'], {}, 'An API key is needed', ['apiKey']],
  [
    refusedByGateway,
    ['routerSecret', 'apiKey'],
    {},
    'Router secret and API key are needed',
    ['routerSecret', 'apiKey'],
  ],
  [refusedBySentry, ['sentryToken'], {}, 'A Sentry token is needed', ['sentryToken']],
  [
    refusedBySentry,
    ['apiKey', 'sentryToken'],
    { apiKey: 'k', sentryToken: 't' },
    'Sentry refused the Sentry token',
    ['sentryToken'],
  ],
  [refusedBySentry, [], {}, 'Sentry refused the gateway’s token', []],
  [refusedBySentry, ['apiKey'], { apiKey: 'k' }, 'Sentry refused the gateway’s token', []],
  [forbidden, ['sentryToken'], { sentryToken: 't' }, 'The token lacks permission', ['sentryToken']],
  [forbidden, [], {}, 'The gateway’s token lacks permission', []],
  [{ code: 'OFFLINE', status: null, message }, ['apiKey'], {}, 'The gateway cannot be reached', []],
  [{ code: 'SOMETHING', status: 500, message }, [], {}, 'The issue could not be loaded', []],
] as const)('%j over a gateway that needs %j, with %j: “%s”', (...row) => {
  const [failure, kinds, given, heading, secrets] = row;
  expect(explainFailure(failure, kinds, given)).toMatchObject({ heading, secrets });
});

test('how a program sends a missing secret is not explained to people', () => {
  expect(explainFailure(refusedBySentry, ['sentryToken'], {}).message).toBeNull();
  expect(explainFailure(refusedBySentry, ['sentryToken'], { sentryToken: 't' }).message).toBe(
    message,
  );
});

test('each secret is sent in the header that the gateway reads it from', () => {
  expect(headersOf({ apiKey: 'k', sentryToken: 't', routerSecret: 's' })).toEqual({
    'X-Api-Key': 'k',
    Authorization: 'Bearer t',
    'X-Router-Authorization': 's',
  });
  expect(headersOf({ jwt: 'j' })).toEqual({ Authorization: 'Bearer j' });
  expect(headersOf({})).toEqual({});
});
