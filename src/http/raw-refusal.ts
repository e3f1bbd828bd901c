import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { refusal } from './refusal.ts';

/** Refusals of requests that reach no route. */
const REFUSALS = {
  BAD_REQUEST: { status: 400, message: 'This is not an HTTP request.' },
  REQUEST_TIMEOUT: { status: 408, message: 'The request did not arrive in time.' },
  HEADERS_TOO_LARGE: {
    status: 431,
    message: 'URL and headers together are larger than 16 KiB, the limit.',
  },
} as const;

/** Writes the response to the socket, and closes it. */
export function refuseOnSocket(socket: Socket, code: keyof typeof REFUSALS): void {
  const { status, message } = REFUSALS[code];
  const body = JSON.stringify(refusal(code, message));
  socket.write(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
  // `end` alone would keep the socket open while the caller goes on sending.
  socket.destroySoon();
}
