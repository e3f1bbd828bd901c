import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway } from '../harness/gateway.ts';

const ENTRIES = `{
  issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.entryKinds}") {
    hashes { nodes { latestEvent {
      type
      issue { issueId }
      entries {
        __typename
        ... on StacktraceEntry { stacktrace { hasSystemFrames frames { function vars } } }
        ... on ThreadsEntry { values { id name current crashed state heldLocks stacktrace { registers } } }
        ... on MessageEntry { formatted message params }
        ... on RequestEntry {
          method url queryString query { name value } headers { name value } body env apiTarget
        }
        ... on TemplateEntry { filename lineNo context { lineNo line } }
        ... on SecurityReportEntry { type documentUri violatedDirective effectiveDirective blockedUri }
        ... on DebugImagesEntry {
          sdkInfo
          images { type codeFile codeId debugId debugFile arch imageAddr imageSize imageVmaddr debugStatus unwindStatus features candidates }
        }
        ... on SpansEntry {
          spans { spanId parentSpanId traceId op description startTimestamp timestamp tags data }
        }
        ... on UnknownEntry { type data }
      }
    } } }
  }
}`;

test('every kind of entry has its own type, and an unknown kind keeps its JSON', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(ENTRIES);
  expect(errors).toBeUndefined();
  expect(gateway.upstream.requests).toHaveLength(1);

  type Node = { latestEvent: { issue: object; entries: { __typename: string }[] } };
  const nodes: Node[] = data.issue.hashes.nodes;
  expect(nodes[0]?.latestEvent.issue).toEqual({ issueId: EMBEDDED_ISSUES.entryKinds });
  const entries = nodes.flatMap(({ latestEvent }) => latestEvent.entries);
  expect(entries.map(({ __typename }) => __typename)).toEqual([
    'ExceptionEntry',
    'StacktraceEntry',
    'ThreadsEntry',
    'MessageEntry',
    'BreadcrumbsEntry',
    'RequestEntry',
    'TemplateEntry',
    ...Array(5).fill('SecurityReportEntry'),
    'DebugImagesEntry',
    'SpansEntry',
    'UnknownEntry',
  ]);
  const find = (typename: string) => entries.find(({ __typename }) => __typename === typename);
  expect(find('StacktraceEntry')).toMatchObject({
    stacktrace: {
      hasSystemFrames: true,
      frames: [{}, {}, { function: 'to_amount', vars: { row: { value: '12.00' } } }],
    },
  });
  expect(find('ThreadsEntry')).toMatchObject({
    values: [
      {
        id: '0',
        name: 'main',
        current: true,
        crashed: true,
        state: 'RUNNABLE',
        heldLocks: null,
        stacktrace: { registers: { rax: '0x10' } },
      },
      {
        id: '1',
        name: 'worker',
        current: false,
        crashed: false,
        state: null,
        heldLocks: { '0x1': { class_name: 'Lock' } },
        stacktrace: null,
      },
    ],
  });
  expect(find('MessageEntry')).toMatchObject({
    formatted: 'Order 3 was lost',
    message: 'Order %s was lost',
    params: [3],
  });
  expect(find('RequestEntry')).toMatchObject({
    method: 'POST',
    url: 'https://shop.example.com/checkout',
    queryString: null,
    query: [{ name: 'step', value: '2' }, null],
    headers: [{ name: 'Accept', value: '*/*' }, { name: 'User-Agent' }, null],
    body: 'plain text',
    env: { REMOTE_ADDR: '192.0.2.1' },
    apiTarget: null,
  });
  expect(find('TemplateEntry')).toMatchObject({
    filename: 'cart/summary.html',
    lineNo: 20,
    context: [{ lineNo: 13, line: '<ul>' }, { lineNo: 14 }, { lineNo: 15 }],
  });
  expect(find('SecurityReportEntry')).toMatchObject({
    type: 'csp',
    documentUri: 'https://shop.example.com/',
    violatedDirective: 'script-src',
    effectiveDirective: 'script-src',
    blockedUri: 'https://cdn.example.net/x.js',
  });
  expect(find('DebugImagesEntry')).toMatchObject({
    sdkInfo: { sdk_name: 'iOS' },
    images: [
      {
        type: 'macho',
        codeFile: '/Applications/Scanner',
        codeId: null,
        debugId: '31d9ff8c-5b1a-3f3a-9d2b-0c1d2e3f4a5b',
        debugFile: 'Scanner',
        arch: 'arm64',
        imageAddr: '0x100000000',
        imageSize: 4_295_000_076,
        imageVmaddr: '0x0',
        debugStatus: 'found',
        unwindStatus: 'unused',
        features: { has_sources: true },
        candidates: [],
      },
      null,
    ],
  });
  expect(find('SpansEntry')).toMatchObject({
    spans: [
      {
        parentSpanId: '8c931f4740435fb8',
        traceId: 'a0fa8803753e40fd8124b21eeb2986b5',
        op: 'db',
        description: 'SELECT 1',
        startTimestamp: 1_592_424_000.25,
        timestamp: 1_592_424_000.5,
        tags: { cached: 'no' },
        data: { 'db.system': 'postgresql' },
      },
    ],
  });
  expect(find('UnknownEntry')).toMatchObject({ type: 'wibble', data: { wobble: 14 } });
});

test.each(['projected', 'graphql-js'])(
  'frames of the app alone, or the others, by literal, variable and alias: %s',
  async (execution) => {
    await using gateway = await startGateway({ env: { EXECUTION: execution } });
    const query = `query ($inApp: Boolean) {
      issue(organization: "hellboy-meowmeow", id: "${EMBEDDED_ISSUES.python}") {
        latestEvent { entries { ... on ExceptionEntry { values { stacktrace {
          frames { function inApp }
          app: frames(inApp: true) { function }
          others: frames(inApp: false) { function }
          chosen: frames(inApp: $inApp) { function }
        } } } } }
      }
    }`;
    interface Frame {
      readonly function: string;
      readonly inApp?: boolean;
    }
    type Stack = Readonly<Record<'frames' | 'app' | 'others' | 'chosen', readonly Frame[]>>;
    const read = async (variables: Readonly<Record<string, unknown>>): Promise<Stack> => {
      gateway.upstream.forgetRequests();
      const { data, errors } = await gateway.execute(query, variables);
      expect(errors).toBeUndefined();
      expect(gateway.upstream.requests).toHaveLength(1);
      return data.issue.latestEvent.entries.find((entry: object) => 'values' in entry).values[0]
        .stacktrace;
    };
    const { frames, app, others, chosen } = await read({});
    const withInApp = (wanted: boolean) =>
      frames.filter(({ inApp }) => inApp === wanted).map((frame) => ({ function: frame.function }));
    expect(app).toEqual(withInApp(true));
    expect(others).toEqual(withInApp(false));
    expect(app.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    expect(chosen).toHaveLength(frames.length);
    // The same plan with other variables.
    expect((await read({ inApp: true })).chosen).toEqual(app);
    expect((await read({ inApp: false })).chosen).toEqual(others);
    expect((await read({ inApp: null })).chosen).toEqual(chosen);
  },
);
