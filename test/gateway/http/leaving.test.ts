import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { compressResponses } from '../../../src/http/compression.ts';
import { createFastify } from '../../../src/http/fastify.ts';

test('a client that disconnects before its response is compressed is not reported as a defect', async () => {
  const defects: unknown[] = [];
  const fastify = createFastify({
    maxRequestBytes: 1_024,
    requestTimeoutMs: 10_000,
    report: (error) => defects.push(error),
  });
  compressResponses(fastify);
  const events = new EventEmitter();
  const [asked, sent] = [once(events, 'asked'), once(events, 'sent')];
  fastify.register(async (scope) => {
    scope.post('/', async (_request, reply) => {
      events.emit('asked');
      await once(reply.raw, 'close');
      setImmediate(() => setImmediate(() => events.emit('sent')));
      return reply.type('application/json').send('x'.repeat(100_000));
    });
  });
  await fastify.listen({ host: '127.0.0.1', port: 0 });
  try {
    const { port } = fastify.server.address() as AddressInfo;
    const client = request({
      method: 'POST',
      host: '127.0.0.1',
      port,
      headers: { 'content-type': 'application/json', 'accept-encoding': 'br' },
    });
    client.on('error', () => undefined).end('{}');
    await asked;
    client.destroy();
    await sent;
  } finally {
    await fastify.close();
  }

  expect(defects).toEqual([]);
});
