import { expect, test } from 'vitest';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import type { ReplacementAnswer } from '../../embedded-sentry/server.ts';
import { startGateway } from '../harness/gateway.ts';

/*
 * Guarantees of both executions, for the first and for repeated operations. The differential property in
 * test/slow compares the two with random operations.
 */

const EXECUTIONS = ['projected', 'graphql-js'];
const ORGANIZATION = 'hellboy-meowmeow';
const { main, one } = EMBEDDED_ISSUES;
const { id: hash, latestEvent } = DOCUMENTATION_SAMPLE;
const ISSUE = `issue(organization: "${ORGANIZATION}", id: "${main}")`;

async function executeThrice(
  execution: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  intercept?: (path: string) => Promise<ReplacementAnswer | undefined>,
) {
  await using gateway = await startGateway({
    env: { EXECUTION: execution },
    ...(intercept && { intercept: ({ path }) => intercept(path) }),
  });
  const answers: string[] = [];
  for (let time = 0; time < 3; time += 1) {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    answers.push(await response.text());
  }
  expect(gateway.defects).toEqual([]);
  return answers;
}

test.each(EXECUTIONS)('a representation can contain variables anywhere: %s', async (execution) => {
  const answers = await executeThrice(
    execution,
    `query ($issue: String!, $type: String!, $key: [String!]!) {
       _entities(representations: [
         { __typename: "IssueHash", organizationSlug: "${ORGANIZATION}", issueId: $issue, hash: "${hash}" }
         { __typename: $type, organizationSlug: "${ORGANIZATION}", issueId: $issue, unknown: { list: [$key, 1] } }
       ]) { __typename ... on IssueHash { hash } ... on Issue { issueId } }
     }`,
    { issue: main, type: 'Issue', key: ['x'] },
  );
  const entities = [
    { __typename: 'IssueHash', hash },
    { __typename: 'Issue', issueId: main },
  ];
  expect(answers).toEqual(Array(3).fill(JSON.stringify({ data: { _entities: entities } })));
});

test.each(EXECUTIONS)('a response key can be any GraphQL name: %s', async (execution) => {
  const names = ['__proto__', 'constructor', 'toString', 'toJSON', 'then', 'length'];
  const answers = await executeThrice(
    execution,
    `{ __proto__: ${ISSUE} {
         ${names.map((name) => `${name}: issueId`).join(' ')}
         latestEvent { ${names.map((name) => `${name}: title`).join(' ')} ...constructor }
       } }
     fragment constructor on Event { tags { __proto__: key } }`,
  );
  const all = (value: unknown) =>
    names.map((name) => `"${name}":${JSON.stringify(value)}`).join(',');
  const tags = latestEvent.tags.map(({ key }) => `{"__proto__":"${key}"}`).join(',');
  expect(answers).toEqual(
    Array(3).fill(
      `{"data":{"__proto__":{${all(main)},"latestEvent":{${all(latestEvent.title)},"tags":[${tags}]}}}}`,
    ),
  );
});

test.each(EXECUTIONS)(
  'keys are in the order of the selection, errors in the order of their fields: %s',
  async (execution) => {
    let letFirstFail = () => {};
    const firstMayFail = new Promise<void>((resolve) => {
      letFirstFail = resolve;
    });
    const answers = await executeThrice(
      execution,
      `{ first: issue(organization: "${ORGANIZATION}", id: "${one}") { ...F hashes { totalCount } }
         ${ISSUE} { b: title a: issueId hashes { totalCount } events { pageInfo { endCursor } } } }
       fragment F on Issue { z: issueId organizationSlug }`,
      {},
      async (path) => {
        if (path.includes(`${one}/hashes`)) {
          await firstMayFail;
          return { status: 503 };
        }
        if (path.includes(`${main}/events`)) {
          return { status: 500 };
        }
        if (path.includes(`${main}/hashes`)) {
          // The first field fails last.
          setImmediate(letFirstFail);
          return { status: 404, body: '{"detail":"gone"}' };
        }
        return undefined;
      },
    );
    for (const answer of answers) {
      const { data, errors } = JSON.parse(answer);
      expect(JSON.stringify(data)).toBe(
        JSON.stringify({
          first: { z: one, organizationSlug: ORGANIZATION, hashes: null },
          issue: { b: latestEvent.title, a: main, hashes: null, events: null },
        }),
      );
      expect(errors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
        'first.hashes',
        'issue.hashes',
        'issue.events',
      ]);
    }
  },
);

test.each(EXECUTIONS)(
  'introspection returns the schema of callers, through a fragment too: %s',
  async (execution) => {
    const answers = await executeThrice(
      execution,
      '{ ...F } fragment F on Query { __type(name: "IssueHash") { fields { name type { name } } } }',
    );
    expect(answers[0]).toContain('{"name":"latestEvent","type":{"name":"Event"}}');
    expect(new Set(answers).size).toBe(1);
  },
);

test.each(EXECUTIONS)(
  'events that the hash list has light, although full ones were requested, are loaded together: %s',
  async (execution) => {
    const body = ({ url }: { readonly url: string }) =>
      url.includes(`/${one}/hashes/`)
        ? [1, 2, 3].map((row) => ({
            id: String(row).repeat(32),
            latestEvent:
              row === 3 ? null : { eventID: String(row).repeat(32), title: `light ${row}` },
          }))
        : [1, 2].map((row) => ({
            eventID: String(row).repeat(32),
            title: `full ${row}`,
            entries: [],
            dist: `dist ${row}`,
          }));
    await using gateway = await startGateway({
      env: { EXECUTION: execution, CACHE: 'off' },
      intercept: async (request) =>
        /hashes|events/.test(request.url)
          ? { status: 200, body: JSON.stringify(body(request)) }
          : undefined,
    });
    for (const _time of ['first', 'second', 'third']) {
      gateway.upstream.forgetRequests();
      const { data, errors } = await gateway.execute(
        `{ issue(organization: "${ORGANIZATION}", id: "${one}") {
             hashes(first: 3) { nodes { hash latestEvent { title dist } } } } }`,
      );
      expect(errors).toBeUndefined();
      expect(data.issue.hashes.nodes).toEqual([
        { hash: '1'.repeat(32), latestEvent: { title: 'full 1', dist: 'dist 1' } },
        { hash: '2'.repeat(32), latestEvent: { title: 'full 2', dist: 'dist 2' } },
        { hash: '3'.repeat(32), latestEvent: null },
      ]);
      expect(gateway.upstream.requests).toHaveLength(2);
    }
    expect(gateway.defects).toEqual([]);
  },
);
