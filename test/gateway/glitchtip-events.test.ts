import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { startGateway } from '../harness/gateway.ts';

/** Reads an event with the given body in a hash list. */
async function read(body: object, selection: string) {
  await using gateway = await startGateway({
    intercept: () => ({ status: 200, body: JSON.stringify([{ id: 'h', latestEvent: body }]) }),
  });
  const { data, errors } = await gateway.execute(
    `{ issue(organization: "o", id: "12") { hashes { nodes { latestEvent { ${selection} } } } } }`,
  );
  expect(errors).toBeUndefined();
  return data.issue.hashes.nodes[0].latestEvent;
}

async function recordedEvent(name: string): Promise<object> {
  const file = new URL(`../contract/recordings/glitchtip/${name}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')).response.body;
}

const FRAMES = `frames { filename function rawFunction absPath lineNo colNo inApp symbolAddr
  instructionAddr addrMode sourceLink context { lineNo line } }`;

test('a native exception that GlitchTip recorded has its threads, addresses and raw frames', async () => {
  const event = await recordedEvent('issue-events-latest-native-snake-case');
  const { entries } = await read(
    event,
    `entries { ... on ExceptionEntry { values {
      threadId mechanism { helpLink parentId isExceptionGroup }
      stacktrace { registers ${FRAMES} } rawStacktrace { ${FRAMES} } } } }`,
  );
  const nothing = {
    rawFunction: null,
    lineNo: null,
    colNo: null,
    symbolAddr: null,
    instructionAddr: null,
    addrMode: null,
    sourceLink: null,
  };
  expect(entries[0].values).toEqual([
    {
      threadId: '7',
      mechanism: { helpLink: 'https://help.example.com', parentId: 1, isExceptionGroup: false },
      stacktrace: {
        registers: { rip: '0x1', rsp: '0x2' },
        frames: [
          {
            ...nothing,
            filename: 'a.c',
            function: 'no_line',
            absPath: 'a.c',
            inApp: false,
            context: [
              { lineNo: null, line: 'p1' },
              { lineNo: null, line: 'x = 1;' },
              { lineNo: null, line: 'q1' },
            ],
          },
          {
            filename: 'a.c',
            function: 'f',
            rawFunction: '_Z1fv',
            absPath: '/srv/app/a.c',
            lineNo: 12,
            colNo: 3,
            inApp: true,
            symbolAddr: '0x0f',
            instructionAddr: '0x10',
            addrMode: 'abs',
            sourceLink: 'https://git.example.com/a.c#L12',
            context: [
              { lineNo: 10, line: 'p1' },
              { lineNo: 11, line: 'p2' },
              { lineNo: 12, line: 'here' },
              { lineNo: 13, line: 'q1' },
            ],
          },
        ],
      },
      rawStacktrace: {
        frames: [
          {
            ...nothing,
            filename: 'min.js',
            function: 'rawf',
            absPath: 'https://cdn.example.com/min.js',
            lineNo: 1,
            colNo: 999,
            inApp: true,
            context: [
              { lineNo: 0, line: 'r0' },
              { lineNo: 1, line: 'raw line' },
            ],
          },
        ],
      },
    },
  ]);
});

test.each<[string, unknown, unknown]>([
  [
    'text',
    'a=1; b=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  [
    'text with signs of its own',
    ' a = x=y;;flag; q="1" ',
    [
      ['a', 'x=y'],
      ['flag', null],
      ['q', '"1"'],
    ],
  ],
  ['empty text', '', []],
  [
    'an object',
    { theme: 'dark', n: 7, none: null },
    [
      ['theme', 'dark'],
      ['n', '7'],
      ['none', null],
    ],
  ],
  ['a list of pairs', [['a', '1'], null, ['b', null]], [['a', '1'], null, ['b', null]]],
  ['a number', 7, null],
  ['null', null, null],
])('cookies that are %s are names and values', async (_name, cookies, expected) => {
  const { entries } = await read(
    { eventID: 'e', entries: [{ type: 'request', data: { cookies } }] },
    'entries { ... on RequestEntry { cookies { name value } } }',
  );
  const pairs = entries[0].cookies?.map(
    (pair: { name: string; value: string } | null) => pair && [pair.name, pair.value],
  );
  expect(pairs ?? null).toEqual(expected);
});

test.each(['query', 'headers'])(
  '%s that an SDK sent as an object are names and values',
  async (key) => {
    const { entries } = await read(
      { eventID: 'e', entries: [{ type: 'request', data: { [key]: { a: '1', b: null } } }] },
      `entries { ... on RequestEntry { ${key} { name value } } }`,
    );
    expect(entries[0][key]).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: null },
    ]);
  },
);

test.each<[string, object, unknown]>([
  [
    'GlitchTip',
    { type: 'invalid_data', name: 'breadcrumbs', value: 'not a list', reason: 'expected a list' },
    { name: 'breadcrumbs', value: 'not a list', reason: 'expected a list' },
  ],
  [
    'GlitchTip without a reason',
    { type: 'invalid_data', name: 'user', value: null },
    { name: 'user', value: null },
  ],
  [
    'Sentry',
    { type: 'invalid_data', data: { name: 'user' }, message: 'Discarded invalid value' },
    { name: 'user' },
  ],
  ['neither', { type: 'invalid_data' }, null],
])(
  'the details of an event error are in its data, as recorded from %s',
  async (_name, error, data) => {
    const { errors } = await read(
      { eventID: 'e', entries: [], errors: [error] },
      'errors { type data }',
    );
    expect(errors).toEqual([{ type: 'invalid_data', data }]);
  },
);
