import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Target } from './attack.ts';

/** Connections that each send `text` and then neither send nor read anything more. */
export async function openSockets(
  { port }: Pick<Target, 'port'>,
  count: number,
  text: (index: number) => string,
): Promise<readonly Socket[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const socket = connect(port, '127.0.0.1');
      // A gateway may cut it at any time.
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.pause();
      socket.write(text(index));
      return socket;
    }),
  );
}

/** The head of a POST to `/graphql`. */
export function headOf(length: number, headers = ''): string {
  return `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${headers}\r\n`;
}

export function closeSockets(sockets: readonly Socket[]): void {
  for (const socket of sockets) {
    socket.destroy();
  }
}
