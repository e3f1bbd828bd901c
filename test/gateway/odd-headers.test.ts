import { expect, test } from 'vitest';
import { startGateway } from '../harness/gateway.ts';

const MAX_INT = 2_147_483_647;

test.each([
  ['0', 0],
  ['7', 7],
  [`${MAX_INT}`, MAX_INT],
  [`${MAX_INT + 1}`, null],
  ['99999999999', null],
  ['9'.repeat(400), null],
  ['-5', null],
  ['1.5', null],
  ['1e3', null],
  ['many', null],
])('a list whose server counts %s issues has the `totalCount` %s', async (hits, totalCount) => {
  const link = '<http://sentry/?cursor=0:1:0>; rel="next"; results="true"; cursor="0:1:0"';
  await using gateway = await startGateway({
    intercept: () => ({ status: 200, headers: { 'x-hits': hits, link }, body: '[{"id":"1"}]' }),
  });
  const { data, errors } = await gateway.execute(
    '{ organization(slug: "o") { issues(first: 1) { totalCount } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.organization.issues.totalCount).toBe(totalCount);
});

test.each([
  ['100', '99', { limit: 100, remaining: 99 }],
  ['100.5', '3', { limit: 100, remaining: 3 }],
  ['99999999999', '99999999998', { limit: MAX_INT, remaining: MAX_INT }],
  ['9'.repeat(400), '1', { limit: MAX_INT, remaining: 1 }],
  ['None', '1', null],
  ['0', '0', null],
  ['100', '-1', null],
])('a rate limit of %s with %s remaining is read as %j', async (limit, remaining, expected) => {
  await using gateway = await startGateway({
    intercept: () => ({
      status: 200,
      headers: {
        'x-sentry-rate-limit-limit': limit,
        'x-sentry-rate-limit-remaining': remaining,
        'x-sentry-rate-limit-reset': `${Math.ceil(Date.now() / 1_000) + 30}`,
      },
      body: '{"id":"1"}',
    }),
  });
  await gateway.execute('{ issue(organization: "o", id: "1") { title } }');
  const { data, errors } = await gateway.execute('{ rateLimit { limit remaining } }');
  expect(errors).toBeUndefined();
  expect(data.rateLimit).toEqual(expected);
});
