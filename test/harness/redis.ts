import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { freePort } from './free-port.ts';
import type { RunningGateway } from './gateway.ts';

const SERVER = process.env['REDIS_SERVER_PATH'] ?? 'redis-server';

function hasServer(): boolean {
  try {
    execFileSync(SERVER, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const isInstalled = hasServer();

/** A test that needs a real Redis. Without one it is skipped with the reason in its name; in CI it fails. */
export function redisTest(name: string, run: () => Promise<void>, timeoutMs?: number): void {
  if (isInstalled || process.env['CI'] === 'true') {
    test(name, run, timeoutMs);
  } else {
    test.skip(`${name} (no ${SERVER} on the PATH: install it, or set REDIS_SERVER_PATH)`, run);
  }
}

export interface RedisServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** Sends commands, one on a line, and resolves to the replies as text. */
  send(command: string): Promise<string>;
  /** Ends the process without a farewell. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  restart(): Promise<void>;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
}

export interface RedisServerOptions {
  /** Lines of its configuration besides address and directory. */
  readonly config?: (port: number, directory: string) => readonly string[];
  /** @default a server of data */
  readonly isSentinel?: boolean;
}

/** A Redis on a free port of loopback, which keeps nothing on the disk. */
export async function startRedis({
  config = () => [],
  isSentinel = false,
}: RedisServerOptions = {}): Promise<RedisServer> {
  const directory = mkdtempSync(join(tmpdir(), 'redis-'));
  const startAt = (port: number) => {
    const path = join(directory, 'redis.conf');
    const lines = [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${directory}`,
      ...(isSentinel ? [] : ['save ""', 'appendonly no']),
      ...config(port, directory),
    ];
    writeFileSync(path, `${lines.join('\n')}\n`);
    return start([path, ...(isSentinel ? ['--sentinel'] : [])]);
  };
  let { port, child } = await startOnFreePort(startAt);
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }
  };
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    send: (command) => sendTo(port, command),
    kill,
    async restart() {
      await kill();
      child = await startAt(port);
    },
    signal: (name) => child.kill(name),
    async [Symbol.asyncDispose]() {
      child.kill('SIGCONT');
      await kill();
      rmSync(directory, { recursive: true });
    },
  };
}

async function startOnFreePort(
  startAt: (port: number) => Promise<ChildProcess>,
): Promise<{ port: number; child: ChildProcess }> {
  for (let tries = 5; ; tries -= 1) {
    const port = await freePort();
    try {
      return { port, child: await startAt(port) };
    } catch (error) {
      // Another program may have taken the port in the meantime.
      if (tries === 0) {
        throw error;
      }
    }
  }
}

async function start(args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(SERVER, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (/Ready to accept connections|Sentinel ID is/.test(line)) {
      child.stdout.resume();
      return child;
    }
  }
  throw new Error(`redis-server ended:\n${lines.join('\n')}`);
}

async function sendTo(port: number, command: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`${command}\nQUIT\n`);
  let reply = '';
  for await (const chunk of socket.setEncoding('latin1')) {
    reply += chunk;
  }
  return reply.replace(/\+OK\r\n$/, '').trimEnd();
}

/** The line of a configuration for a user with the permissions that docs/scale.md names. */
export function aclUser(name: string, password: string): string {
  const document = readFileSync('docs/scale.md', 'utf8');
  const permissions = /^ACL SETUSER gateway on >PASSWORD (.+)$/m.exec(document)?.[1];
  return `user ${name} on >${password} ${permissions}`;
}

/** Settings for a gateway that shares this Redis. A busy machine may be slow, so the timeout is long. */
export function sharing({ url }: Pick<RedisServer, 'url'>) {
  return {
    REDIS_URL: url,
    GATEWAY_SHARED_SECRET: 'a secret of the tests, which replicas share',
    REDIS_COMMAND_TIMEOUT_MS: '10000',
  };
}

/** Resolves when `/readyz` shows this state of Redis, and the gateway is ready. */
export async function untilRedisIs(
  state: 'reachable' | 'unreachable',
  ...gateways: readonly Pick<RunningGateway, 'url'>[]
): Promise<void> {
  for (const { url } of gateways) {
    await expect
      .poll(async () => (await fetch(new URL('/readyz', url))).json())
      .toMatchObject({ status: 'ready', redis: state });
  }
}
