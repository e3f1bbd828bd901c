import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { ReplacementAnswer } from '../../embedded-sentry/server.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway } from '../harness/gateway.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes { nodes { hash } } } }';

/** Requests the hashes of the main issue from an upstream that always returns `answer`. */
async function executeOver(answer: ReplacementAnswer) {
  await using gateway = await startGateway({ intercept: () => answer });
  const execution = await gateway.execute(HASHES);
  expect(gateway.defects).toEqual([]);
  return execution;
}

type Refused = [string, ReplacementAnswer, string, string];

test.each<Refused>([
  [
    'an unknown token',
    { status: 401, body: '{"detail":"Invalid token"}' },
    'UNAUTHENTICATED',
    'Invalid token',
  ],
  [
    'a sign-on that is missing',
    {
      status: 401,
      body: '{"detail":{"code":"sso-required","message":"Must login via SSO","extra":{"loginUrl":"/x/"}}}',
    },
    'UNAUTHENTICATED',
    'Must login via SSO',
  ],
  [
    'a closed feature',
    { status: 403, body: '{"detail":"This feature is not enabled."}' },
    'FORBIDDEN',
    'This feature is not enabled.',
  ],
  [
    'a parameter that GlitchTip refuses',
    {
      status: 422,
      body: '{"detail":[{"type":"int_parsing","loc":["query","limit"],"msg":"Input should be a valid integer"}]}',
    },
    'BAD_USER_INPUT',
    '`limit`: Input should be a valid integer',
  ],
  [
    'a value of a list that GlitchTip refuses',
    {
      status: 422,
      body: '{"detail":[{"type":"int_parsing","loc":["query","filters","project",0],"msg":"Input should be a valid integer"}]}',
    },
    'BAD_USER_INPUT',
    '`project`: Input should be a valid integer',
  ],
  [
    'a field that Sentry refuses',
    { status: 400, body: '{"status":["\\"x\\" is not a valid choice."]}' },
    'BAD_USER_INPUT',
    '`status`: "x" is not a valid choice.',
  ],
  [
    'a field of a field that Sentry refuses',
    { status: 400, body: '{"statusDetails":{"inRelease":["Unable to find a release."]}}' },
    'BAD_USER_INPUT',
    '`statusDetails.inRelease`: Unable to find a release.',
  ],
  [
    'an assignee that the token may not assign',
    { status: 400, body: '{"assignedTo":"You do not have permission to assign this owner"}' },
    'BAD_USER_INPUT',
    '`assignedTo`: You do not have permission to assign this owner',
  ],
  [
    'fields that do not fit together',
    { status: 400, body: '{"non_field_errors":["Other attributes cannot be updated"]}' },
    'BAD_USER_INPUT',
    'Other attributes cannot be updated',
  ],
  [
    'a state that Sentry refuses in a list',
    { status: 400, body: '["Only error issues can be merged."]' },
    'BAD_USER_INPUT',
    'Only error issues can be merged.',
  ],
  [
    'a detail that is a list',
    { status: 400, body: '{"detail":["You do not have that feature enabled"]}' },
    'BAD_USER_INPUT',
    'You do not have that feature enabled',
  ],
  [
    'a merge that is too large for now',
    {
      status: 400,
      body: '["Large merges and unmerges are temporarily restricted at this time."]',
    },
    'CONFLICT',
    'Large merges and unmerges are temporarily restricted at this time.',
  ],
  ...[
    ['a bare list', ['Only error issues can be merged.'], 'Only error issues can be merged.'],
    [
      'a list as the detail',
      { detail: ['You do not have that feature enabled'] },
      'You do not have that feature enabled',
    ],
    [
      'a field below another one',
      { statusDetails: { inRelease: ['Unable to find a release with the given version.'] } },
      '`statusDetails.inRelease`: Unable to find a release with the given version.',
    ],
    [
      'a field with one text',
      { assignedTo: 'You do not have permission to assign this owner' },
      '`assignedTo`: You do not have permission to assign this owner',
    ],
    [
      'no field',
      { non_field_errors: ['Other attributes cannot be updated when discarding'] },
      'Other attributes cannot be updated when discarding',
    ],
    [
      'fields as the detail',
      { detail: { code: 'x', merge: ['Merging is not allowed here.'] } },
      '`merge`: Merging is not allowed here.',
    ],
  ].map(
    ([what, body, sentence]): Refused => [
      `a refusal in ${what}`,
      { status: 400, body: JSON.stringify(body) },
      'BAD_USER_INPUT',
      String(sentence),
    ],
  ),
  [
    'plain text',
    {
      status: 400,
      headers: { 'content-type': 'text/plain' },
      body: 'Invalid origin: https://example.com\n\ntry: this\n ^',
    },
    'BAD_USER_INPUT',
    'Invalid origin: https://example.com',
  ],
  [
    'a 400 without a body',
    { status: 400, body: '' },
    'BAD_USER_INPUT',
    'Sentry refused the request (HTTP 400).',
  ],
  [
    'a page of HTML that is called plain text',
    { status: 400, headers: { 'content-type': 'text/plain' }, body: '<html>Blocked</html>' },
    'BAD_USER_INPUT',
    'Sentry refused the request (HTTP 400).',
  ],
  [
    "GlitchTip's limiter",
    { status: 429, body: '{"message":"Please retry later"}' },
    'RATE_LIMITED',
    'Please retry later',
  ],
  [
    "GlitchTip's unknown token",
    { status: 401, body: '{"detail":"Unauthorized"}' },
    'UNAUTHENTICATED',
    'Unauthorized',
  ],
  [
    'an empty 404',
    { status: 404, body: '' },
    'UNSUPPORTED_BY_UPSTREAM',
    'The server does not have this route (HTTP 404 without a message): its version is too old, or SENTRY_URL is wrong.',
  ],
  [
    'a 404 with a page',
    {
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Page Not Found</title>',
    },
    'UNSUPPORTED_BY_UPSTREAM',
    'The server does not have this route (HTTP 404 without a message): its version is too old, or SENTRY_URL is wrong.',
  ],
  [
    'the old limiter',
    { status: 429, body: '"Too many requests"' },
    'RATE_LIMITED',
    'Too many requests',
  ],
  [
    'a retired route',
    { status: 410, body: '{"message":"This API no longer exists."}' },
    'UPSTREAM_BAD_RESPONSE',
    'This API no longer exists.',
  ],
  [
    'a server error',
    { status: 500, body: '{"detail":"Internal Error","errorId":"abc"}' },
    'UPSTREAM_UNAVAILABLE',
    'Internal Error',
  ],
  [
    "a proxy's HTML",
    { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad gateway</html>' },
    'UPSTREAM_UNAVAILABLE',
    'Sentry failed (HTTP 502).',
  ],
  [
    'a gateway timeout',
    { status: 504, body: '' },
    'UPSTREAM_TIMEOUT',
    'Sentry timed out (HTTP 504).',
  ],
  [
    'HTML for an answer',
    { status: 200, body: '<html></html>' },
    'UPSTREAM_BAD_RESPONSE',
    'Sentry returned a body that is not JSON.',
  ],
  [
    'an object for a list',
    { status: 200, body: '{}' },
    'UPSTREAM_BAD_RESPONSE',
    'Sentry returned hashes that are not a list.',
  ],
  [
    'a row without an id',
    { status: 200, body: '[{"latestEvent":null}]' },
    'UPSTREAM_BAD_RESPONSE',
    'Sentry returned a hash that has no id.',
  ],
  [
    'a body that cannot be unpacked',
    { status: 200, headers: { 'content-encoding': 'gzip' }, body: 'no gzip' },
    'UPSTREAM_BAD_RESPONSE',
    'Sentry returned a body that cannot be decompressed.',
  ],
])(
  '%s has its code and a sentence, at the path of the failed field',
  async (_what, answer, code, message) => {
    expect(await executeOver(answer)).toEqual({
      status: 200,
      data: { issue: { hashes: null } },
      errors: [
        {
          message,
          path: ['issue', 'hashes'],
          locations: expect.any(Array),
          extensions: code.startsWith('UPSTREAM_')
            ? { code, requestId: expect.any(String) }
            : { code },
        },
      ],
    });
  },
);

test("GlitchTip's unknown thing is one error at the object that does not exist", async () => {
  expect(await executeOver({ status: 404, body: '{"detail":"Not Found"}' })).toEqual({
    status: 200,
    data: { issue: null },
    errors: [
      {
        message: 'There is no organization "hellboy-meowmeow", or the token may not read it.',
        path: ['issue'],
        locations: expect.any(Array),
        extensions: { code: 'NOT_FOUND' },
      },
    ],
  });
});

test('a redirect is not followed, so the token is not sent to another server', async () => {
  let otherServerWasAsked = false;
  const otherServer = createServer((_request, response) => {
    otherServerWasAsked = true;
    response.end('[]');
  });
  await new Promise<void>((resolve) => otherServer.listen(0, '127.0.0.1', resolve));
  const { port } = otherServer.address() as AddressInfo;
  const { errors } = await executeOver({
    status: 302,
    headers: { location: `http://127.0.0.1:${port}/` },
  });
  otherServer.close();
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
  expect(errors?.[0]?.message).toContain('redirect (HTTP 302)');
  expect(otherServerWasAsked).toBe(false);
});

test('the old slug of a renamed project is NOT_FOUND, and the message contains the new one', async () => {
  await using gateway = await startGateway({
    intercept: ({ path }) =>
      path.includes('/old-name/')
        ? {
            status: 302,
            headers: {
              'content-type': 'application/json',
              location: '/api/0/projects/hellboy-meowmeow/new-name/',
            },
            body: JSON.stringify({
              slug: 'new-name',
              detail: {
                code: 'resource-moved',
                message: 'Resource has been moved',
                extra: { url: '/api/0/projects/hellboy-meowmeow/new-name/', slug: 'new-name' },
              },
            }),
          }
        : undefined,
  });
  for (const field of ['name', `issueByHash(hash: "${'0'.repeat(32)}") { title }`]) {
    const { errors } = await gateway.execute(
      `{ organization(slug: "hellboy-meowmeow") { project(slug: "old-name") { ${field} } } }`,
    );
    expect(errors?.map(({ message, extensions: { code } }) => [message, code])).toEqual([
      ['The project was renamed: its slug is now `new-name`.', 'NOT_FOUND'],
    ]);
  }
});

test("`retryAfterMs` comes from the reset of Sentry's rate limiter", async () => {
  const inTenSeconds = Math.ceil(Date.now() / 1000) + 10;
  const { errors } = await executeOver({
    status: 429,
    headers: { 'x-sentry-rate-limit-reset': String(inTenSeconds) },
    body: '{"detail":"You are attempting to use this endpoint too frequently. Limit is 40 requests in 1 seconds"}',
  });
  expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  expect(errors?.[0]?.extensions['retryAfterMs']).toBeGreaterThan(8_000);
  expect(errors?.[0]?.extensions['retryAfterMs']).toBeLessThanOrEqual(11_000);
});

test('a response that does not arrive in time is UPSTREAM_TIMEOUT', async () => {
  await using gateway = await startGateway({
    env: { SENTRY_TIMEOUT_MS: '100' },
    intercept: () => new Promise(() => {}),
  });
  const { errors } = await gateway.execute(HASHES);
  expect(errors).toMatchObject([
    { message: 'Sentry did not answer within 100 ms.', extensions: { code: 'UPSTREAM_TIMEOUT' } },
  ]);
});

test('an upstream that is down is UPSTREAM_UNAVAILABLE until it is up again', async () => {
  await using gateway = await startGateway();
  await gateway.upstream.stop();
  const { errors } = await gateway.execute(HASHES);
  expect(errors).toMatchObject([
    { message: 'Sentry cannot be reached.', extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
  ]);
});

test('if the title fails, the hashes beside it are complete', async () => {
  await using gateway = await startGateway({
    intercept: ({ path }) =>
      path.endsWith('/hashes/') ? undefined : { status: 500, body: '{"detail":"Internal Error"}' },
  });
  const { data, errors } = await gateway.execute(
    '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { id issueId title hashes(first: 2) { nodes { hash } } } }',
  );
  expect(errors).toMatchObject([
    { path: ['issue', 'title'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
  ]);
  expect(data.issue.title).toBeNull();
  expect(data.issue.issueId).toBe('1341191803');
  expect(data.issue.hashes.nodes).toHaveLength(2);
});

const MISSING_ISSUE =
  'The organization "hellboy-meowmeow" has no issue "404404404", or the token may not read it.';
const MISSING_ORGANIZATION = 'There is no organization "nowhere", or the token may not read it.';
const NO_ID = encodeGlobalId('Issue', 'hellboy-meowmeow', '404404404');
const issueOf = (selection: string) =>
  `issue(organization: "hellboy-meowmeow", id: "404404404") ${selection}`;

describe.each(['projected', 'graphql-js'])('an object that does not exist: %s', (execution) => {
  test.each([
    [issueOf('{ title }'), { issue: null }, [MISSING_ISSUE, 'issue']],
    [issueOf('{ id }'), { issue: null }, [MISSING_ISSUE, 'issue']],
    [issueOf('{ __typename }'), { issue: null }, [MISSING_ISSUE, 'issue']],
    [issueOf('{ title latestEvent { title } }'), { issue: null }, [MISSING_ISSUE, 'issue']],
    [issueOf('{ organization { name } }'), { issue: null }, [MISSING_ISSUE, 'issue']],
    [issueOf('{ hashes { nodes { hash } } }'), { issue: null }, [MISSING_ISSUE, 'issue']],
    [
      issueOf('{ id title status shortId latestEvent { title } hashes { nodes { hash } } }'),
      { issue: null },
      [MISSING_ISSUE, 'issue'],
    ],
    [
      issueOf('{ hashes { nodes { hash } } events { nodes { id } } hash(hash: "x") { id } }'),
      { issue: null },
      [MISSING_ISSUE, 'issue'],
    ],
    [
      `a: ${issueOf('{ ...F }')} b: issue(organization: "hellboy-meowmeow", id: "1341191803") { ...F }`,
      { a: null, b: { x: 'CHECKOUT-1', hashes: { nodes: [{ __typename: 'IssueHash' }] } } },
      [MISSING_ISSUE, 'a'],
    ],
    [
      `node(id: "${NO_ID}") { id ... on Issue { title hashes { totalCount } } }`,
      { node: null },
      [MISSING_ISSUE, 'node'],
    ],
    [
      `nodes(ids: ["${NO_ID}", "${NO_ID}"]) { ... on Issue { status shortId events { nodes { id } } } }`,
      { nodes: [null, null] },
      [MISSING_ISSUE, 'nodes.0'],
      [MISSING_ISSUE, 'nodes.1'],
    ],
    [
      `_entities(representations: [{ __typename: "Issue", id: "${NO_ID}" }]) { ... on Issue { title hashes { totalCount } } }`,
      { _entities: [null] },
    ],
    [
      'organization(slug: "nowhere") { slug projects { nodes { slug } } issues { nodes { id } } }',
      { organization: null },
      [MISSING_ORGANIZATION, 'organization'],
    ],
    [
      'organization(slug: "nowhere") { issue(id: "1") { title hashes { totalCount } } projects { nodes { slug } } }',
      { organization: null },
      [MISSING_ORGANIZATION, 'organization'],
    ],
    [
      `organization(slug: "hellboy-meowmeow") { name project(slug: "nothing") { a: issueByHash(hash: "${'a'.repeat(32)}") { id } issuesByHash(hashes: ["${'a'.repeat(32)}"]) { issue { id } } } }`,
      { organization: { name: 'Hellboy Meowmeow', project: null } },
      [
        'The organization "hellboy-meowmeow" has no project "nothing", or the token may not read it.',
        'organization.project',
      ],
    ],
  ])('is null, with one error: %s', async (selection, expected, ...expectedErrors) => {
    await using gateway = await startGateway({ env: { EXECUTION: execution } });
    const fragment = selection.includes('...F')
      ? 'fragment F on Issue { x: shortId hashes(first: 1) { nodes { __typename } } }'
      : '';
    const { data, errors = [] } = await gateway.execute(`{ ${selection} } ${fragment}`);
    expect(data).toEqual(expected);
    expect(errors.map(({ message, path }) => [message, path?.join('.')])).toEqual(expectedErrors);
    expect(errors.every(({ extensions }) => extensions.code === 'NOT_FOUND')).toBe(true);
  });

  test('in the payload of a mutation is null, with one error', async () => {
    await using gateway = await startGateway({
      env: { EXECUTION: execution },
      intercept: ({ method, path }) =>
        method === 'PUT' && path.endsWith('/404404404/')
          ? { status: 200, body: '{"id":"404404404","status":"resolved"}' }
          : undefined,
    });
    const { data, errors } = await gateway.execute(
      `mutation { updateIssue(input: { issue: "${NO_ID}", status: "resolved" }) { clientMutationId issue { title status hashes { totalCount } } } }`,
    );
    expect(data).toEqual({ updateIssue: { clientMutationId: null, issue: null } });
    expect(errors?.map(({ path }) => path)).toEqual([['updateIssue', 'issue']]);
  });

  test('where the schema has no null, each of its fields has the error', async () => {
    await using gateway = await startGateway({
      env: { EXECUTION: execution },
      intercept: ({ path }) =>
        path.includes('/issues/1341191803/')
          ? { status: 404, body: '{"detail":"The requested resource does not exist"}' }
          : undefined,
    });
    const { data, errors } = await gateway.execute(
      '{ organization(slug: "hellboy-meowmeow") { issues(first: 1) { nodes { issueId hashes { totalCount } events { nodes { id } } } } } }',
    );
    expect(data.organization.issues.nodes).toEqual([
      { issueId: '1341191803', hashes: null, events: null },
    ]);
    expect(errors?.map(({ path }) => path?.at(-1))).toEqual(['hashes', 'events']);
  });
});

test.each([
  '../../users/me',
  '..',
  '.',
  '%2e%2e',
  'a/b',
  'a\\b',
  '',
  'a?b',
  'a#b',
  'a\u0000b',
  '..%2f',
  'x'.repeat(200),
])('the slug %j is refused without a request', async (slug) => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(
    'query ($slug: String!) { organization(slug: $slug) { name } a: issue(organization: $slug, id: "1") { title } b: issue(organization: "hellboy-meowmeow", id: $slug) { hashes { nodes { hash } } } }',
    { slug },
  );
  expect(data).toEqual({ organization: null, a: null, b: { hashes: null } });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(3).fill('BAD_USER_INPUT'));
  expect(errors?.[0]?.message).toContain('is not a valid name in Sentry');
  expect(gateway.upstream.requests).toEqual([]);
});

test('a global ID that this gateway did not create is refused with a sentence', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute('{ node(id: "SXNzdWU6MQ==") { id } }');
  expect(data).toEqual({ node: null });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(gateway.upstream.requests).toEqual([]);
});

test('more than 100 IDs are refused, and the message has both numbers', async () => {
  await using gateway = await startGateway();
  const { errors } = await gateway.execute('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array(101).fill('x'),
  });
  expect(errors).toMatchObject([
    { message: '`ids` has 101 IDs; the limit is 100.', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});
