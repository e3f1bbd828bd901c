import { describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway } from '../harness/gateway.ts';

/* Arguments of a search that Sentry refuses with a message that does not name them. */

const ORGANIZATION = 'hellboy-meowmeow';
const list = (args: string) =>
  `{ organization(slug: "${ORGANIZATION}") { issues(first: 2${args}) { nodes { shortId } } } }`;

describe.each(DIALECT_NAMES.filter((name) => name !== 'glitchtip'))('over %s', (dialect) => {
  test.each([
    ['project', ', project: ["999"]'],
    ['environment', ', environment: ["nope"]'],
  ])('an unknown %s is BAD_USER_INPUT, and the message names the argument', async (name, args) => {
    await using gateway = await startGateway({ dialect });
    const { errors } = await gateway.execute(list(args));
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(`\`${name}\``);
  });

  test('a token without the scope is FORBIDDEN, whatever project it names', async () => {
    await using gateway = await startGateway({ dialect, signIn: 'passThrough' });
    const { errors } = await gateway.execute(
      list(', project: ["999"]'),
      {},
      { authorization: `Bearer ${TOKENS.withoutEvents.text}` },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('without global views a search names `project`, and a merge takes place', async () => {
    await using gateway = await startGateway({ dialect, hasGlobalViews: false });
    const { errors } = await gateway.execute(list(''));
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('`project`');
    const { main, twenty } = EMBEDDED_ISSUES;
    const merge = await gateway.execute(
      'mutation ($issues: [ID!]!) { mergeIssues(input: { issues: $issues }) { parent { issueId } } }',
      { issues: [main, twenty].map((id) => encodeGlobalId('Issue', ORGANIZATION, id)) },
    );
    expect(merge.errors).toBeUndefined();
    expect(merge.data.mergeIssues.parent).toEqual({ issueId: main });
  });
});
