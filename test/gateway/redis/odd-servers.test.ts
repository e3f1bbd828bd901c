import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';
import { sharing, untilRedisIs } from '../../harness/redis.ts';
import { expectToReadAndChange } from '../../harness/replicas.ts';

test.each([
  ['knows no command', '-ERR unknown command\r\n'],
  ['speaks HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ['is still loading', '-LOADING Redis is loading the dataset in memory\r\n'],
  ['refuses connections', '-ERR max number of clients reached\r\n'],
])('operations are answered while the server %s', async (_failure, reply) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).on('data', () => socket.write(reply));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await using gateway = await startGateway({
    env: { CACHE: 'on', ...sharing({ url: `redis://user:pass@127.0.0.1:${port}` }) },
  });
  await expectToReadAndChange(gateway);
  await untilRedisIs('unreachable', gateway);
  await expectToReadAndChange(gateway);
  expect(gateway.defects).toEqual([]);
  server.close();
});
