import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createAuthority, createIdentity } from '../../harness/certificates.ts';
import { startGateway } from '../../harness/gateway.ts';
import { aclUser, redisTest, sharing, startRedis, untilRedisIs } from '../../harness/redis.ts';
import { expectToReadAndChange, startReplicas } from '../../harness/replicas.ts';

redisTest('replicas share through TLS, as a user with few permissions', async () => {
  const files = mkdtempSync(join(tmpdir(), 'redis-tls-'));
  const write = (name: string, text: string) => {
    writeFileSync(join(files, name), text);
    return join(files, name);
  };
  const authority = await createAuthority();
  const identity = await createIdentity('localhost', authority);
  const ca = write('ca.pem', authority.cert);
  const [cert, key] = [write('cert.pem', identity.cert), write('key.pem', identity.key)];
  await using redis = await startRedis({
    config: (port) => [
      'port 0',
      `tls-port ${port}`,
      `tls-cert-file ${cert}`,
      `tls-key-file ${key}`,
      `tls-ca-cert-file ${ca}`,
      'tls-auth-clients no',
      'user default off',
      aclUser('gateway', 'opensesame'),
    ],
  });
  const url = `rediss://gateway:opensesame@localhost:${redis.port}`;
  await using replicas = await startReplicas({ url }, { env: { REDIS_CA_FILE: ca } });
  await expectToReadAndChange(replicas.one, replicas.other);
  for (const { url: replica, log } of [replicas.one, replicas.other]) {
    const metrics = await (await fetch(new URL('/metrics', replica))).text();
    expect(metrics).toMatch(/gateway_redis_commands_total\{.*outcome="answered"/);
    expect(metrics).not.toMatch(/gateway_redis_commands_total\{.*outcome="(?!answered)/);
    expect(log.filter(({ msg }) => msg === 'redis.unreachable')).toEqual([]);
  }

  await using gateway = await startGateway({ env: sharing({ url }) });
  await untilRedisIs('unreachable', gateway);
  expect(gateway.log).toContainEqual(
    expect.objectContaining({
      msg: 'redis.unreachable',
      reason: expect.stringMatching(/certificate/i),
    }),
  );
  rmSync(files, { recursive: true });
});
