import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway, startGatewayOver, type TestGateway } from '../harness/gateway.ts';

const ORGANIZATION = 'hellboy-meowmeow';
const { main, python } = EMBEDDED_ISSUES;
const { eventID } = DOCUMENTATION_SAMPLE.latestEvent;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const address = (path: string) => `${gateway.upstream.url}/organizations/${ORGANIZATION}/${path}`;
const RESOURCE = `query ($url: String!) { resource(url: $url) { __typename id
  ... on Issue { issueId } ... on Event { eventId } ... on Project { slug } } }`;

test.each([
  [`issues/${main}/`, { __typename: 'Issue', issueId: main }],
  ['issues/CHECKOUT-1/merged/', { __typename: 'Issue', issueId: main }],
  [`issues/${main}/events/${eventID}/`, { __typename: 'Event', eventId: eventID }],
  [`issues/${main}/events/latest/`, { __typename: 'Event' }],
  [`discover/checkout:${eventID}/`, { __typename: 'Event', eventId: eventID }],
  [`projects/checkout/`, { __typename: 'Project', slug: 'checkout' }],
])('the object at %s is found', async (path, expected) => {
  gateway.upstream.forgetRequests();
  const { data, errors } = await gateway.execute(RESOURCE, { url: address(path) });
  expect(errors).toBeUndefined();
  expect(data.resource).toMatchObject(expected);
  expect(gateway.upstream.requests).toHaveLength(1);
});

test.each([
  ['another server', 'https://acme.sentry.io/issues/1/', /is on another server/],
  ['a share link', 'https://acme.sentry.io/share/issue/12/', /does not name an organization/],
  ['no address', 'CHECKOUT-1', /does not name an organization/],
])('%s is refused with a sentence, without a request', async (_what, url, words) => {
  gateway.upstream.forgetRequests();
  const { data, errors } = await gateway.execute(RESOURCE, { url });
  expect(data).toEqual({ resource: null });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).toMatch(words);
  expect(gateway.upstream.requests).toEqual([]);
});

test('an event that does not exist is null, and an issue NOT_FOUND', async () => {
  const event = address(`issues/${main}/events/${'0'.repeat(32)}/`);
  expect(await gateway.execute(RESOURCE, { url: event })).toMatchObject({
    data: { resource: null },
  });
  const { errors } = await gateway.execute(RESOURCE, { url: address('issues/404404404/') });
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

describe('an issue by any of its names', () => {
  const ISSUE =
    'query ($org: String, $id: String!) { issue(organization: $org, id: $id) { issueId } }';
  const idOf = (issue: string, organization = ORGANIZATION) =>
    encodeGlobalId('Issue', organization, issue);

  test.each([
    ['an address', () => address(`issues/${main}/`), null],
    ['an address, with its organization', () => address(`issues/${main}/`), ORGANIZATION],
    ['an address of an event', () => address(`issues/${main}/events/latest/`), null],
    ['a global ID', () => idOf(main), null],
    ['a short ID', () => 'checkout-1', ORGANIZATION],
  ])('%s', async (_what, id, org) => {
    const { data, errors } = await gateway.execute(ISSUE, { id: id(), org });
    expect(errors).toBeUndefined();
    expect(data.issue).toEqual({ issueId: main });
  });

  test.each([
    ['a short ID without its organization', () => 'CHECKOUT-1', null, /`organization` is missing/],
    ['another organization', () => idOf(main, 'other-org'), ORGANIZATION, /belongs to the organ/],
    [
      'the ID of a project',
      () => encodeGlobalId('Project', ORGANIZATION, '1'),
      null,
      /type Project/,
    ],
    ['the address of a project', () => address('projects/checkout/'), null, /not that of an issue/],
  ])('%s is refused with a sentence', async (_what, id, org, words) => {
    const { errors } = await gateway.execute(ISSUE, { id: id(), org });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toMatch(words);
  });

  test('mutations take `organization/SHORT-ID`, an address and a global ID', async () => {
    const update = `mutation ($issue: ID!) { updateIssue(input: { issue: $issue, hasSeen: true }) { issue { issueId } } }`;
    for (const issue of [`${ORGANIZATION}/CHECKOUT-1`, address(`issues/${main}/`), idOf(main)]) {
      const { data, errors } = await gateway.execute(update, { issue });
      expect(errors).toBeUndefined();
      expect(data.updateIssue.issue.issueId).toBe(main);
    }
    const merge =
      'mutation ($issues: [ID!]!) { mergeIssues(input: { issues: $issues }) { parent { issueId } } }';
    const { errors } = await gateway.execute(merge, {
      issues: [`${ORGANIZATION}/CHECKOUT-1`, idOf(python)],
    });
    expect(errors?.[0]?.message).toContain('only issues of one project can be merged');
    expect((await gateway.execute(update, { issue: 'CHECKOUT-1' })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

test('the demo has the addresses of its issues on sentry.io, and of no other server', async () => {
  await using demo = await startGatewayOver({});
  const find = async (url: string) => {
    const { data, errors } = await demo.execute(RESOURCE, { url });
    return data.resource?.issueId ?? errors?.[0]?.extensions.code;
  };
  const { data } = await demo.execute(
    `{ issue(organization: "${ORGANIZATION}", id: "${main}") { permalink } }`,
  );
  expect(data.issue.permalink).toBe(`https://${ORGANIZATION}.sentry.io/issues/${main}/`);
  expect(await find(data.issue.permalink)).toBe(main);
  expect(
    await find(`https://sentry.example.com/organizations/${ORGANIZATION}/issues/${main}/`),
  ).toBe('BAD_USER_INPUT');
});
