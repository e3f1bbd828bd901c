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

/** The head of a POST to `/graphql`; without a length if it is null. */
export function headOf(length: number | null, headers = ''): string {
  const size = length === null ? '' : `content-length: ${length}\r\n`;
  return `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${size}${headers}\r\n`;
}

export function closeSockets(sockets: readonly Socket[]): void {
  for (const socket of sockets) {
    socket.destroy();
  }
}
