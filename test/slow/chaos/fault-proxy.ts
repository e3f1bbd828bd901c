import { request as ask, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createRandom } from '../../harness/random.ts';
import { FAULTS, type Fault, type FaultName, tooMany, type WholeAnswer, whole } from './faults.ts';

export interface FaultProxy {
  readonly url: string;
  /** Number of each fault so far. */
  readonly played: Readonly<Record<string, number>>;
  /** Connections that are open now. */
  readonly openSockets: number;
  /** Ends the faults. */
  calm(): void;
  stop(): Promise<void>;
}

export interface FaultProxyOptions {
  /** The real server. */
  readonly target: string;
  readonly seed: number;
}

/** Probability in a thousand of a storm of refusals, and of a shifted page. */
const STORM_CHANCE = 1;
const SHIFT_CHANCE = 300;
/** The first row of the second page of a walk: it overlaps the first page by a row. */
const SECOND_PAGE = 99;
/** Consecutive requests that a storm refuses. */
const STORM_LENGTH = 15;

/** A proxy that corrupts a share of the responses, in an order that the seed determines. */
export async function startFaultProxy({ target, seed }: FaultProxyOptions): Promise<FaultProxy> {
  const random = createRandom(seed);
  const sockets = new Set<Socket>();
  const played: Record<string, number> = {};
  let stormLeft = 0;
  let isCalm = false;

  function play(name: FaultName | 'storm' | 'shiftedPage' | 'none'): void {
    played[name] = (played[name] ?? 0) + 1;
  }

  function drawFault(): Fault {
    if (isCalm) {
      return whole;
    }
    if (stormLeft === 0 && random.below(1_000) < STORM_CHANCE) {
      stormLeft = STORM_LENGTH;
    }
    if (stormLeft > 0) {
      stormLeft -= 1;
      play('storm');
      return tooMany;
    }
    let draw = random.below(1_000);
    for (const [name, [chance, fault]] of Object.entries(FAULTS)) {
      draw -= chance;
      if (draw < 0) {
        play(name as FaultName);
        return fault;
      }
    }
    play('none');
    return whole;
  }

  /** A hash that is added between two pages moves every row down by one, so the second page of a walk repeats a row. */
  function shifted(url: string): string {
    const second = `cursor=0%3A${SECOND_PAGE}%3A0`;
    if (isCalm || !url.includes(second) || random.below(1_000) >= SHIFT_CHANCE) {
      return url;
    }
    play('shiftedPage');
    return url.replace(second, `cursor=0%3A${SECOND_PAGE - 1}%3A0`);
  }

  const server = createServer(async (message, response) => {
    const fault = drawFault();
    response.on('error', () => {});
    try {
      fault({
        answer: await forward(target, message, shifted(message.url ?? '/')),
        response,
        random,
      });
    } catch {
      response.destroy();
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    played,
    get openSockets() {
      return sockets.size;
    },
    calm() {
      isCalm = true;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) {
          socket.destroy();
        }
      }),
  };
}

/** Sends the request to the real server on a new connection, and reads the whole response. */
function forward(target: string, message: IncomingMessage, url: string): Promise<WholeAnswer> {
  return new Promise((resolve, reject) => {
    const { connection: _connection, host: _host, ...headers } = message.headers;
    const request = ask(
      new URL(url, target),
      { method: message.method, headers, agent: false },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer as AsyncIterable<Buffer>) {
          chunks.push(chunk);
        }
        const { connection, 'keep-alive': _keepAlive, date: _date, ...kept } = answer.headers;
        resolve({
          status: answer.statusCode ?? 502,
          headers: kept as Record<string, string>,
          body: Buffer.concat(chunks),
        });
      },
    );
    request.on('error', reject);
    message.pipe(request);
  });
}
