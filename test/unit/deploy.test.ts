import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { reportUnknownNames } from '../../src/config/unknown-names.ts';
import { createMetrics } from '../../src/telemetry/metrics.ts';

const read = (name: string) => readFileSync(`deploy/${name}`, 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
}

const rules = (parse(read('alerts.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  ({ rules: all }) => all,
);
const dashboard = [...read('grafana-dashboard.json').matchAll(/"expr": "(.*)"/g)].map(
  ([, expr = '']) => expr,
);

test.each([
  ['alerts', rules.map(({ expr }) => expr)],
  ['the dashboard', dashboard],
])('every metric of %s exists', async (_, expressions) => {
  const metrics = createMetrics('1.2.3');
  metrics.observeRedis();
  const text = await metrics.read();
  const names = expressions.flatMap(
    (expr) => expr.match(/\b(?:gateway|nodejs|process)_\w+/g) ?? [],
  );
  expect(names.length).toBeGreaterThan(0);
  const unknown = names.filter(
    (name) => !text.includes(`# TYPE ${name.replace(/_(bucket|sum|count)$/, '')} `),
  );
  expect(unknown).toEqual([]);
});

test('every alert has a section in docs/operations.md, and every such section an alert', () => {
  const document = readFileSync('docs/operations.md', 'utf8');
  const sections = [...document.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  expect(sections).toEqual(rules.map(({ alert }) => alert));
});

interface Container {
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

interface Manifest {
  readonly kind: string;
  readonly spec: { readonly template?: { readonly spec: { readonly containers: Container[] } } };
}

interface Service {
  readonly environment?: Record<string, string>;
  readonly volumes?: readonly string[];
}

const { services } = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
};

test('the deployment files set only settings of the gateway', () => {
  const manifests = parseAllDocuments(read('kubernetes.yaml')).map((one) => one.toJS() as Manifest);
  const inKubernetes = manifests
    .flatMap(({ spec }) => spec.template?.spec.containers ?? [])
    .flatMap(({ env }) => env.map(({ name, value }) => [name, value] as const));
  const inUnit = [...read('sentry-graphql.service').matchAll(/^Environment=(.*)$/gm)].flatMap(
    ([, text = '']) => text.split(' ').map((one) => one.split('=') as [string, string]),
  );
  const environments = [
    services['gateway-1']?.environment ?? {},
    services['gateway-2']?.environment ?? {},
    Object.fromEntries(inKubernetes),
    Object.fromEntries(inUnit),
  ];
  for (const environment of environments) {
    expect(Object.keys(environment)).not.toEqual([]);
    expect(reportUnknownNames(environment)).toEqual([]);
  }
});

test('the files that are mounted exist, and the hosts in them are services', () => {
  const mounted = Object.values(services)
    .flatMap(({ volumes = [] }) => volumes)
    .map((volume) => volume.split(':')[0] ?? '');
  expect(mounted.length).toBeGreaterThan(5);
  expect(mounted.filter((path) => !existsSync(join('deploy', path)))).toEqual([]);
  const hosts = [
    ...['haproxy.cfg', 'prometheus.yaml', 'router.yaml', 'grafana/datasources.yaml', 'compose.yaml']
      .map(read)
      .join('\n')
      .matchAll(/(?:\w+:\/\/|server \S+ |')([a-z][\w-]*):\d+/g),
  ].map(([, host]) => host);
  expect(new Set(hosts)).toEqual(
    new Set(['gateway-1', 'gateway-2', 'balancer', 'prometheus', 'redis']),
  );
  expect(Object.keys(services)).toEqual(expect.arrayContaining(hosts));
});
