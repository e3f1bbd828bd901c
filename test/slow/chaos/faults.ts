import type { ServerResponse } from 'node:http';
import type { Random } from '../../harness/random.ts';

/** The response of the real server. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As sent: compressed if the headers say so. */
  readonly body: Buffer;
}

export interface FaultScene {
  readonly answer: WholeAnswer;
  readonly response: ServerResponse;
  readonly random: Random;
}

/** Sends the response, or corrupts it. */
export type Fault = (scene: FaultScene) => void;

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

function give({ response }: FaultScene, answer: WholeAnswer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  response.end(answer.body);
}

/** The bytes of the response, with the given `Content-Length` if any. */
function toWire({ status, headers, body }: WholeAnswer, length = body.length): Buffer {
  const lines = Object.entries({ ...headers, 'content-length': length }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\n${lines.join('')}\r\n`), body]);
}

const statusFault =
  (status: number, body: string, type: string, headers: Record<string, string> = {}): Fault =>
  (scene) =>
    give(scene, {
      status,
      headers: { 'content-type': type, ...headers },
      body: Buffer.from(body),
    });

/** By name, with the number in a thousand requests; other responses are unchanged. */
export const FAULTS = {
  late: [60, (scene) => setTimeout(() => give(scene, scene.answer), scene.random.below(120))],
  resetAtOnce: [25, ({ response }) => response.socket?.resetAndDestroy()],
  resetAtAnyByte: [
    30,
    ({ response: { socket }, answer, random }) => {
      const bytes = toWire(answer);
      socket?.write(bytes.subarray(0, random.below(bytes.length)), () => socket.resetAndDestroy());
    },
  ],
  cutAtAnyByte: [
    30,
    ({ response: { socket }, answer, random }) => {
      const bytes = toWire(answer);
      socket?.end(bytes.subarray(0, random.below(bytes.length)));
    },
  ],
  lengthTooGreat: [
    5,
    ({ response: { socket }, answer, random }) =>
      socket?.write(toWire(answer, answer.body.length + 1 + random.below(1_000))),
  ],
  lengthTooSmall: [
    10,
    ({ response: { socket }, answer, random }) =>
      socket?.write(toWire(answer, random.below(answer.body.length))),
  ],
  corrupt: [20, (scene) => give(scene, corrupted(scene))],
  neverEnding: [
    5,
    ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    },
  ],
  silent: [5, () => {}],
  htmlBadGateway: [20, statusFault(502, HTML, 'text/html')],
  htmlForJson: [10, statusFault(200, HTML, 'text/html')],
  serverError: [10, statusFault(500, '{"detail":"Internal Error"}', 'application/json')],
  unavailable: [15, statusFault(503, '', 'text/plain')],
  gatewayTimeout: [10, statusFault(504, HTML, 'text/html')],
} as const satisfies Record<string, readonly [number, Fault]>;

export type FaultName = keyof typeof FAULTS;

/** A 429 as of sentry.io, or of older servers: JSON labelled as HTML. */
export const tooMany: Fault = (scene) =>
  scene.random.below(2) === 0
    ? statusFault(
        429,
        '"You are attempting to use this endpoint too frequently."',
        'text/html',
      )(scene)
    : statusFault(429, '{"detail":"Too frequently."}', 'text/html', {
        'x-sentry-rate-limit-limit': scene.answer.headers['x-sentry-rate-limit-limit'] ?? '100',
        'x-sentry-rate-limit-remaining': '0',
        'x-sentry-rate-limit-reset': `${Math.floor(Date.now() / 1000) + 1}`,
      })(scene);

/** The unchanged response. */
export const whole: Fault = (scene) => give(scene, scene.answer);

/**
 * A compressed body with one changed bit, which its checksum detects, or a body that is not JSON. A changed
 * letter in an uncompressed body is not included, because no client can detect it.
 */
function corrupted({ answer, random }: FaultScene): WholeAnswer {
  const body = Buffer.from(answer.body);
  if (answer.headers['content-encoding'] === 'gzip') {
    const at = random.below(body.length);
    body[at] = (body[at] ?? 0) ^ (1 << random.below(8));
  } else {
    body[0] = 0x3c;
  }
  return { ...answer, body };
}
