import { expect, test } from 'vitest';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { endpoints } from '../../src/sentry/endpoints.ts';
import { startGateway } from '../harness/gateway.ts';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const refusal = (scope: string) => ({
  message: `You do not have permission to perform this action. The token needs the scope \`${scope}\`, and its owner needs access.`,
  extensions: { code: 'FORBIDDEN', requiredScope: scope },
});

test('the error of each refused field names the missing scope', async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const withoutEvents = await gateway.execute(
    `{
      organization(slug: "hellboy-meowmeow") { name }
      issue(organization: "hellboy-meowmeow", id: "1341191803") { title hashes { nodes { hash } } }
    }`,
    {},
    bearer(TOKENS.withoutEvents.text),
  );
  expect(withoutEvents.data.organization.name).toBe('Hellboy Meowmeow');
  expect(withoutEvents.errors?.length).toBeGreaterThan(0);
  for (const error of withoutEvents.errors ?? []) {
    expect(error).toMatchObject(refusal('event:read'));
  }
  const { data, errors } = await gateway.execute(
    `{
      organization(slug: "hellboy-meowmeow") { name }
      issue(organization: "hellboy-meowmeow", id: "1341191803") { title }
    }`,
    {},
    bearer(TOKENS.eventRead.text),
  );
  expect(data.issue.title).toBe('This is an example Python exception');
  expect(errors).toMatchObject([refusal('org:read')]);
});

test('the error of a mutation names the scope for changes', async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const { data } = await gateway.execute(
    '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { id } }',
    {},
    bearer(TOKENS.eventRead.text),
  );
  const { errors } = await gateway.execute(
    'mutation ($issue: ID!) { updateIssue(input: { issue: $issue, status: "resolved" }) { clientMutationId } }',
    { issue: data.issue.id },
    bearer(TOKENS.eventRead.text),
  );
  expect(errors).toMatchObject([refusal('event:write')]);
});

test('a cached refusal names the scope too', async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const once = () =>
    gateway.execute(
      '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title } }',
      {},
      bearer(TOKENS.withoutEvents.text),
    );
  const first = await once();
  expect(first.errors).toMatchObject([refusal('event:read')]);
  expect(await once()).toEqual(first);
});

test('a refusal of GlitchTip names the scope too; one with a reason of its own is unchanged', async () => {
  const answerTo = async (detail: string) => {
    await using gateway = await startGateway({
      intercept: () => ({ status: 403, body: JSON.stringify({ detail }) }),
    });
    const { errors } = await gateway.execute('{ organization(slug: "acme") { name } }');
    return errors?.[0];
  };
  expect(await answerTo('Permission denied')).toMatchObject({
    message: 'Permission denied. The token needs the scope `org:read`, and its owner needs access.',
    extensions: { code: 'FORBIDDEN', requiredScope: 'org:read' },
  });
  const own = await answerTo('Your organization requires single sign-on.');
  expect(own?.message).toBe('Your organization requires single sign-on.');
  expect(own?.extensions).toEqual({ code: 'FORBIDDEN' });
});

test('each endpoint has the smallest scope that its route accepts', () => {
  const scopes = Object.values(endpoints).map(({ method, label, scope }) => [
    `${method} ${label}`,
    scope,
  ]);
  expect(Object.fromEntries(scopes)).toEqual({
    'GET /': null,
    'GET /organizations/': 'org:read',
    'GET /organizations/*/': 'org:read',
    'GET /projects/*/*/events/*/grouping-info/': 'project:read',
    'GET /projects/*/*/events/*/attachments/': 'project:read',
    'GET /projects/*/*/events/*/committers/': 'project:read',
    'GET /organizations/*/projects/': 'org:read',
    'GET /organizations/*/eventids/*/': 'org:read',
    'GET /organizations/*/issues/': 'event:read',
    'PUT /organizations/*/issues/': 'event:write',
    'GET /organizations/*/issues/*/': 'event:read',
    'PUT /organizations/*/issues/*/': 'event:write',
    'POST /organizations/*/issues/*/comments/': 'event:write',
    'GET /organizations/*/issues/*/events/': 'event:read',
    'GET /organizations/*/issues/*/events/*/': 'event:read',
    'GET /organizations/*/issues/*/hashes/': 'event:read',
    'GET /organizations/*/issues/*/integrations/': 'event:read',
    'GET /organizations/*/issues/*/external-issues/': 'event:read',
    'GET /organizations/*/issues/*/tags/*/values/': 'event:read',
    'PUT /organizations/*/issues/*/hashes/': 'event:write',
    'DELETE /organizations/*/issues/*/hashes/': 'event:admin',
    'GET /projects/*/*/': 'project:read',
    'GET /projects/*/*/teams/': 'project:read',
    'GET /projects/*/*/events/*/': 'project:read',
    'GET /projects/*/*/issues/': 'event:read',
    'GET /issues/*/': 'event:read',
    'POST /issues/*/comments/': 'event:write',
    'GET /issues/*/tags/': 'event:read',
    'GET /issues/*/events/': 'event:read',
    'GET /issues/*/events/*/': 'event:read',
    'GET /organizations/*/issues-stats/': 'event:read',
    'GET /organizations/*/releases/*/': 'project:releases',
  });
});

test('the scopes of a token are those that Sentry names, for one request', async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const read = (token: string) =>
    gateway.execute('{ tokenScopes(organization: "hellboy-meowmeow") }', {}, bearer(token));
  expect((await read(TOKENS.eventRead.text)).data).toEqual({ tokenScopes: ['event:read'] });
  expect(gateway.upstream.requests.map(({ url }) => url)).toEqual(['/api/0/']);
  expect((await read(TOKENS.noScope.text)).data).toEqual({ tokenScopes: [] });
  expect((await read('sntryu_nobody')).errors).toMatchObject([
    { path: ['tokenScopes'], extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('the scopes of a token are null where the server does not name them', async () => {
  await using gateway = await startGateway({
    intercept: () => ({ status: 200, body: '{"version":"0","user":null,"auth":null}' }),
  });
  const { data, errors } = await gateway.execute('{ tokenScopes(organization: "any") }');
  expect({ data, errors }).toEqual({ data: { tokenScopes: null }, errors: undefined });
});
