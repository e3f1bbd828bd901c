import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/*
 * Follows CONTRIBUTING.md, "Add a field with a request of its own", in a copy of the repository, with
 * `Organization.environments`.
 */

const ROOT = join(import.meta.dirname, '../../..');

/** A new file, or text after a line of an existing file. */
const STEPS: Readonly<Record<string, string | readonly [after: string, text: string]>> = {
  'schema/organization.graphql': [
    '  organizationId: ',
    '  """\n  Names of the environments. Null if the request fails. Costs one request.\n  """\n  environments: [String!] @cost(weight: 1)\n\n',
  ],
  'src/sentry/endpoints.ts': [
    '  project: endpoint(',
    "  environments: endpoint('GET', '/organizations/:organization/environments/', {\n    scope: 'org:read',\n  }),\n",
  ],
  'src/sentry/environments.ts': `import type { InOrganization } from './api.ts';
import { endpoints } from './endpoints.ts';
import { asString } from './json.ts';
import { toPage } from './answers.ts';
import type { SentryClient } from './server-kind.ts';

export async function listEnvironments(
  client: SentryClient,
  { organization }: InOrganization,
): Promise<readonly string[]> {
  const answer = await client.send({ endpoint: endpoints.environments, params: { organization } });
  return toPage(answer, 'environments').rows.map(({ name }) => asString(name) ?? '');
}
`,
  'src/sentry/api.ts': [
    '  getProject(',
    '  listEnvironments(key: InOrganization): Promise<readonly string[]>;\n',
  ],
  'src/sentry/sentry-server.ts': ['    getProject,', '    listEnvironments,\n'],
  'src/resolvers/organization.ts': [
    '  projects: (',
    '  environments: ({ slug }, _args, { sentry }) =>\n    sentry.listEnvironments({ organization: slug }),\n',
  ],
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: text of the source
  'embedded-sentry/routes.ts': [
    '  [`${ORGANIZATION}/projects`',
    "  [\n    `${ORGANIZATION}/environments`,\n    ORGANIZATION_SCOPES,\n    { GET: () => ({ status: 200, body: [{ id: '1', name: 'production' }] }) },\n  ],\n",
  ],
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: text of the source
  'test/gateway/environments.test.ts': `import { expect, test } from 'vitest';
import { startGateway } from '../harness/gateway.ts';

test('the environments of an organization are one request', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(
    '{ organization(slug: "hellboy-meowmeow") { environments } }',
  );
  expect(errors).toBeUndefined();
  expect(data.organization.environments).toEqual(['production']);
  expect(gateway.upstream.requests).toHaveLength(1);
});
`,
};

function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'sentry-graphql-recipe-'));
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  for (const file of files
    .split('\0')
    .filter((name) =>
      /^[^/]+$|^(schema|src|embedded-sentry|test|examples|pages|\.ci|bench)\//.test(name),
    )) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(copy, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function follow(copy: string): void {
  for (const [file, step] of Object.entries(STEPS)) {
    const path = join(copy, file);
    if (typeof step === 'string') {
      writeFileSync(path, step);
      continue;
    }
    const [before, text] = step;
    const source = readFileSync(path, 'utf8');
    // A description precedes its field, so the new text is inserted before the description.
    const line = source.indexOf(`\n${before}`) + 1;
    const start = file.endsWith('.graphql') ? source.lastIndexOf('\n\n', line) + 2 : line;
    expect(line, `${file} has ${before}`).toBeGreaterThan(0);
    writeFileSync(path, source.slice(0, start) + text + source.slice(start));
  }
  const server = join(copy, 'src/sentry/sentry-server.ts');
  writeFileSync(
    server,
    `import { listEnvironments } from './environments.ts';\n${readFileSync(server, 'utf8')}`,
  );
  const organization = join(copy, 'src/resolvers/organization.ts');
  writeFileSync(
    organization,
    readFileSync(organization, 'utf8').replace(
      'FIELDS_THAT_PROVE_ORGANIZATION = [',
      "FIELDS_THAT_PROVE_ORGANIZATION = ['environments', ",
    ),
  );
}

test('the recipe for a field with a request of its own ends with a passing test', () => {
  const copy = copyRepository();
  try {
    follow(copy);
    const run = (command: string, ...args: readonly string[]) => {
      const { status, stdout } = spawnSync(join(copy, 'node_modules/.bin', command), args, {
        cwd: copy,
        encoding: 'utf8',
      });
      expect(status, stdout).toBe(0);
    };
    run('graphql-codegen', '--config', 'codegen.yml');
    run('tsc', '-p', 'tsconfig.test.json');
    run(
      'vitest',
      'run',
      'test/gateway/environments.test.ts',
      'test/unit/organization-requests.test.ts',
      'test/unit/schema.test.ts',
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 300_000);
