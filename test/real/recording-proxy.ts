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
  /** What was answered so far, in the order of the answers. */
  readonly exchanges: readonly RecordedExchange[];
  forget(): void;
  /** Closes the port and every connection, as a server that stops does. */
  stop(): Promise<void>;
  /** Listens on the same port again. */
  resume(): Promise<void>;
  /** Takes requests and answers none of them, until `resume`. */
  hang(): void;
}

/** A server in front of another one, which records what it passes on and can be stopped. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const exchanges: RecordedExchange[] = [];
  const sockets = new Set<Socket>();
  let hangs = false;

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

  return {
    url: `http://127.0.0.1:${port}`,
    exchanges,
    forget: () => {
      exchanges.length = 0;
    },
    hang: () => {
      hangs = true;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) {
          socket.destroy();
        }
      }),
    async resume() {
      hangs = false;
      if (!server.listening) {
        await listen(port);
      }
    },
  };
}
