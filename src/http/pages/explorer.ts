import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { AccessConfig } from '../../config/access.ts';
import type { UpstreamTarget } from '../../config/upstream.ts';
import type { Context } from '../../context.ts';
import { serveBuiltPage } from './built-page.ts';
import { exampleHeaders } from './example-headers.ts';
import {
  createTour,
  EMBEDDED_NAMES,
  type ExampleOperation,
  PLACEHOLDER_NAMES,
} from './example-operations.ts';
import { sandboxPage } from './sandbox.ts';
import { serveTriage } from './triage.ts';

/** What an explorer opens with. */
export interface ExplorerSettings {
  readonly endpoint: string;
  readonly tour: readonly ExampleOperation[];
  /** Headers to fill in; null where operations need none. */
  readonly headers: Readonly<Record<string, string>> | null;
}

export interface Explorer {
  /** Decides what Apollo Server shows to a browser. */
  readonly landingPage: ApolloServerPlugin<Context>;
  readonly addRoutes: (fastify: FastifyInstance) => void;
}

export interface ExplorerOptions {
  readonly kind: 'sandbox' | 'graphiql' | 'off';
  /** Whether the triage page is served. */
  readonly triage: 'on' | 'off';
  readonly upstream: UpstreamTarget['kind'];
  /** How callers sign in. */
  readonly access: AccessConfig;
}

/** What a person sees who opens the gateway in a browser. */
export function createExplorer({ kind, triage, upstream, access }: ExplorerOptions): Explorer {
  const settings: ExplorerSettings = {
    endpoint: '/graphql',
    tour: createTour(upstream === 'embedded' ? EMBEDDED_NAMES : PLACEHOLDER_NAMES),
    headers: exampleHeaders(access, upstream),
  };
  return {
    landingPage:
      kind === 'sandbox' ? sandboxPage(settings) : ApolloServerPluginLandingPageDisabled(),
    addRoutes(fastify) {
      if (triage === 'on') {
        serveTriage(fastify, upstream);
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

/** Sends on who opens `from`, without an operation, in a browser. */
function redirectBrowsers(fastify: FastifyInstance, from: string, to: string): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url === from && /\btext\/html\b/.test(request.headers.accept ?? '')) {
      return reply.redirect(to);
    }
  });
}
