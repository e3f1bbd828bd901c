import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

/**
 * Starts a gateway as a newcomer does, runs the very command line that it prints, lets `use` go on
 * with its address, and stops it.
 *
 * @throws if it is not up within `timeoutMs`, or does not end well
 */
export async function withGateway(
  { command, args = [], cwd = '.', timeoutMs = 10_000 },
  use = () => {},
) {
  const gateway = spawn(command, args, {
    cwd,
    env: { ...process.env, PORT: '0', SENTRY_URL: '', SENTRY_AUTH_TOKEN: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(gateway, 'exit');
  try {
    const printed = await readUntilCurl(gateway.stdout, AbortSignal.timeout(timeoutMs));
    await askFirstQuery(/curl .*/.exec(printed)?.[0] ?? '');
    await use(/http:\S+(?=\/graphql)/.exec(printed)?.[0]);
  } finally {
    gateway.kill('SIGTERM');
  }
  const [code] = await ended;
  if (code !== 0) {
    throw new Error(`The gateway ended with ${code} on SIGTERM.`);
  }
}

async function askFirstQuery(command) {
  const { stdout } = await promisify(execFile)('bash', ['-c', `${command} --silent --fail`]);
  const { data, errors } = JSON.parse(stdout);
  if (errors || data.issue.hashes.nodes[0].hash !== '9999aaaaca8b46d797c23c6077c6ff01') {
    throw new Error(`The first query was answered with ${stdout}`);
  }
  console.log(`Answered: ${data.issue.title}, ${data.issue.hashes.totalCount} hashes.`);
}

async function readUntilCurl(stream, signal) {
  let text = '';
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    signal.throwIfAborted();
    text += chunk;
    if (/curl .*\n/.test(text)) {
      return text;
    }
  }
  throw new Error(`The gateway ended before it listened; it printed: ${text}`);
}
