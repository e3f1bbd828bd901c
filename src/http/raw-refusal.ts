import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusal } from './refusal.ts';

/** Refusals of requests that reach no route. */
const REFUSALS = {
  BAD_REQUEST: { status: 400, message: 'This is not an HTTP request.' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'CONNECT is not supported.' },
  REQUEST_TIMEOUT: { status: 408, message: 'The request did not arrive in time.' },
  HEADERS_TOO_LARGE: {
    status: 431,
    message: 'URL and headers together are larger than 16 KiB, the limit.',
  },
} as const;

/** Writes the response to the socket, and closes it. */
export function refuseOnSocket(socket: Duplex, code: keyof typeof REFUSALS): void {
  const { status, message } = REFUSALS[code];
  const body = JSON.stringify(refusal(code, message));
  const response = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
  // Without `destroy`, the socket would stay open while the caller goes on sending.
  socket.end(response, () => socket.destroy());
}
