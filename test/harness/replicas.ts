import { expect } from 'vitest';
import {
  type RunningGateway,
  startGateway,
  startGatewayOver,
  type TestGateway,
  type TestGatewayOptions,
} from './gateway.ts';
import { type RedisServer, sharing, untilRedisIs } from './redis.ts';

export interface Replicas extends AsyncDisposable {
  readonly upstream: TestGateway['upstream'];
  readonly one: RunningGateway;
  readonly other: RunningGateway;
}

/** Two gateways over one demo server and one Redis. */
export async function startReplicas(
  redis: Pick<RedisServer, 'url'>,
  { env, ...options }: TestGatewayOptions = {},
): Promise<Replicas> {
  const shared = { CACHE: 'on', CACHE_TTL_MS: '60000', ...sharing(redis), ...env };
  const one = await startGateway({ env: shared, ...options });
  const other = await startGatewayOver({
    SENTRY_RETRIES: '0',
    SENTRY_BREAKER_MIN_REQUESTS: '1000000',
    SENTRY_URL: one.upstream.url,
    ...(options.signIn === 'passThrough' ? {} : { SENTRY_AUTH_TOKEN: one.upstream.token }),
    ...shared,
  });
  await untilRedisIs('reachable', one, other);
  return {
    upstream: one.upstream,
    one,
    other,
    async [Symbol.asyncDispose]() {
      await other[Symbol.asyncDispose]();
      await one[Symbol.asyncDispose]();
    },
  };
}

const ISSUE = 'hellboy-meowmeow/1341191803';
const read = '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { status } }';
const update = (status: string) =>
  `mutation { updateIssue(input: { issue: "${ISSUE}", status: "${status}" }) { issue { issueId } } }`;

/** Reads an issue, changes it, and reads it again; at each gateway in turn. */
export async function expectToReadAndChange(
  ...gateways: readonly Pick<RunningGateway, 'execute'>[]
): Promise<void> {
  for (const status of ['resolved', 'unresolved']) {
    for (const gateway of gateways) {
      expect((await gateway.execute(read)).errors).toBeUndefined();
    }
    expect((await gateways[0]?.execute(update(status)))?.errors).toBeUndefined();
    for (const gateway of gateways) {
      expect((await gateway.execute(read)).data).toEqual({ issue: { status } });
    }
  }
}
