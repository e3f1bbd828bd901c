import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface RecordedExchange {
  readonly method: string;
  /** The path below `/api/0`, without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly status: number;
}

export interface RecordingProxy {
  readonly url: string;
  /** The exchanges so far, in the order of the responses. */
  readonly exchanges: readonly RecordedExchange[];
  forget(): void;
  /** Closes the port and every connection, like a server that stops. */
  stop(): Promise<void>;
  /** Stops after this number of further responses. */
  stopAfter(answers: number): void;
  /** Listens on the same port again. */
  resume(): Promise<void>;
  /** Accepts requests and answers none of them until `resume`. */
  hang(): void;
  /** Sends further requests to another server, like a new release behind the same address. */
  moveTo(target: string): void;
}

/** A proxy that records requests and responses, and can be stopped. */
export async function startRecordingProxy(first: string): Promise<RecordingProxy> {
  let target = first;
  const exchanges: RecordedExchange[] = [];
  const sockets = new Set<Socket>();
  let hangs = false;
  let answersLeft = Number.POSITIVE_INFINITY;

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (hangs) {
      return;
    }
    const { method = '', url = '', headers } = incoming;
    const upstream = send(`${target}${url}`, { method, headers }, (answer) => {
      const { pathname, searchParams } = new URL(url, target);
      const status = answer.statusCode ?? 0;
      const path = pathname.replace('/api/0', '');
      exchanges.push({ method, path, query: searchParams, status });
      outgoing.writeHead(status, answer.rawHeaders);
      answer.pipe(outgoing);
      answersLeft -= 1;
      if (answersLeft === 0) {
        outgoing.once('finish', stop);
      }
      answer.once('error', () => outgoing.destroy());
    });
    upstream.once('error', () => outgoing.destroy());
    outgoing.once('close', () => upstream.destroy());
    incoming.pipe(upstream);
  }

  const server = createServer(pass);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  async function stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) {
      socket.destroySoon();
    }
    await closed;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    exchanges,
    forget: () => {
      exchanges.length = 0;
    },
    hang: () => {
      hangs = true;
    },
    moveTo: (next) => {
      target = next;
    },
    stop,
    stopAfter: (answers) => {
      answersLeft = answers;
    },
    async resume() {
      hangs = false;
      answersLeft = Number.POSITIVE_INFINITY;
      if (!server.listening) {
        await listen(port);
      }
    },
  };
}
