/*
 * Callers that read responses of known length and throw them away: they take a fraction of the processor time of an HTTP
 * client, for measurements in which callers and servers share all cores.
 */
import { connect } from 'node:net';

const BUFFER_BYTES = 1024 * 1024;
const END_OF_HEAD = '\r\n\r\n';

process.on('message', async ({ id, ...work }) => {
  process.send({ id, result: await run(work) });
});
process.send({ url: null });

async function run({ requests, callers, seconds }) {
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  const messages = requests.map(toMessage);
  let [next, operations, failures] = [0, 0, 0];
  async function call() {
    const connections = new Map();
    while (performance.now() < end) {
      const { port, bytes } = messages[next % messages.length];
      next += 1;
      const connection = connections.get(port) ?? (await open(port));
      connections.set(port, connection);
      failures += (await connection.send(bytes)) ? 0 : 1;
      operations += 1;
    }
    for (const connection of connections.values()) {
      connection.close();
    }
  }
  await Promise.all(Array.from({ length: callers }, call));
  return { perSecond: operations / ((performance.now() - begin) / 1_000), failures };
}

function toMessage({ url, method, headers, body }) {
  const { port, host, pathname } = new URL(url);
  const lines = Object.entries({ ...headers, host, 'content-length': Buffer.byteLength(body) });
  const head = [
    `${method} ${pathname} HTTP/1.1`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
  ];
  return { port: Number(port), bytes: Buffer.from(head.join('\r\n') + END_OF_HEAD + body) };
}

async function open(port) {
  let [missing, isOk, answered] = [0, false, () => {}];
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  const socket = connect({ port, host: '127.0.0.1', onread: { buffer, callback: read } });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));

  function read(size) {
    if (missing === 0) {
      const head = buffer.toString('latin1', 0, Math.min(size, 8_192));
      const end = head.indexOf(END_OF_HEAD) + END_OF_HEAD.length;
      missing = end + Number(/content-length: (\d+)/i.exec(head)[1]);
      isOk = head.startsWith('HTTP/1.1 200') && head.startsWith('{"data"', end);
    }
    missing -= size;
    if (missing === 0) {
      answered(isOk);
    }
    return true;
  }
  return {
    send(bytes) {
      const answer = new Promise((resolve) => {
        answered = resolve;
      });
      socket.write(bytes);
      return answer;
    },
    close: () => socket.destroy(),
  };
}
