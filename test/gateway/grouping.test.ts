import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DialectName } from '../../embedded-sentry/dialect.ts';
import { DOCUMENTATION_SAMPLE } from '../../embedded-sentry/documentation-sample.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

const ORGANIZATION = 'hellboy-meowmeow';
const { main, python, entryKinds, five, goneEvent } = EMBEDDED_ISSUES;
const issueQuery = (selection: string, id: string = main) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${id}") { ${selection} } }`;
const paths = ({ upstream }: TestGateway) =>
  upstream.requests.map(({ url }) => url.replace(/^\/api\/0|\?.*$/g, ''));
const groupingPaths = (gateway: TestGateway) =>
  paths(gateway).filter((path) => path.endsWith('/grouping-info/'));

async function ask(gateway: TestGateway, query: string) {
  const { data, errors } = await gateway.execute(query);
  expect(errors).toBeUndefined();
  return data;
}

const FIELDS = `key type description contributes hint hash isHashMismatch checksum rawChecksum
  fingerprint { values clientValues matchedRule } contributingValues { path value hint }`;
const VARIANT = `variant { ${FIELDS} }`;

interface Value {
  readonly path: readonly string[];
  readonly value: string;
}

/** Sentry hashes the values of a component with the oldest frame first, and lists the newest first. */
function hashOf(values: readonly Value[]): string {
  const isFrame = ({ path }: Value) => path.includes('frame');
  const frames: Value[][] = [];
  for (const value of values.filter(isFrame)) {
    const open = frames.at(-1);
    const isNew = value.path.at(-1) === 'filename' || value.path.at(-1) === 'module';
    if (isNew || !open) {
      frames.push([value]);
    } else {
      open.push(value);
    }
  }
  const first = values.findIndex(isFrame);
  const before = values.slice(0, Math.max(first, 0));
  const after = values.slice(Math.max(first, 0)).filter((value) => !isFrame(value));
  const inOrder = [...before, ...frames.reverse().flat(), ...after];
  return createHash('md5')
    .update(inOrder.map(({ value }) => value).join(''))
    .digest('hex');
}

type Node = {
  readonly hash: string;
  readonly latestEvent: { readonly type: string };
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape of the result.
  readonly grouping: { readonly variant: any } | null;
};

