import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExecutionError } from '../harness/gateway.ts';
import {
  ISSUES,
  issueGlobalId,
  type RealGateway,
  resetRealSentry,
  startRealGateway,
  startWebServer,
  TOKENS,
  type WebServer,
} from './real-sentry.ts';

/** Fields of an organization, and the scope that Sentry requires. */
const READS = {
  'an issue': [`issue(id: "${ISSUES.python.issueId}") { title }`, 'event:read'],
  'its hashes': [
    `issue(id: "${ISSUES.python.issueId}") { hashes { nodes { hash } } }`,
    'event:read',
  ],
  issues: ['issues(first: 2) { nodes { shortId } }', 'event:read'],
  'an event': [`event(id: "${ISSUES.python.eventId}") { title }`, 'org:read'],
  'a project': ['project(slug: "backend") { name }', 'project:read'],
  projects: ['projects { nodes { slug } }', 'org:read'],
  'the organization': ['name', 'org:read'],
} as const;
const EACH_READ = Object.entries(READS).map(
  ([name, [fields, scope]]) => [name, { fields, scope }] as const,
);

describe("callers' own tokens", () => {
  let gateway: RealGateway;
  beforeAll(async () => {
    gateway = await startRealGateway({ token: 'caller' });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const ask = (fields: string, token?: string, organization = 'acme') =>
    gateway.execute(
      `{ organization(slug: "${organization}") { ${fields} } }`,
      {},
      token === undefined ? {} : { authorization: `Bearer ${token}` },
    );
  const refusalOf = async (
    fields: string,
    token?: string,
  ): Promise<ExecutionError['extensions']> => {
    const { errors } = await ask(fields, token);
    return errors?.[0]?.extensions ?? { code: 'none' };
  };

  describe.each(EACH_READ)('reading %s', (_name, { fields, scope }) => {
    test('without a token is UNAUTHENTICATED', async () => {
      expect(await refusalOf(fields)).toEqual({ code: 'UNAUTHENTICATED' });
    });

    test('with an unknown token is UNAUTHENTICATED', async () => {
      expect(await refusalOf(fields, 'f'.repeat(64))).toEqual({ code: 'UNAUTHENTICATED' });
    });

    test('with an expired token is UNAUTHENTICATED, and the message says so', async () => {
      const { errors } = await ask(fields, TOKENS.expired);
      expect(errors).toMatchObject([
        { message: 'Token expired', extensions: { code: 'UNAUTHENTICATED' } },
      ]);
    });

    test.each(['no-scope', 'org-auth', 'other-org'] as const)(
      `with the token %s is FORBIDDEN, and names the scope ${scope}`,
      async (name) => {
        expect(await refusalOf(fields, TOKENS[name])).toEqual({
          code: 'FORBIDDEN',
          requiredScope: scope,
        });
      },
    );

    test.each(['no-team', 'owner-no-team', 'member'] as const)(
      'with the token %s shows what the organization shows its members',
      async (name) => {
        const { data, errors } = await ask(fields, TOKENS[name]);
        expect(errors).toBeUndefined();
        expect(JSON.stringify(data)).not.toContain('null');
      },
    );
  });

  test.each([
    ['event-read', ['an issue', 'its hashes', 'issues']],
    ['org-read', ['an event', 'projects', 'the organization']],
  ] as const)('a token with the one scope %s reads what takes no other', async (name, reads) => {
    for (const read of reads) {
      expect((await ask(READS[read][0], TOKENS[name])).errors).toBeUndefined();
    }
  });

  test('an organization that does not exist is NOT_FOUND', async () => {
    const { errors } = await ask('name', TOKENS.full, 'nope');
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('no token appears in the log', () => {
    const log = JSON.stringify(gateway.log);
    expect(gateway.log.length).toBeGreaterThan(20);
    for (const token of Object.values(TOKENS)) {
      expect(log).not.toContain(token);
    }
  });
});

describe('arguments', () => {
  const list = async (args: string): Promise<ExecutionError | undefined> => {
    await using gateway = await startRealGateway();
    const { errors } = await gateway.execute(
      `{ organization(slug: "acme") { issues(${args}) { nodes { shortId } } } }`,
    );
    return errors?.[0];
  };

  test.each([
    ['query: "is:nonsense"', 'Invalid value for "is" search'],
    ['query: "foo:((("', "Parse error at 'foo:((('"],
    ['sort: "trends"', "Sort key 'trends' not supported."],
    ['statsPeriod: "bogus"', "Invalid statsPeriod: 'bogus'"],
    ['project: ["abc"]', 'Invalid project parameter.'],
    ['start: "2026-11-26T00:00:00Z", end: "2026-11-20T00:00:00Z"', 'start must be before end'],
  ])('%s is BAD_USER_INPUT, and the message has the reason', async (args, words) => {
    const error = await list(args);
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    expect(error?.message).toContain(words);
  });

  test.each([
    ['project', 'project: ["999"]'],
    ['environment', 'environment: ["nope"]'],
  ])('an unknown %s is BAD_USER_INPUT, and the message names the argument', async (name, args) => {
    const error = await list(args);
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    expect(error?.message).toContain(name);
  });

  test('the errorId of an internal error of Sentry is in the response and in the log', async () => {
    await using gateway = await startRealGateway();
    const { errors } = await gateway.execute(
      '{ organization(slug: "acme") { issues(query: "age:-99999999d") { nodes { shortId } } } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      errorId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(JSON.stringify(gateway.log)).toContain(errors?.[0]?.extensions['errorId']);
  });
});

describe('an organization that may not search across projects', () => {
  let web: WebServer;
  let gateway: RealGateway;
  beforeAll(async () => {
    web = await startWebServer('GLOBAL_VIEWS=0');
    gateway = await startRealGateway({ url: web.url });
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await web[Symbol.asyncDispose]();
    await resetRealSentry();
  });

  test("a project's issues are listed", async () => {
    const { data, errors } = await gateway.execute(
      '{ organization(slug: "acme") { project(slug: "backend") { issues(first: 2) { nodes { shortId } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.organization.project.issues.nodes).toHaveLength(2);
  });

  test('an issue and its hashes are found', async () => {
    const { data, errors } = await gateway.execute(
      '{ issue(organization: "acme", id: "1") { title hashes { nodes { hash } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.issue.hashes.nodes).toHaveLength(1);
  });

  test('many issues by ID are found', async () => {
    const { data, errors } = await gateway.execute(
      '{ organization(slug: "acme") { one: issue(id: "1") { title } other: issue(id: "3") { title } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.organization.one.title).toContain('ValueError');
  });

  test('a search across projects is refused, and the message names `project`', async () => {
    const { errors } = await gateway.execute(
      '{ organization(slug: "acme") { issues(first: 2) { nodes { shortId } } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('`project`');
  });

  test('a merge within a project is accepted', async () => {
    const { data, errors } = await gateway.execute(
      'mutation ($issues: [ID!]!) { mergeIssues(input: { issues: $issues }) { parent { issueId } } }',
      { issues: ['38', '39'].map(issueGlobalId) },
    );
    expect(errors).toBeUndefined();
    expect(data.mergeIssues.parent.issueId).toBe('39');
  });
});
