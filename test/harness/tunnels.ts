import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from 'node:tls';

export interface Tunnel extends AsyncDisposable {
  readonly port: number;
}

/** TLS in front of a plain HTTP server. `onClient` is called for each connection. */
export async function startTls(
  target: string,
  { onClient, ...options }: TlsOptions & { readonly onClient?: (socket: TLSSocket) => void },
): Promise<Tunnel> {
  return listen(
    createTlsServer(options, (socket) => {
      onClient?.(socket);
      join(socket, connect(Number(new URL(target).port), '127.0.0.1'));
    }),
  );
}

export interface ProxyServer extends Tunnel {
  /** The `host:port` and the headers of each CONNECT request. */
  readonly connects: readonly { readonly host: string; readonly headers: IncomingHttpHeaders }[];
}

/** A proxy whose tunnels (CONNECT) all lead to one port of this machine. */
export async function startProxy(targetPort: number): Promise<ProxyServer> {
  const connects: { host: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', ({ url = '', headers }, socket: Socket) => {
    connects.push({ host: url, headers });
    const target = connect(targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      join(socket, target);
    });
  });
  return { ...(await listen(server)), connects };
}

function join(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one);
  one.on('error', () => other.destroy());
  other.on('error', () => one.destroy());
}

async function listen(server: Server): Promise<Tunnel> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) {
          socket.destroy();
        }
      }),
  };
}
