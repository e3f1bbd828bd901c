import { createRequire } from 'node:module';

/*
 * Apollo Server by its CommonJS build, which a start loads 30 ms sooner than its ES modules: 190
 * files, of which 160 are a library for making schemas that the gateway has no use for. The handler
 * comes the same way, so that both are of one copy.
 */
const load = createRequire(import.meta.url);

export const { ApolloServer }: typeof import('@apollo/server') = load('@apollo/server');
export const { fastifyApolloHandler }: typeof import('@as-integrations/fastify') = load(
  '@as-integrations/fastify',
);
