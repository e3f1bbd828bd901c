import { createRequire } from 'node:module';

/*
 * Apollo Server from its CommonJS build, which loads 30 ms faster than its ES modules: those are 190 files,
 * of which 160 are a library for making schemas that the gateway does not use. The handler is loaded in
 * the same way, so that both use the same copy.
 */
const load = createRequire(import.meta.url);

export const { ApolloServer }: typeof import('@apollo/server') = load('@apollo/server');
export const { fastifyApolloHandler }: typeof import('@as-integrations/fastify') = load(
  '@as-integrations/fastify',
);
