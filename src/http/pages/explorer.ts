import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { AccessConfig } from '../../config/access.ts';
import type { UpstreamTarget } from '../../config/upstream.ts';
import type { Context } from '../../context.ts';
import { prefixOperation } from '../../graphql/prefixed-names.ts';
import type { Prefixes } from '../../prefixes.ts';
import { serveBuiltPage } from './built-page.ts';
import {
  createExampleOperations,
  DEMO_NAMES,
  type ExampleOperation,
  PLACEHOLDER_NAMES,
} from './example-operations.ts';
import { sandboxPage } from './sandbox.ts';
import { serveTriage } from './triage.ts';

export interface ExplorerSettings {
  readonly endpoint: string;
  readonly operations: readonly ExampleOperation[];
  /** Headers with placeholders; null if operations need none. */
  readonly headers: Readonly<Record<string, string>> | null;
}

export interface Explorer {
  /** For `GET /graphql` in a browser. */
  readonly landingPage: ApolloServerPlugin<Context>;
  readonly addRoutes: (fastify: FastifyInstance) => void;
}

interface ExplorerOptions {
  readonly kind: 'sandbox' | 'graphiql' | 'off';
  readonly triage: 'on' | 'off';
  readonly upstream: UpstreamTarget['kind'];
  readonly access: AccessConfig;
  /** Some organizations are asked with the token of the caller. */
  readonly forwardsTokens: boolean;
  /** The gateway refuses mutations. */
  readonly isReadOnly: boolean;
  /** Of the names in the schema. */
  readonly prefixes: Prefixes;
}

export function createExplorer({
  kind,
  triage,
  upstream,
  access,
  forwardsTokens,
  isReadOnly,
  prefixes,
}: ExplorerOptions): Explorer {
  const settings: ExplorerSettings = {
    endpoint: '/graphql',
    operations: createExampleOperations(
      upstream === 'embedded' ? DEMO_NAMES : PLACEHOLDER_NAMES,
    ).map(({ document, variables }) => ({
      document: prefixOperation(document, prefixes),
      variables,
    })),
    headers: exampleHeaders(access, upstream),
  };
  return {
    landingPage:
      kind === 'sandbox'
        ? sandboxPage(settings, { hasTriage: triage === 'on' })
        : ApolloServerPluginLandingPageDisabled(),
    addRoutes(fastify) {
      if (triage === 'on') {
        serveTriage(fastify, { upstream, access, forwardsTokens, isReadOnly });
      }
      if (kind !== 'off') {
        serveBuiltPage(fastify, { name: 'explorer', path: '/graphiql', settings });
      }
      if (kind === 'graphiql') {
        redirectBrowsers(fastify, '/graphql', '/graphiql');
      }
    },
  };
}

/** Redirects a browser that opens `from` without an operation. */
function redirectBrowsers(fastify: FastifyInstance, from: string, to: string): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url === from && /\btext\/html\b/.test(request.headers.accept ?? '')) {
      return reply.redirect(to);
    }
  });
}

/** Authentication headers with placeholders for secrets; null if none are needed. */
function exampleHeaders(
  { apiKeys, jwt, routerSecrets }: AccessConfig,
  upstream: UpstreamTarget['kind'],
): Readonly<Record<string, string>> | null {
  const headers = {
    ...(upstream === 'passThrough' && { authorization: 'Bearer YOUR-SENTRY-TOKEN' }),
    ...(jwt !== null && { authorization: 'Bearer YOUR-JWT' }),
    ...(jwt === null && apiKeys.length > 0 && { 'x-api-key': 'YOUR-API-KEY' }),
    ...(routerSecrets.length > 0 && { 'x-router-authorization': 'YOUR-ROUTER-SECRET' }),
  };
  return Object.keys(headers).length > 0 ? headers : null;
}
