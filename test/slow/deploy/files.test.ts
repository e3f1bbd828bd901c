import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { testWithCommand } from '../../harness/command.ts';

/* The programs that read the files in `deploy/` accept them. */

/** Calls `use` with a copy of a file in which some text is replaced, as its paths are those of a container. */
function withCopy(
  path: string,
  replacements: Readonly<Record<string, string>>,
  use: (copy: string) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  const copy = join(folder, path.replace(/.*\//, ''));
  const text = Object.entries(replacements).reduce(
    (changed, [from, to]) => changed.replaceAll(from, to),
    readFileSync(path, 'utf8'),
  );
  try {
    writeFileSync(copy, text);
    use(copy);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = (command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { encoding: 'utf8' });
const RULES = resolve('deploy/alerts.yaml');

testWithCommand('promtool', "Prometheus's tool accepts the rules and the configuration", () => {
  run('promtool', 'check', 'rules', RULES);
  withCopy('deploy/prometheus.yaml', { '/etc/prometheus/alerts.yaml': RULES }, (copy) => {
    run('promtool', 'check', 'config', copy);
  });
});

testWithCommand('promtool', 'each alert fires when it should, and not before', () => {
  withCopy('test/slow/deploy/alerts.yaml', { RULES }, (copy) =>
    run('promtool', 'test', 'rules', copy),
  );
});

testWithCommand('systemd-analyze', 'systemd accepts the unit', () => {
  withCopy('deploy/sentry-graphql.service', { '/usr/bin/node': process.execPath }, (copy) =>
    run('systemd-analyze', 'verify', '--man=no', copy),
  );
});

testWithCommand('haproxy', 'HAProxy accepts its configuration', () => {
  run('haproxy', '-c', '-f', 'deploy/haproxy.cfg');
});
