/* The callers, in a process of their own: each sends its next request after the response to the previous one. */
import { Agent } from 'undici';

process.on('message', async ({ id, requests, callers, seconds, total = Infinity }) => {
  process.send({ id, result: await run(requests, callers, seconds, total) });
});
process.send({ url: null });

async function run(requests, callers, seconds, total) {
  const agent = new Agent({ connections: callers, pipelining: 1, bodyTimeout: 120_000 });
  const latencies = [];
  let bytes = 0;
  let failures = 0;
  let next = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  const caller = async () => {
    while (performance.now() < end && next < total) {
      const { url, ...options } = requests[next % requests.length];
      next += 1;
      const { origin, pathname, search } = new URL(url);
      const sent = performance.now();
      const { statusCode, body } = await agent.request({
        origin,
        path: `${pathname}${search}`,
        ...options,
      });
      let start = '';
      for await (const chunk of body) {
        bytes += chunk.length;
        start ||= chunk.subarray(0, 16).toString();
      }
      latencies.push(performance.now() - sent);
      if (statusCode !== 200 || start.startsWith('{"errors"')) {
        failures += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const wallSeconds = (performance.now() - begin) / 1_000;
  await agent.close();
  latencies.sort((one, other) => one - other);
  const at = (share) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return {
    operations: latencies.length,
    perSecond: latencies.length / wallSeconds,
    bytes: bytes / latencies.length,
    failures,
    p50: at(0.5),
    p99: at(0.99),
  };
}