describe.each<DialectName>(['sentry-2023', 'sentry-2024', 'sentry-2025', 'sentry-2026'])(
  'over %s',
  (dialect) => {
    let gateway: TestGateway;
    beforeAll(async () => {
      gateway = await startGateway({ dialect });
    });
    afterAll(() => gateway[Symbol.asyncDispose]());

    test.each([
      ['varied hashes', main, 12],
      ['hashes of one look', python, 6],
      ['every kind of entry', entryKinds, 15],
    ])('each hash of %s is the hash of the values that are shown', async (_what, issue, first) => {
      const selection = `hashes(first: ${first}) { nodes { hash latestEvent { type } grouping { ${VARIANT} } } }`;
      const nodes: Node[] = (await ask(gateway, issueQuery(selection, issue))).issue.hashes.nodes;
      expect(nodes).toHaveLength(first);
      for (const { hash, latestEvent, grouping } of nodes) {
        if (latestEvent.type === 'transaction') {
          expect(grouping).toBeNull();
          continue;
        }
        const variant = grouping?.variant;
        const isSample = hash === DOCUMENTATION_SAMPLE.id;
        const isChecksum = variant.type === 'checksum';
        expect(variant).toMatchObject({ contributes: true, hint: null, isHashMismatch: isSample });
        expect(variant.hash === hash).toBe(!isSample);
        expect(variant.type).toMatch(
          /^(?:salted_)?component$|^custom_fingerprint$|checksum$|^fallback$/,
        );
        expect(JSON.stringify(variant.contributingValues)).not.toContain('context-line');
        expect(isChecksum ? variant.checksum : hashOf(variant.contributingValues)).toBe(
          variant.hash,
        );
      }
    });

    test('a fingerprint has its values, those of the SDK, and the rule that set it', async () => {
      const selection = `hashes(first: 4) { nodes { grouping { ${VARIANT} } } }`;
      const { issue } = await ask(gateway, issueQuery(selection, five));
      const salted = ['{{ default }}', 'step 1', 'checkout-C0'];
      const custom = ['step 2', 'checkout-C0'];
      const ruled = ['step 3', 'checkout-C0'];
      const [, ...others] = issue.hashes.nodes.map(({ grouping }: Node) => grouping?.variant);
      // Until 2025, Sentry sends them only if a rule replaced them.
      const sent = (values: readonly string[]) => (/2023|2024/.test(dialect) ? null : values);
      expect(others).toMatchObject([
        {
          type: 'salted_component',
          fingerprint: { values: salted, clientValues: sent(salted), matchedRule: null },
        },
        {
          type: 'custom_fingerprint',
          fingerprint: { values: custom, clientValues: sent(custom), matchedRule: null },
          contributingValues: custom.map((value) => ({ path: ['fingerprint'], value, hint: null })),
        },
        {
          type: 'custom_fingerprint',
          fingerprint: {
            values: ruled,
            clientValues: null,
            matchedRule: 'message:"*(3)*" -> "step 3checkout-C0"',
          },
        },
      ]);
    });

    test('other variants have the reason why they do not count, and no hash', async () => {
      const { issue } = await ask(
        gateway,
        issueQuery(
          `latestEvent { grouping {
          raw
          variants { contributes }
          yes: variants(contributing: true) { type configuration }
          no: variants(contributing: false) { ${FIELDS} component configuration }
        } }`,
          python,
        ),
      );
      const { raw, variants, yes, no } = issue.latestEvent.grouping;
      expect(Object.keys(raw).length).toBeGreaterThan(0);
      expect(variants).toEqual([{ contributes: true }, { contributes: false }]);
      expect(yes).toMatchObject([
        {
          type: 'component',
          configuration: { id: expect.stringMatching(/^newstyle:20\d\d-\d\d-\d\d$/) },
        },
      ]);
      expect(no).toMatchObject([
        {
          key: expect.stringMatching(/^system/),
          hash: null,
          hint: 'ignored because app variant takes precedence',
          contributingValues: [],
          component: { id: 'system' },
        },
      ]);
    });
  },
);

describe('requests', () => {
  test('51 hashes with their grouping take 1 + 51 requests: the first alone, the others ten at a time', async () => {
    let arrived = 0;
    const held: (() => void)[] = [];
    await using gateway = await startGateway({
      // Answers only if ten requests have arrived: if fewer were in flight, none would be answered.
      async intercept({ url }) {
        if (url.includes('/grouping-info/')) {
          arrived += 1;
          if (arrived > 1) {
            await new Promise<void>((release) => {
              held.push(release);
              for (const each of held.length === 10 ? held.splice(0) : []) {
                each();
              }
            });
          }
        }
        return undefined;
      },
    });
    const data = await ask(
      gateway,
      issueQuery('hashes(first: 51) { nodes { hash grouping { variant { hash } } } }'),
    );
    expect(data.issue.hashes.nodes).toHaveLength(51);
    expect(new Set(groupingPaths(gateway)).size).toBe(51);
    expect(paths(gateway)).toHaveLength(52);
  });

  test('the grouping of one event under several fields takes one request, and light events', async () => {
    await using gateway = await startGateway();
    await ask(
      gateway,
      issueQuery(`hashes(first: 1) { nodes {
        grouping { variant { type } }
        latestEvent { a: grouping { raw } b: grouping { variants { key } } }
      } }`),
    );
    expect(groupingPaths(gateway)).toHaveLength(1);
    expect(gateway.upstream.requests[0]?.url).toContain('full=0');
    expect(paths(gateway)).toHaveLength(2);
  });

  test('a server before 2024 is asked by the slug of the project, which is looked up once', async () => {
    await using gateway = await startGateway({ dialect: 'sentry-2023' });
    const selection = 'hashes(first: 5) { nodes { grouping { variant { hash } } } }';
    await ask(gateway, issueQuery(selection, five));
    expect(paths(gateway)).toHaveLength(1 + 2 + 5);
    gateway.upstream.forgetRequests();
    await ask(gateway, issueQuery(selection, five));
    expect(paths(gateway)).toHaveLength(1 + 1 + 5);
    expect(groupingPaths(gateway).every((path) => path.includes('/checkout/events/'))).toBe(true);
  });

  test('a grouping is cached as long as its event, also after a change', async () => {
    await using gateway = await startGateway({ env: { CACHE: 'on', CACHE_TTL_MS: '0' } });
    const query = issueQuery('latestEvent { grouping { variants { hash } } }');
    const first = await ask(gateway, query);
    await gateway.execute(
      'mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { issue { id } } }',
      { input: { issue: encodeGlobalId('Issue', ORGANIZATION, main), hasSeen: true } },
    );
    expect(await ask(gateway, query)).toEqual(first);
    expect(groupingPaths(gateway)).toHaveLength(1);
  });
});

