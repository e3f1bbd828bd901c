import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { ApolloServer } from '../../../src/graphql/apollo-server.ts';
import { createExecute } from '../../../src/http/execute.ts';

test('an operation whose caller left before its turn is not executed, also when the gateway has stopped', async () => {
  const apollo = new ApolloServer<Context>({ typeDefs: 'type Query { a: Int }' });
  await apollo.start();
  await apollo.stop();
  const execute = createExecute({} as FastifyInstance, apollo, () => {
    throw new Error('The operation is executed.');
  });
  const request = { raw: { socket: { destroyed: true } } } as FastifyRequest;
  expect(await execute(request, {} as FastifyReply)).toMatchObject({ body: '', cacheable: null });
});
