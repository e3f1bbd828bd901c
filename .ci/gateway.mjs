import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

/**
 * Starts a gateway without settings, runs the `curl` command that it prints, calls `use` with its base URL,
 * and stops it.
 *
 * @throws if it does not start within `timeoutMs`, or does not exit with 0
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
    await runFirstQuery(/curl .*/.exec(printed)?.[0] ?? '');
    await use(/http:\S+(?=\/graphql)/.exec(printed)?.[0]);
  } finally {
    gateway.kill('SIGTERM');
  }
  const [code] = await ended;
  if (code !== 0) {
    throw new Error(`The gateway exited with ${code} on SIGTERM.`);
  }
}

async function runFirstQuery(command) {
  const { stdout } = await promisify(execFile)('bash', ['-c', `${command} --silent --fail`]);
  const { data, errors } = JSON.parse(stdout);
  if (errors || data.issue.hashes.nodes[0].hash !== '9999aaaaca8b46d797c23c6077c6ff01') {
    throw new Error(`Unexpected result of the first query: ${stdout}`);
  }
  console.log(`First query: ${data.issue.title}, ${data.issue.hashes.totalCount} hashes.`);
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
  throw new Error(`The gateway exited before it listened. Output: ${text}`);
}
