import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { hashesPath, ORGANIZATION, serve } from './client.ts';

const { sentry, ask } = await serve();
const { main, empty, one, twenty, ninetyNine, hundred, hundredAndOne, thousand } = EMBEDDED_ISSUES;

/** The table of `GenericOffsetPaginator`: total, cursor, items, previous and next. */
test.each<[string, string | null, number, string, boolean, string, boolean]>([
  [empty, null, 0, '0:0:1', false, '0:100:0', false],
  [one, null, 1, '0:0:1', false, '0:100:0', false],
  [ninetyNine, null, 99, '0:0:1', false, '0:100:0', false],
  [hundred, null, 100, '0:0:1', false, '0:100:0', false],
  [hundredAndOne, null, 100, '0:0:1', false, '0:100:0', true],
  [hundredAndOne, '0:100:0', 1, '0:0:1', true, '0:200:0', false],
  [main, null, 100, '0:0:1', false, '0:100:0', true],
  [main, '0:100:0', 100, '0:0:1', true, '0:200:0', true],
  [main, '0:200:0', 50, '0:100:1', true, '0:300:0', false],
  [main, '0:900:0', 0, '0:800:1', true, '0:1000:0', false],
  [main, '0:30:0', 100, '0:0:1', true, '0:130:0', true],
])(
  'hashes of %s from %s are %i, previous %s %s, next %s %s',
  async (issue, cursor, count, ...links) => {
    const search = cursor === null ? '' : `?cursor=${cursor}`;
    const { status, body, headers } = await ask(`${hashesPath(issue)}${search}`);
    const [previous, hasPrevious, next, hasNext] = links;
    const uri = `${sentry.url}${hashesPath(issue)}?`;
    expect(status).toBe(200);
    expect(body).toHaveLength(count);
    expect(headers.get('link')).toBe(
      `<${uri}&cursor=${previous}>; rel="previous"; results="${hasPrevious}"; cursor="${previous}", ` +
        `<${uri}&cursor=${next}>; rel="next"; results="${hasNext}"; cursor="${next}"`,
    );
    expect(headers.has('x-hits')).toBe(false);
  },
);

test('the Link header keeps the other parameters, repeated ones too, and does not encode colons', async () => {
  const { headers } = await ask(
    `${hashesPath(twenty)}?full=0&per_page=5&cursor=0:10:0&environment=a&environment=b`,
  );
  const uri = `${sentry.url}${hashesPath(twenty)}?full=0&per_page=5&environment=a&environment=b`;
  expect(headers.get('link')).toBe(
    `<${uri}&cursor=0:5:1>; rel="previous"; results="true"; cursor="0:5:1", ` +
      `<${uri}&cursor=0:15:0>; rel="next"; results="true"; cursor="0:15:0"`,
  );
});

test('only the offset of a cursor matters', async () => {
  const read = async (cursor: string) =>
    (await ask(`${hashesPath(main)}?full=0&per_page=3&cursor=${cursor}`)).text;
  const expected = await read('0:10:0');
  expect(await read('7:10:1')).toBe(expected);
  expect(await read('-1.5:10:9')).toBe(expected);
  expect(await read('')).not.toBe(expected);
});

test.each(['x', '0:1', '0:1:0:0', '0:x:0', '0:1.5:0', ':1:0'])(
  'the cursor %s is refused with Sentry’s message',
  async (cursor) => {
    const { status, body } = await ask(`${hashesPath(main)}?cursor=${cursor}`);
    expect([status, body]).toEqual([400, { detail: 'Invalid cursor parameter.' }]);
  },
);

test.each([
  ['x', 'Invalid per_page parameter.'],
  ['1.5', 'Invalid per_page parameter.'],
  ['', 'Invalid per_page parameter.'],
  ['0', 'Invalid per_page value. Must be between 1 and 100.'],
  ['-1', 'Invalid per_page value. Must be between 1 and 100.'],
  ['101', 'Invalid per_page value. Must be between 1 and 100.'],
])('per_page=%s is refused with Sentry’s message', async (perPage, detail) => {
  const { status, body } = await ask(`${hashesPath(main)}?per_page=${perPage}`);
  expect([status, body]).toEqual([400, { detail }]);
});

test('`limit` and `environment` have no effect', async () => {
  const { body } = await ask(`${hashesPath(main)}?full=0&limit=3&environment=nowhere`);
  expect(body).toHaveLength(100);
});

test.each([
  [empty, 0],
  [one, 1],
  [twenty, 20],
  [ninetyNine, 99],
  [hundred, 100],
  [hundredAndOne, 101],
  [main, 250],
  [thousand, 1_000],
])(
  'a walk through the hashes of %s returns %i, each once, newest event first',
  async (issue, total) => {
    const ids = new Set<string>();
    const dates: string[] = [];
    let cursor: string | undefined = '0:0:0';
    while (cursor !== undefined) {
      const { body, headers } = await ask(`${hashesPath(issue)}?full=0&cursor=${cursor}`);
      for (const { id, latestEvent } of body) {
        expect(id).toMatch(/^[0-9a-f]{32}$/);
        ids.add(id);
        dates.push(latestEvent.dateCreated);
      }
      cursor = /rel="next"; results="true"; cursor="([^"]+)"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(ids.size).toBe(total);
    expect(dates).toHaveLength(total);
    expect(dates).toEqual([...dates].sort().reverse());
  },
);

test('the list of issues has the total count, more than 25', async () => {
  const { body, headers } = await ask(`${ORGANIZATION}/issues/?query=&limit=100`);
  expect(body.length).toBeGreaterThanOrEqual(25);
  expect(headers.get('x-hits')).toBe(String(body.length));
  expect(headers.has('x-max-hits')).toBe(true);
});
