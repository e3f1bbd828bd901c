import { setTimeout as sleep } from 'node:timers/promises';
import { type Attack, aliased, ask, repeat, type Target } from './attack.ts';
import { ISSUE } from './document-attacks.ts';
import { events } from './response-attacks.ts';
import { closeSockets, headOf, openSockets } from './sockets.ts';

/** What many connections of one caller can do. */
export const CONNECTION_ATTACKS: readonly Attack[] = [
  {
    name: '520 sockets that send the head of a POST and one byte of its body',
    send: (target) => besideSockets(target, 520, () => `${headOf(1_000)}{`, 3_000),
    answer: '200 data',
  },
  {
    name: '520 sockets that send 1 MB of a body but its last byte',
    send: (target) =>
      besideSockets(target, 520, () => `${headOf(1_000_000)}${'{'.padEnd(999_999)}`, 3_000),
    answer: '200 data',
    // Half a gigabyte arrives, of which 32 MB are kept.
    bounds: { grownMb: 200 },
    isShort: false,
  },
  {
    name: '520 sockets that ask for one response of 8 MB and never read it',
    send: (target) => besideSockets(target, 520, () => postOf(events(aliased(7, 'raw'))), 8_000),
    answer: '200 data',
    // All slots are taken by operations that are executed, each with a response of 8 MB.
    bounds: { grownMb: 350, otherCallerMs: 10_000 },
  },
  {
    name: '520 sockets that ask for 8 MB compressed and never read it',
    send: (target) =>
      besideSockets(
        target,
        520,
        () => postOf(events(aliased(7, 'raw')), 'accept-encoding: br\r\n'),
        8_000,
      ),
    answer: '200 data',
    bounds: { grownMb: 350, otherCallerMs: 10_000 },
    isShort: false,
  },
  {
    name: '200 sockets that each send a document which takes long to validate',
    send: (target) =>
      besideSockets(target, 200, (index) =>
        postOf(`{ a${index}: ${ISSUE} { ${repeat(2_400, 'latestEvent { id }')} } }`),
      ),
    answer: /^(200 data|503 OVERLOADED)$/,
    // Each takes 5 MB to parse, and the time of an event loop is shared in the order of arrival.
    bounds: { otherCallerMs: 30_000, grownMb: 400 },
    isShort: false,
  },
  {
    name: '1,000 sockets that send a head without its end',
    send: (target) =>
      besideSockets(target, 1_000, () => headOf(10).replace(/\r\n\r\n$/, '\r\nx-a: b'), 2_000),
    answer: '200 data',
    isShort: false,
  },
  {
    name: '2,000 sockets that send nothing',
    send: (target) => besideSockets(target, 2_000, () => '', 1_000),
    answer: '200 data',
    isShort: false,
  },
  {
    name: 'a socket that sends 6,000 requests at once and reads no response',
    send: (target) => besideSockets(target, 1, () => postOf('{ __typename }').repeat(6_000), 2_000),
    answer: '200 data',
  },
  {
    name: 'a socket that asks for the metrics 3,000 times at once and reads no response',
    send: (target) =>
      besideSockets(
        target,
        1,
        () =>
          'GET /metrics HTTP/1.1\r\nhost: localhost\r\naccept-encoding: br\r\n\r\n'.repeat(3_000),
        2_000,
      ),
    answer: '200 data',
  },
  {
    name: 'a socket that asks for the explorer 5,000 times at once, compressed, and reads no response',
    send: (target) =>
      besideSockets(
        target,
        1,
        () =>
          'GET /graphiql HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n\r\n'.repeat(
            5_000,
          ),
        2_000,
      ),
    answer: '200 data',
    isShort: false,
  },
  {
    name: 'a socket that sends 2,000 requests for 8 MB at once and reads no response',
    send: (target) =>
      besideSockets(target, 1, () => postOf(events(aliased(7, 'raw'))).repeat(2_000), 3_000),
    // Its operations take all slots until they are answered or wait too long.
    answer: /^(200 data|503 OVERLOADED)$/,
    bounds: { grownMb: 250, otherCallerMs: 10_000 },
    isShort: false,
  },
  {
    name: '500 sockets that ask for 8 MB and leave at once',
    async send(target) {
      for (let round = 0; round < 5; round += 1) {
        const sockets = await openSockets(target, 100, () => postOf(events(aliased(7, 'raw'))));
        closeSockets(sockets);
      }
      return ask(target, '{ __typename }');
    },
    answer: '200 data',
    bounds: { grownMb: 250, otherCallerMs: 10_000 },
    isShort: false,
  },
  {
    name: 'a body of 1 MB with its framing, in chunks of one byte',
    send: (target) => besideSockets(target, 1, () => inChunksOfOneByte(170_000), 1_000),
    answer: '200 data',
  },
  {
    name: '200 sockets that send a body in chunks of one byte, a million together',
    send: (target) => besideSockets(target, 200, () => inChunksOfOneByte(5_000), 2_000),
    answer: '200 data',
    // Node reads from all sockets before it does anything else.
    bounds: { stallMs: 1_000, grownMb: 400 },
    isShort: false,
  },
];

/** What another caller gets while the sockets are open. */
async function besideSockets(
  target: Target,
  count: number,
  text: (index: number) => string,
  forMs = 0,
): Promise<string> {
  const sockets = await openSockets(target, count, text);
  await sleep(forMs);
  const answer = await ask(target, '{ __typename }');
  closeSockets(sockets);
  return answer;
}

function inChunksOfOneByte(count: number): string {
  return `${headOf(null, 'transfer-encoding: chunked\r\n')}${'1\r\n \r\n'.repeat(count)}`;
}

function postOf(query: string, headers = ''): string {
  const body = JSON.stringify({ query });
  return `${headOf(body.length, headers)}${body}`;
}
