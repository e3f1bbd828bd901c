import type { FastifyInstance } from 'fastify';
import type { UpstreamTarget } from '../../config/upstream.ts';
import { serveBuiltPage } from './built-page.ts';
import { DEMO_NAMES } from './example-operations.ts';

export function serveTriage(fastify: FastifyInstance, upstream: UpstreamTarget['kind']): void {
  const { organization, issue } = DEMO_NAMES;
  serveBuiltPage(fastify, {
    name: 'triage',
    path: '/triage',
    settings: {
      start: upstream === 'embedded' ? { organization, issue } : null,
      needsToken: upstream === 'passThrough',
    },
    policy: { 'style-src': ["'self'"], 'worker-src': ["'none'"] },
  });
}
