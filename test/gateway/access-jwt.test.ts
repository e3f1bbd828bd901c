import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { startGateway } from '../harness/gateway.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 1) { nodes { hash } } } }';
const ISSUER = 'https://login.example.com/';
const AUDIENCE = 'sentry-graphql';
const now = () => Math.floor(Date.now() / 1000);

/** An identity provider with one key pair, and a gateway that accepts its tokens. */
async function startWithProvider(algorithm = 'ES256') {
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const jwk = { ...(await exportJWK(publicKey)), kid: 'current', alg: algorithm, use: 'sig' };
  let fetches = 0;
  let isDown = false;
  const provider = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(isDown ? 500 : 200, { 'content-type': 'application/json' });
    response.end(isDown ? 'down' : JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const gateway = await startGateway({
    env: {
      GATEWAY_JWKS_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`,
      GATEWAY_JWT_ISSUER: ISSUER,
      GATEWAY_JWT_AUDIENCE: AUDIENCE,
    },
  });
  return {
    gateway,
    jwk,
    fetches: () => fetches,
    goDown: () => {
      isDown = true;
    },
    execute: (token: string) => gateway.execute(HASHES, {}, { authorization: `Bearer ${token}` }),
    sign: (
      claims: Readonly<Record<string, unknown>> = {},
      header: { kid?: string; alg?: string } = {},
      key = privateKey,
    ) =>
      new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: 'ann', exp: now() + 60, ...claims })
        .setProtectedHeader({ alg: algorithm, kid: 'current', ...header })
        .sign(key),
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      provider.closeAllConnections();
      provider.close();
    },
  };
}

test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])(
  'a JWT signed by the provider (%s) authenticates its caller and is not forwarded',
  async (algorithm) => {
    await using provider = await startWithProvider(algorithm);
    const token = await provider.sign();
    const { data } = await provider.execute(token);
    await provider.execute(token);
    expect(data.issue.hashes.nodes).toHaveLength(1);
    expect(provider.fetches()).toBe(1);
    expect(provider.gateway.upstream.requests[0]?.headers.authorization).toBe(
      `Bearer ${provider.gateway.upstream.token}`,
    );
  },
);

test('clocks may differ by 30 seconds', async () => {
  await using provider = await startWithProvider();
  expect((await provider.execute(await provider.sign({ exp: now() - 20 }))).status).toBe(200);
  expect((await provider.execute(await provider.sign({ nbf: now() + 20 }))).status).toBe(200);
});

test('a JWT for another audience or from another issuer is refused with the reason', async () => {
  await using provider = await startWithProvider();
  const { sign, jwk } = provider;
  const otherKey = await generateKeyPair('ES256');
  const publicText = new TextEncoder().encode(JSON.stringify(jwk));
  const tokens: [token: string, reason: string][] = [
    [await sign({ exp: now() - 120 }), 'it has expired'],
    [await sign({ nbf: now() + 120 }), 'its claim `nbf` is missing or wrong'],
    [await sign({ aud: 'another program' }), 'its claim `aud` is missing or wrong'],
    [await sign({ iss: 'https://evil.example.com/' }), 'its claim `iss` is missing or wrong'],
    [await sign({ sub: undefined }), 'its claim `sub` is missing or wrong'],
    [await sign({ exp: undefined }), 'its claim `exp` is missing or wrong'],
    [await sign({}, {}, otherKey.privateKey), 'its signature is wrong'],
    [await sign({}, { kid: 'unknown' }), 'the key set does not have exactly one key for it'],
    [
      new UnsecuredJWT({ sub: 'ann', iss: ISSUER, aud: AUDIENCE, exp: now() + 60 }).encode(),
      'its signature algorithm is not allowed',
    ],
    [
      // Signed with the public key as a shared secret.
      await new SignJWT({ sub: 'ann', iss: ISSUER, aud: AUDIENCE, exp: now() + 60 })
        .setProtectedHeader({ alg: 'HS256', kid: 'current' })
        .sign(publicText),
      'its signature algorithm is not allowed',
    ],
    ['no.jwt.atall', 'it is not a JWT'],
    ['sntryu_of_the_caller', 'it is not a JWT'],
  ];
  for (const [token, reason] of tokens) {
    const execution = await provider.execute(token);
    expect(execution).toEqual({
      status: 401,
      errors: [
        {
          message: `The JWT is not accepted: ${reason}.`,
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
  }
  expect(provider.gateway.upstream.requests).toEqual([]);
  expect(provider.gateway.defects).toEqual([]);
});

test('while the key set cannot be read, callers get 503 and not 401', async () => {
  await using provider = await startWithProvider();
  provider.goDown();
  expect(await provider.execute(await provider.sign())).toEqual({
    status: 503,
    errors: [
      {
        message:
          'The JWT cannot be verified now, because the key set is not available. Try again later.',
        extensions: { code: 'SIGN_IN_UNAVAILABLE' },
      },
    ],
  });
  expect(provider.gateway.upstream.requests).toEqual([]);
});

test('an endless key set is read up to its size limit', async () => {
  const sent = new Promise<number>((resolve) => {
    answer = (response) => {
      let bytes = 0;
      const fill = () => {
        do {
          bytes += 65_536;
        } while (response.write(' '.repeat(65_536)));
      };
      response.once('close', () => resolve(bytes)).on('drain', fill);
      response.writeHead(200, { 'content-type': 'application/json' });
      fill();
    };
  });
  const endless = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
  await using provider = await startWithProvider();
  await using gateway = await startGateway({
    env: {
      GATEWAY_JWKS_URL: `http://127.0.0.1:${(endless.address() as AddressInfo).port}/jwks`,
      GATEWAY_JWT_ISSUER: ISSUER,
      GATEWAY_JWT_AUDIENCE: AUDIENCE,
    },
  });
  const authorization = `Bearer ${await provider.sign()}`;
  const { status, errors } = await gateway.execute(HASHES, {}, { authorization });
  expect(status).toBe(503);
  expect(errors?.[0]?.extensions.code).toBe('SIGN_IN_UNAVAILABLE');
  // Includes data in the sockets' buffers.
  expect(await sent).toBeLessThan(16 * 1024 * 1024);
  endless.close();
});

let answer: (response: ServerResponse) => void = () => {};

test.each([[''], [' '], [7], [null], [['ann']], [{}]])(
  'a JWT whose subject is %j is refused',
  async (sub) => {
    await using provider = await startWithProvider();
    const { status, errors } = await provider.execute(await provider.sign({ sub }));
    expect(status).toBe(401);
    expect(errors?.[0]?.message).toBe(
      'The JWT is not accepted: its claim `sub` is missing or wrong.',
    );
  },
);