describe('without a grouping', () => {
  test('an event that is gone has none', async () => {
    await using gateway = await startGateway();
    const { issue } = await ask(
      gateway,
      issueQuery(
        'hashes { nodes { latestEvent { eventId } grouping { event { raw } } } }',
        goneEvent,
      ),
    );
    const [gone, ...others] = issue.hashes.nodes.filter(
      ({ latestEvent }: Node) => latestEvent === null,
    );
    expect([gone.grouping, others]).toEqual([null, []]);
  });

  test('a token without project:read has the hashes, and an error that names the scope', async () => {
    await using gateway = await startGateway({ signIn: 'passThrough' });
    const { data, errors } = await gateway.execute(
      issueQuery('hashes(first: 2) { nodes { hash grouping { variant { hash } } } }'),
      {},
      { authorization: `Bearer ${TOKENS.eventRead.text}` },
    );
    expect(data.issue.hashes.nodes.map(({ grouping }: Node) => grouping)).toEqual([null, null]);
    expect(errors).toHaveLength(2);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      requiredScope: 'project:read',
    });
  });

  test('a server without the route gets one request for all events, not one each', async () => {
    await using gateway = await startGateway({
      intercept: ({ url }) =>
        url.includes('/grouping-info/')
          ? { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not Found</h1>' }
          : undefined,
    });
    const { errors } = await gateway.execute(
      issueQuery('hashes(first: 9) { nodes { hash grouping { variant { hash } } } }'),
    );
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['UNSUPPORTED_BY_UPSTREAM']),
    );
    expect(groupingPaths(gateway)).toHaveLength(1);
  });
});

describe('groupings of odd forms', () => {
  const leaf = (id: string, ...values: unknown[]) => ({ id, contributes: true, values });
  const app = (...values: unknown[]) => ({
    app: { type: 'component', contributes: true, component: leaf('app', ...values) },
  });

  test.each([
    ['a number in an error', app(leaf('ns-error', leaf('code', 42))), [['ns_error code', '42']]],
    [
      'several values of one component',
      app(leaf('message', 'paid', 3, null, true)),
      [
        ['message', 'paid'],
        ['message', '3'],
        ['message', 'true'],
      ],
    ],
    [
      'values beside components',
      app(leaf('frame', 'main.ts', leaf('function', 'pay')), leaf('type', 'Error')),
      [
        ['frame', 'main.ts'],
        ['frame function', 'pay'],
        ['type', 'Error'],
      ],
    ],
    [
      'unknown keys and components that do not contribute',
      app({ ...leaf('new-kind', 'x'), extra: {} }, { id: 'type', values: ['y'] }, 'z', null, [1]),
      [['new_kind', 'x']],
    ],
    [
      'a fingerprint of numbers',
      { custom: { type: 'custom_fingerprint', contributes: true, values: ['shop', 7, false, {}] } },
      [
        ['fingerprint', 'shop'],
        ['fingerprint', '7'],
        ['fingerprint', 'false'],
      ],
    ],
    [
      'a checksum that is a number',
      { checksum: { type: 'hashed_checksum', contributes: true, checksum: 'ab', raw_checksum: 7 } },
      [['checksum', '7']],
    ],
    ['a component without values', app(leaf('message')), []],
    ['a component that is a list', { app: { ...app().app, component: [] } }, []],
  ])('%s', async (_what, variants, expected) => {
    await using gateway = await startGateway({
      intercept: ({ url }) =>
        url.includes('/grouping-info/')
          ? { status: 200, body: JSON.stringify({ grouping_config: null, variants }) }
          : undefined,
    });
    const { issue } = await ask(
      gateway,
      issueQuery('latestEvent { grouping { variants { contributingValues { path value } } } }'),
    );
    const [{ contributingValues }] = issue.latestEvent.grouping.variants;
    const shown = contributingValues.map(({ path, value }: Value) => [path.join(' '), value]);
    expect(shown).toEqual(expected);
  });
});

