import type { FastifyInstance } from 'fastify';
import type { AccessConfig } from '../../config/access.ts';
import type { UpstreamTarget } from '../../config/upstream.ts';
import { serveBuiltPage } from './built-page.ts';
import { DEMO_NAMES } from './example-operations.ts';
import type { CredentialKind, TriageSettings } from './triage-settings.ts';

export interface TriageOptions {
  readonly upstream: UpstreamTarget['kind'];
  readonly access: AccessConfig;
  readonly forwardsTokens: boolean;
  readonly isReadOnly: boolean;
}

export function serveTriage(
  fastify: FastifyInstance,
  { upstream, access, forwardsTokens, isReadOnly }: TriageOptions,
): void {
  const { organization, issue } = DEMO_NAMES;
  const settings: TriageSettings = {
    start: upstream === 'embedded' ? { organization, issue } : null,
    credentials: credentialsFor(access, forwardsTokens),
    isReadOnly,
  };
  serveBuiltPage(fastify, {
    name: 'triage',
    path: '/triage',
    settings,
    policy: { 'style-src': ["'self'"], 'worker-src': ["'none'"] },
  });
}

function credentialsFor(
  { apiKeys, jwt, routerSecrets }: AccessConfig,
  forwardsTokens: boolean,
): readonly CredentialKind[] {
  const kinds: Readonly<Record<CredentialKind, boolean>> = {
    routerSecret: routerSecrets.length > 0,
    apiKey: apiKeys.length > 0,
    // A caller sends a key or a JWT.
    jwt: jwt !== null && apiKeys.length === 0,
    sentryToken: forwardsTokens,
  };
  return (Object.keys(kinds) as CredentialKind[]).filter((kind) => kinds[kind]);
}
