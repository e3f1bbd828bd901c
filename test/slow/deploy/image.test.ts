import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

function run(folder: string, command: string): void {
  const PATH = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  execFileSync('sh', ['-c', command], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH, HOME: homedir(), npm_config_prefer_offline: 'true', npm_config_loglevel: 'error' },
  });
}

/** A user who may write nothing here, as in a read-only file system; null where no user can be chosen. */
const NOBODY = process.getuid?.() === 0 ? 65_534 : null;

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
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...settings, DEMO: 'true', HOST: '127.0.0.1', PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(NOBODY === null ? {} : { uid: NOBODY, gid: NOBODY }),
    });
    const ended = once(child, 'exit');
    const url = await readAddress(child.stdout, ended);
    const health = /CMD (\[.*\])$/.exec(instructionText('HEALTHCHECK'))?.[1] ?? '[]';
    const [, ...healthArgs] = JSON.parse(health) as string[];
    const check = (port: string) =>
      once(spawn(process.execPath, healthArgs, { env: { PORT: port } }), 'exit');
    expect(await check(new URL(url).port)).toEqual([0, null]);
    child.kill('SIGTERM');
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