describe('hashes side by side', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  const compare = (hashes: readonly string[], selection: string, issue: string = main) =>
    issueQuery(`compareHashes(hashes: ${JSON.stringify(hashes)}) { ${selection} }`, issue);
  async function hashesOf(issue: string, first = 8): Promise<readonly string[]> {
    const data = await ask(
      gateway,
      issueQuery(`hashes(first: ${first}) { nodes { hash } }`, issue),
    );
    gateway.upstream.forgetRequests();
    return data.issue.hashes.nodes.map(({ hash }: Node) => hash);
  }

  test('each column has the values that made its hash, in order', async () => {
    const hashes = await hashesOf(main);
    const { issue } = await ask(
      gateway,
      compare(
        hashes,
        `rows { path values isDifferent } same: rows(different: false) { values } other: rows(different: true) { values }
         hashes { hash latestEvent { eventId } grouping { variant { contributingValues { path value } } } }`,
      ),
    );
    const { rows, same, other, hashes: compared } = issue.compareHashes;
    expect(compared.map(({ hash }: Node) => hash)).toEqual(hashes);
    for (const [index, { grouping }] of compared.entries()) {
      const column = rows
        .filter(({ values }: { values: string[] }) => values[index] !== null)
        .map(({ path, values }: { path: string[]; values: string[] }) => ({
          path,
          value: values[index],
        }));
      expect(column).toEqual(grouping.variant.contributingValues);
    }
    for (const { values, isDifferent } of rows) {
      expect(isDifferent).toBe(new Set(values).size > 1);
    }
    expect(same.length + other.length).toBe(rows.length);
    // One page of the list, and one request for each hash, which `grouping` shares.
    expect(paths(gateway)).toHaveLength(1 + hashes.length);
  });

  test('two fingerprints differ in the values that differ', async () => {
    const hashes = await hashesOf(five);
    const { issue } = await ask(
      gateway,
      compare([hashes[3] ?? '', hashes[2] ?? ''], 'rows { path values isDifferent }', five),
    );
    expect(issue.compareHashes.rows).toEqual([
      { path: ['fingerprint'], values: ['step 3', 'step 2'], isDifferent: true },
      { path: ['fingerprint'], values: ['checkout-C0', 'checkout-C0'], isDifferent: false },
    ]);
  });

  test.each([
    ['one hash', (hashes: readonly string[]) => hashes.slice(0, 1), '1 different hash'],
    ['the same hash twice', ([hash = '']: readonly string[]) => [hash, hash], '1 different hash'],
    ['21 hashes', (hashes: readonly string[]) => hashes, '21 different hashes'],
    ['an unknown hash', ([hash = '']: readonly string[]) => [hash, 'f'.repeat(32)], 'is not among'],
  ])(
    '%s is refused with a sentence, and no grouping is requested',
    async (_what, choose, words) => {
      const hashes = choose(await hashesOf(main, 21));
      const { data, errors } = await gateway.execute(compare(hashes, 'rows { path }'));
      expect(data.issue.compareHashes).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors?.[0]?.message).toContain(words);
      expect(groupingPaths(gateway)).toEqual([]);
    },
  );

  test('hashes of an issue that does not exist are NOT_FOUND', async () => {
    const hashes = ['e'.repeat(32), 'f'.repeat(32)];
    const { errors } = await gateway.execute(compare(hashes, 'rows { path }', '404404404'));
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('a hash of an issue is found, far down the list too; an unknown one is null', async () => {
    const far = (await hashesOf(main, 100)).at(-1) ?? '';
    const one = (hash: string) => issueQuery(`hash(hash: "${hash}") { hash issueId }`);
    expect((await ask(gateway, one(far))).issue.hash).toEqual({ hash: far, issueId: main });
    expect((await ask(gateway, one('f'.repeat(32)))).issue.hash).toBeNull();
  });
});
