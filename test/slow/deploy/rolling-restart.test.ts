import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { type EmbeddedSentry, startEmbeddedSentry } from '../../../embedded-sentry/server.ts';
import { testWithCommand } from '../../harness/command.ts';
import { type Program, startProgram } from '../attack/gateway-process.ts';

const CONFIG = readFileSync('deploy/haproxy.cfg', 'utf8');
const READ =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title hashes(first: 2) { nodes { hash } } } }';
/** Sentry refuses the text of an earlier note. */
const note = (text: string) =>
  `mutation { addIssueNote(input: { issue: "hellboy-meowmeow/CHECKOUT-1", text: "${text}" }) { clientMutationId } }`;
const CALLERS = 8;
const PATIENCE = { timeout: 60_000 };

/**
 * A gateway. On this address, no connection of this machine to another program takes its port while it is
 * restarted.
 */
function startReplica(sentry: EmbeddedSentry, address: string): Promise<Program> {
  const { hostname, port } = new URL(address);
  return startProgram('dist/main.js', {
    SENTRY_URL: sentry.url,
    SENTRY_AUTH_TOKEN: sentry.token,
    HOST: hostname,
    PORT: port,
    CACHE: 'off',
    MAX_EVENT_LOOP_DELAY_MS: '0',
    SHUTDOWN_DELAY_MS: '5000',
  });
}

interface Balancer extends AsyncDisposable {
  readonly socketPath: string;
  /** What it said about its servers. */
  readonly said: readonly string[];
}

/** HAProxy with the file in `deploy/`, which listens on a socket in a folder of its own. */
async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
  const socketPath = join(folder, 'socket');
  const config = urls.reduce(
    (text, url, index) => text.replace(`gateway-${index + 1}:4000`, new URL(url).host),
    CONFIG.replace('bind :4000', `bind ${socketPath}`),
  );
  const path = join(folder, 'haproxy.cfg');
  writeFileSync(path, config);
  const child = spawn('haproxy', ['-f', path], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  const said: string[] = [];
  createInterface(child.stderr).on('line', (line) => said.push(line));
  return {
    socketPath,
    said,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function post(agent: Agent, socketPath: string, query: string): Promise<string> {
  return new Promise((resolve) => {
    const headers = { host: 'localhost', 'content-type': 'application/json' };
    const sent = request(
      { agent, socketPath, path: '/graphql', method: 'POST', headers },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve(`${response.statusCode} ${text}`));
        response.on('error', (error) => resolve(String(error)));
      },
    );
    sent.on('error', (error) => resolve(String(error)));
    sent.end(JSON.stringify({ query }));
  });
}

/** Callers that each send one operation after the other: reads, and a mutation every third time. */
function startLoad(socketPath: string) {
  const agent = new Agent({ keepAlive: true });
  const failures: string[] = [];
  let isOn = true;
  let answered = 0;
  let mutations = 0;
  const callers = Array.from({ length: CALLERS }, async (_, index) => {
    for (let turn = index; isOn; turn += 1) {
      const isMutation = turn % 3 === 0;
      mutations += isMutation ? 1 : 0;
      const answer = await post(agent, socketPath, isMutation ? note(`${index}.${turn}`) : READ);
      answered += 1;
      if (!answer.startsWith('200 ') || answer.includes('"errors"')) {
        failures.push(answer);
      }
    }
  });
  return {
    failures,
    answered: () => answered,
    async stop() {
      isOn = false;
      await Promise.all(callers);
      agent.destroy();
      return { mutations };
    },
  };
}

/** Operations that a replica has answered. */
async function answeredBy({ url }: Program): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return [...text.matchAll(/^gateway_operations_total\{.*\} (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

testWithCommand(
  'haproxy',
  'while two replicas behind HAProxy are restarted one after the other, no operation fails',
  async () => {
    const sentry = await startEmbeddedSentry({ recordRequests: true });
    const replicas = [
      await startReplica(sentry, 'http://127.0.0.2:0'),
      await startReplica(sentry, 'http://127.0.0.2:0'),
    ];
    try {
      await using balancer = await startBalancer(replicas.map(({ url }) => url));
      await expect.poll(() => post(new Agent(), balancer.socketPath, READ)).toMatch(/^200 /);
      const load = startLoad(balancer.socketPath);
      for (const [index, replica] of replicas.entries()) {
        await expect.poll(() => answeredBy(replica), PATIENCE).toBeGreaterThan(50);
        await replica.stop(60_000);
        const next = await startReplica(sentry, replica.url);
        replicas[index] = next;
        await expect.poll(() => answeredBy(next), PATIENCE).toBeGreaterThan(50);
      }
      const { mutations } = await load.stop();
      expect(load.failures).toEqual([]);
      expect(load.answered()).toBeGreaterThan(400);
      const notes = sentry.requests.filter(({ method, path }) =>
        /POST .*\/comments\//.test(`${method} ${path}`),
      );
      expect(notes).toHaveLength(mutations);
      // Each replica still listened when it reported that it is not ready.
      for (const name of ['gateway-1', 'gateway-2']) {
        expect(balancer.said).toContainEqual(
          expect.stringContaining(`${name} is DOWN, reason: Layer7 wrong status, code: 503`),
        );
      }
    } finally {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await sentry.stop();
    }
  },
  180_000,
);
