import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

/*
 * The steps of the Dockerfile, without a container engine: each stage is a folder, with this machine's Node and
 * programs instead of those of the base image.
 */

interface Instruction {
  readonly name: string;
  readonly text: string;
}

interface Stage {
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

function readStages(dockerfile: string): readonly Stage[] {
  return dockerfile
    .split(/^FROM /m)
    .slice(1)
    .map((part) => {
      const [from = '', ...lines] = part.split('\n');
      return {
        name: / AS (\w+)$/.exec(from)?.[1] ?? '',
        instructions: lines
          .map((line) => /^([A-Z]+) (.*)$/.exec(line))
          .filter((match) => match !== null)
          .map(([, name = '', text = '']) => ({ name, text })),
      };
    });
}

const stages = readStages(readFileSync('deploy/Dockerfile', 'utf8'));
const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);

/** Copies the build context, or what is in a folder of a stage. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !ignored.includes(path),
  });
}

/** Carries out the instructions of a stage, and returns its working folder. */
function runStage(root: string, { name: stage, instructions }: Stage): string {
  let folder = join(root, stage);
  for (const { name, text } of instructions) {
    switch (name) {
      case 'WORKDIR':
        folder = join(root, stage, text);
        mkdirSync(folder, { recursive: true });
        break;
      case 'COPY':
        runCopy(root, folder, text);
        break;
      case 'RUN':
        run(folder, text);
        break;
    }
  }
  return folder;
}

function runCopy(root: string, folder: string, text: string): void {
  const [, from, paths = ''] = /^(?:--from=(\w+) )?(.*)$/.exec(text) ?? [];
  const [target = '', ...sources] = paths.split(' ').reverse();
  for (const source of sources) {
    copy(
      from === undefined ? source : join(root, from, source),
      join(folder, target, target === './' && source !== '.' ? basename(source) : ''),
    );
  }
}

const PATH = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);

function run(folder: string, command: string): void {
  execFileSync('sh', ['-c', command], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH, HOME: homedir(), npm_config_prefer_offline: 'true', npm_config_loglevel: 'error' },
  });
}

/**
 * As `docker run --read-only --cap-drop ALL --user` does it: process 1 of its own, and nothing can be written. The
 * words after it are the command.
 */
const IN_CONTAINER = [
  ...['unshare', '--mount', '--pid', '--fork', '--mount-proc', 'sh', '-c'],
  'mount --make-rprivate / && mount --bind / / && mount -o remount,bind,ro / && cd "$PWD" && exec setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs --inh-caps=-all "$0" "$@"',
];

/** False without root, and where the system does not allow it. */
function canIsolate(): boolean {
  const [command = '', ...args] = [...IN_CONTAINER, 'true'];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Its user and process number; it could not write a file. */
function describeContainer(folder: string): string {
  const [command = '', ...args] = [...IN_CONTAINER, 'sh', '-c', 'echo "$(id -u) $$"; touch file'];
  const { stdout } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return existsSync(join(folder, 'file')) ? 'wrote a file' : stdout;
}

/** Process 1 in the namespace, which a signal of a container engine goes to. */
function firstProcessOf({ pid }: ChildProcess): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'));
}

test('the steps of the image build a gateway that serves and writes no file', async () => {
  const root = mkdtempSync(join(tmpdir(), 'image-'));
  chmodSync(root, 0o755);
  try {
    const [build, final] = stages;
    expect(build?.name).toBe('build');
    if (build === undefined || final === undefined) {
      return;
    }
    const built = runStage(root, build);
    const folder = runStage(root, final);
    expect(readFileSync(join(built, 'package-lock.json'), 'utf8')).toBe(
      readFileSync('package-lock.json', 'utf8'),
    );
    const instructionText = (name: string) =>
      final.instructions.find((instruction) => instruction.name === name)?.text ?? '';
    const settings = Object.fromEntries(
      instructionText('ENV')
        .split(' ')
        .map((pair) => pair.split('=')),
    );
    const [command, ...args] = JSON.parse(instructionText('CMD')) as string[];
    expect(command).toBe('node');
    expect(instructionText('USER')).toBe('node');
    const isIsolated = canIsolate();
    if (isIsolated) {
      expect(describeContainer(folder)).toBe('65534 1\n');
    }
    const [program = '', ...words] = [
      ...(isIsolated ? IN_CONTAINER : []),
      process.execPath,
      ...args,
    ];
    const child = spawn(program, words, {
      cwd: folder,
      env: { PATH, ...settings, DEMO: 'true', HOST: '127.0.0.1', PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const url = await readAddress(child.stdout, ended);
    const health = /CMD (\[.*\])$/.exec(instructionText('HEALTHCHECK'))?.[1] ?? '[]';
    const [, ...healthArgs] = JSON.parse(health) as string[];
    const check = (port: string) =>
      once(spawn(process.execPath, healthArgs, { env: { PORT: port } }), 'exit');
    expect(await check(new URL(url).port)).toEqual([0, null]);
    process.kill(isIsolated ? firstProcessOf(child) : Number(child.pid), 'SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await check(new URL(url).port)).toEqual([1, null]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 1_800_000);

function readAddress(stdout: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  return new Promise((found, reject) => {
    createInterface(stdout).on('line', (line) => {
      const [address] = /http:\S+\/graphql/.exec(line) ?? [];
      if (address) {
        found(address);
      }
    });
    void ended.then(() => reject(new Error('The gateway ended.')));
  });
}
