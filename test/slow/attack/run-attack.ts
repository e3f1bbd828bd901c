import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Environment } from '../../../src/config/setting.ts';
import type { Attack, Figures } from './attack.ts';
import { startProgram } from './gateway-process.ts';

export interface Outcome extends Figures {
  readonly answer: string;
  /** The share of its time in which the gateway's event loop waited for a CPU. */
  readonly busyShare: number;
}

/** After this time, an attack counts as not answered. */
const MAX_ATTACK_MS = 180_000;
/** Maximum time until other callers are answered after an attack. */
const MAX_SETTLING_MS = 5_000;
const WARM_UP_MS = 500;

/** Starts a gateway, sends the attack, and measures its effects on the process and on other callers. */
export async function runAttack(attack: Attack): Promise<Outcome> {
  await using upstream = await startUpstream(attack);
  const gateway = await startProgram('dist/main.js', { PORT: '0', ...upstream.env });
  const worker = new Worker(new URL('./probe.mjs', import.meta.url), {
    workerData: { url: gateway.url, pid: gateway.pid },
  });
  try {
    await sleep(WARM_UP_MS);
    const beforeMb = gateway.memory.readMb();
    gateway.memory.reset();
    worker.postMessage('reset');
    const { url } = gateway;
    const answer = await Promise.race([
      attack
        .send({ url, port: Number(new URL(url).port), stop: () => gateway.stop() })
        .catch((error: Error) => `no answer (${causeOf(error)})`),
      sleep(MAX_ATTACK_MS, `no answer in ${MAX_ATTACK_MS / 1_000} s`, { ref: false }),
    ]);
    const figures = await settle(worker);
    const highestMb = gateway.memory.readHighestMb();
    const grownMb = highestMb === null || beforeMb === null ? Number.NaN : highestMb - beforeMb;
    return { ...figures, answer, grownMb };
  } finally {
    await worker.terminate();
    await gateway.stop(1_000);
  }
}

type Probed = Omit<Outcome, 'answer' | 'grownMb'> & { readonly isWaiting: boolean };

/** Ends the probe when both of its callers are answered, or after `MAX_SETTLING_MS`. */
async function settle(worker: Worker): Promise<Probed> {
  const probe = async (message: string): Promise<Probed> => {
    worker.postMessage(message);
    return (await once(worker, 'message'))[0] as Probed;
  };
  const endMs = performance.now() + MAX_SETTLING_MS;
  let probed = await probe('end');
  while (probed.isWaiting && performance.now() < endMs) {
    await sleep(20);
    probed = await probe('end');
  }
  return probed;
}

/** Sentry, or a server in its place, with the settings of a gateway that uses it. */
type Upstream = AsyncDisposable & { readonly env: Environment };

async function startUpstream({ upstream, env = () => ({}) }: Attack): Promise<Upstream> {
  if (!upstream) {
    const sentry = await startProgram('dist/embedded-sentry/main.js', {});
    return {
      env: {
        SENTRY_URL: sentry.url,
        SENTRY_AUTH_TOKEN: 'sntryu_embedded_every_scope',
        ...env(sentry.url),
      },
      [Symbol.asyncDispose]: () => sentry.stop(1_000),
    };
  }
  const server = createServer(upstream).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: { SENTRY_URL: url, SENTRY_AUTH_TOKEN: 'token-of-the-gateway', ...env(url) },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function causeOf({ message, cause }: Error): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : message;
}
