import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

const BODY = '{"query":"{ __typename }"}';
const HEAD = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
/** 100 full events under twenty aliases: several megabytes, more than sockets buffer. */
const LARGE = `{ issue(organization: "hellboy-meowmeow", id: "1341193000") { hashes(first: 100) { nodes { latestEvent { ${Array.from({ length: 20 }, (_, index) => `a${index}: raw`).join(' ')} } } } } }`;

/** A connection, and everything received until it is closed. */
async function open(
  { url }: TestGateway,
  text: string,
): Promise<{ socket: Socket; closed: Promise<string> }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (part) => {
    answer += part;
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => answer);
  await once(socket, 'connect');
  socket.write(text);
  return { socket, closed };
}

/** A request whose last byte is missing. */
function withoutEnd(bytes = BODY.length): string {
  return `${HEAD}content-length: ${bytes}\r\n\r\n${BODY.padEnd(bytes).slice(0, -1)}`;
}

test('bodies that do not arrive do not keep out operations', async () => {
  await using gateway = await startGateway({ env: { MAX_REQUESTS_IN_FLIGHT: '1' } });
  const lingering = await Promise.all([1, 2, 3].map(() => open(gateway, withoutEnd())));
  expect((await gateway.execute('{ __typename }')).data).toEqual({ __typename: 'Query' });
  for (const { socket } of lingering) {
    socket.destroy();
  }
});

test('beyond the maximum number, the oldest body is refused and the next one accepted', async () => {
  await using gateway = await startGateway({ env: { MAX_PENDING_BODIES: '2' } });
  const first = await open(gateway, withoutEnd());
  const second = await open(gateway, withoutEnd());
  const third = await open(gateway, withoutEnd());
  expect(await first.closed).toMatch(/^HTTP\/1\.1 408 .*"code":"REQUEST_TIMEOUT"/s);
  expect((await gateway.execute('{ __typename }')).data).toEqual({ __typename: 'Query' });
  expect(await second.closed).toMatch(/^HTTP\/1\.1 408 /);
  third.socket.end('}');
  expect(await third.closed).toMatch(/^HTTP\/1\.1 200 /);
});

test('beyond the maximum size, the oldest body is refused', async () => {
  await using gateway = await startGateway({ env: { MAX_PENDING_BODY_BYTES: '100000' } });
  const first = await open(gateway, withoutEnd(60_000));
  const second = await open(gateway, withoutEnd(60_000));
  await first.closed;
  second.socket.end(' ');
  expect(await second.closed).toMatch(/^HTTP\/1\.1 200 /);
});

test('a single body larger than the limit of pending bodies is accepted', async () => {
  await using gateway = await startGateway({ env: { MAX_PENDING_BODY_BYTES: '1024' } });
  expect((await gateway.execute(`{ __typename } # ${'c'.repeat(50_000)}`)).status).toBe(200);
});

test('a body in too many chunks is refused, although it is small', async () => {
  await using gateway = await startGateway({ env: { MAX_PENDING_BODY_BYTES: '100000' } });
  const chunked = `${HEAD}transfer-encoding: chunked\r\n\r\n`;
  const chunks = (count: number) => '1\r\n \r\n'.repeat(count);
  const many = await open(gateway, `${chunked}${chunks(2_000)}`);
  expect(await many.closed).toMatch(/^HTTP\/1\.1 408 .*"code":"REQUEST_TIMEOUT"/s);
  const end = `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`;
  const few = await open(gateway, `${chunked}${chunks(100)}${end}`);
  few.socket.end();
  expect(await few.closed).toMatch(/^HTTP\/1\.1 200 /);
});

test.each([
  ['after a time', { RESPONSE_TIMEOUT_MS: '1500' }],
  ['if too much is unread', { MAX_UNSENT_BYTES: '1024', RESPONSE_TIMEOUT_MS: '600000' }],
])(
  'a caller that stops reading is disconnected %s, and does not keep out operations',
  async (_when, env) => {
    const gateway = await startGateway({
      env: {
        ...env,
        MAX_REQUESTS_IN_FLIGHT: '1',
        SHUTDOWN_GRACE_MS: '600000',
      },
    });
    const body = JSON.stringify({ query: LARGE });
    const { socket, closed } = await open(
      gateway,
      `${HEAD}content-length: ${body.length}\r\n\r\n${body}`,
    );
    await once(socket, 'data');
    socket.pause();
    // The operation has ended, although its response is not sent: the only slot is free.
    expect((await gateway.execute('{ __typename }')).status).toBe(200);
    // Would wait for the whole grace time if the connection were kept open.
    await gateway[Symbol.asyncDispose]();
    socket.resume();
    const answer = await closed;
    const [, length] = /content-length: (\d+)/.exec(answer) ?? [];
    expect(Number(length)).toBeGreaterThan(4_000_000);
    expect(answer.length).toBeLessThan(Number(length));
  },
);

test('a large response waits until a caller that stopped reading is disconnected', async () => {
  await using gateway = await startGateway({
    env: { MAX_UNSENT_BYTES: '1024', RESPONSE_TIMEOUT_MS: '600000' },
  });
  const body = JSON.stringify({ query: LARGE });
  const { socket, closed } = await open(
    gateway,
    `${HEAD}content-length: ${body.length}\r\n\r\n${body}`,
  );
  await once(socket, 'data');
  socket.pause();
  expect((await gateway.execute(LARGE)).status).toBe(200);
  socket.resume();
  const answer = await closed;
  expect(answer.length).toBeLessThan(Number(/content-length: (\d+)/.exec(answer)?.[1]));
});
