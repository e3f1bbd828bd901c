import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createAuthority, createIdentity } from '../../harness/certificates.ts';
import { type RunningGateway, startGateway } from '../../harness/gateway.ts';
import { aclUser, redisTest, sharing, startRedis } from '../../harness/redis.ts';
import { expectToReadAndChange, startReplicas } from '../../harness/replicas.ts';

/** Lines of a configuration for connections with TLS alone. */
async function createTls(name: string) {
  const files = mkdtempSync(join(tmpdir(), 'redis-tls-'));
  const write = (file: string, text: string) => {
    writeFileSync(join(files, file), text);
    return join(files, file);
  };
  const authority = await createAuthority();
  const identity = await createIdentity(name, authority);
  const ca = write('ca.pem', authority.cert);
  const [cert, key] = [write('cert.pem', identity.cert), write('key.pem', identity.key)];
  return {
    ca,
    config: (port: number) => [
      'port 0',
      `tls-port ${port}`,
      `tls-cert-file ${cert}`,
      `tls-key-file ${key}`,
      `tls-ca-cert-file ${ca}`,
      'tls-auth-clients no',
    ],
    [Symbol.dispose]: () => rmSync(files, { recursive: true }),
  };
}

/** Waits for the log line that says why Redis is not used. */
async function expectReason({ log }: Pick<RunningGateway, 'log'>, reason: RegExp): Promise<void> {
  await expect
    .poll(() => log.find(({ msg }) => msg === 'redis.unreachable'))
    .toMatchObject({ reason: expect.stringMatching(reason) });
}

redisTest('replicas share through TLS, as a user with few permissions', async () => {
  using tls = await createTls('localhost');
  await using redis = await startRedis({
    config: (port) => [...tls.config(port), 'user default off', aclUser('gateway', 'opensesame')],
  });
  const url = `rediss://gateway:opensesame@localhost:${redis.port}`;
  await using replicas = await startReplicas({ url }, { env: { REDIS_CA_FILE: tls.ca } });
  await expectToReadAndChange(replicas.one, replicas.other);
  for (const { url: replica, log } of [replicas.one, replicas.other]) {
    const metrics = await (await fetch(new URL('/metrics', replica))).text();
    expect(metrics).toMatch(/gateway_redis_commands_total\{.*outcome="answered"/);
    expect(metrics).not.toMatch(/gateway_redis_commands_total\{.*outcome="(?!answered)/);
    expect(log.filter(({ msg }) => msg === 'redis.unreachable')).toEqual([]);
  }

  await using gateway = await startGateway({ env: sharing({ url }) });
  await expectReason(gateway, /certificate/i);
});

redisTest('replicas share through Sentinels with TLS and a password', async () => {
  using tls = await createTls('127.0.0.1');
  await using primary = await startRedis({
    config: (port) => [
      ...tls.config(port),
      'user default off',
      aclUser('gateway', 'opensesame'),
      'user sentinel on >watch ~* &* +@all',
    ],
  });
  await using sentinel = await startRedis({
    isSentinel: true,
    config: (port) => [
      ...tls.config(port),
      // Sentinels use TLS to the servers only with it.
      'tls-replication yes',
      'requirepass guard',
      `sentinel monitor mymaster 127.0.0.1 ${primary.port} 1`,
      'sentinel auth-user mymaster sentinel',
      'sentinel auth-pass mymaster watch',
    ],
  });
  const url = `rediss://gateway:opensesame@127.0.0.1:${sentinel.port}`;
  const env = { REDIS_MODE: 'sentinel', REDIS_SENTINEL_PASSWORD: 'guard', REDIS_CA_FILE: tls.ca };
  await using replicas = await startReplicas({ url }, { env });
  await expectToReadAndChange(replicas.one, replicas.other);

  await using gateway = await startGateway({
    env: { ...sharing({ url }), ...env, REDIS_SENTINEL_PASSWORD: 'wrong' },
  });
  await expectReason(gateway, /^WRONGPASS /);
});
