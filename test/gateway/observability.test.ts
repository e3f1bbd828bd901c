import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { propagation, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

const MAIN = 'issue(organization: "hellboy-meowmeow", id: "1341191803")';
const TITLE_AND_HASHES = `query Page { ${MAIN} { title hashes(first: 2) { nodes { hash } } } }`;

const metricsOf = async ({ url }: TestGateway) => (await fetch(new URL('/metrics', url))).text();

test('each operation is one log line with caller, requests and duration', async () => {
  await using gateway = await startGateway();
  await gateway.execute(TITLE_AND_HASHES, {}, { 'x-request-id': 'call-7' });
  const lines = gateway.log.filter(({ msg }) => msg === 'operation.answered');
  expect(lines).toEqual([
    expect.objectContaining({
      requestId: 'call-7',
      type: 'query',
      operationName: 'Page',
      upstreamRequests: 2,
      durationMs: expect.any(Number),
      errorCodes: [],
    }),
  ]);
});

test('the log names the caller only if callers authenticate', async () => {
  const key = 'a-key-of-at-least-sixteen-letters';
  await using gateway = await startGateway({ env: { GATEWAY_API_KEYS: `ci:${key}` } });
  await gateway.execute(TITLE_AND_HASHES, {}, { 'x-api-key': key });
  await using open = await startGateway();
  await open.execute(TITLE_AND_HASHES);
  const callerOf = ({ log }: TestGateway) => log.find(({ msg }) => msg === 'operation.answered');
  expect(callerOf(gateway)).toHaveProperty('caller', 'key ci');
  expect(callerOf(open)).not.toHaveProperty('caller');
  expect(JSON.stringify(gateway.log)).not.toContain(key);
});

test.each([
  ['call-7', 'call-7'],
  ['two words', expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ['x'.repeat(200), expect.stringMatching(/^[0-9a-f-]{36}$/)],
])(
  'the response to a request with the ID %j has an ID that is safe to log',
  async (given, expected) => {
    await using gateway = await startGateway();
    const response = await fetch(new URL('/healthz', gateway.url), {
      headers: { 'x-request-id': given },
    });
    expect(response.headers.get('x-request-id')).toEqual(expected);
  },
);

test('an upstream failure has the request ID under which the log has the cause, and no details', async () => {
  await using gateway = await startGateway();
  await gateway.upstream.stop();
  const { errors } = await gateway.execute(TITLE_AND_HASHES, {}, { 'x-request-id': 'call-8' });
  expect(errors?.length).toBeGreaterThan(0);
  for (const error of errors ?? []) {
    expect(error.extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE', requestId: 'call-8' });
    expect(error.message).toBe('Sentry cannot be reached.');
  }
  const failed = gateway.log.find(({ msg }) => msg === 'operation.failed');
  expect(failed).toMatchObject({ requestId: 'call-8', failures: expect.any(Number) });
  expect(JSON.stringify(failed)).toContain('ECONNREFUSED');
});

test('no log line contains a token', async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const secret = 'sntryu_never_to_be_seen';
  await gateway.execute(TITLE_AND_HASHES, {}, { authorization: `Bearer ${secret}` });
  await gateway.execute('{ nonsense', {}, { authorization: `Bearer ${secret}` });
  expect(gateway.log.length).toBeGreaterThan(0);
  expect(JSON.stringify(gateway.log)).not.toContain(secret);
});

test('metrics count operations, errors by code, and requests to Sentry by endpoint and status', async () => {
  await using gateway = await startGateway();
  await gateway.execute(TITLE_AND_HASHES);
  await gateway.execute('{ issue(organization: "hellboy-meowmeow", id: "404404404") { title } }');
  const text = await metricsOf(gateway);
  expect(text).toContain('gateway_operations_total{type="query",outcome="whole"} 1');
  expect(text).toContain('gateway_operations_total{type="query",outcome="errors"} 1');
  expect(text).toContain('gateway_errors_total{code="NOT_FOUND"} 1');
  expect(text).toContain(
    'gateway_upstream_requests_total{endpoint="/organizations/*/issues/*/hashes/",method="GET",outcome="answered"} 1',
  );
  expect(text).toContain(
    'gateway_upstream_requests_total{endpoint="/organizations/*/issues/*/",method="GET",outcome="404"} 1',
  );
  expect(text).not.toContain('hellboy');
});

test('what alerts and autoscalers watch is 0 before anything happens', async () => {
  await using gateway = await startGateway();
  const text = await metricsOf(gateway);
  for (const series of [
    'gateway_errors_total{code="INTERNAL_SERVER_ERROR"} 0',
    'gateway_secrets_read_total{outcome="kept"} 0',
    `gateway_limiter_waiting{upstream="${gateway.upstream.url}/"} 0`,
    `gateway_circuit_state{upstream="${gateway.upstream.url}/"} 0`,
  ]) {
    expect(text).toContain(series);
  }
});

test('metrics have the number of keys per batch, by loader', async () => {
  await using gateway = await startGateway();
  await gateway.execute(
    '{ organization(slug: "hellboy-meowmeow") { a: issue(id: "1341191803") { title } b: issue(id: "1341193000") { title } } }',
  );
  const text = await metricsOf(gateway);
  expect(text).toContain('gateway_batch_keys_sum{loader="issue"} 2');
  expect(text).toContain('gateway_batch_keys_count{loader="issue"} 1');
});

test('metrics count cache lookups by outcome', async () => {
  let isDown = false;
  await using gateway = await startGateway({
    env: { CACHE: 'on', CACHE_TTL_MS: '0' },
    intercept: () => (isDown ? { status: 503 } : undefined),
  });
  const outcomes = async () =>
    Object.fromEntries(
      [
        ...(await metricsOf(gateway)).matchAll(
          /gateway_cache_lookups_total\{outcome="(\w+)"\} (\d+)/g,
        ),
      ].map(([, outcome, count]) => [outcome, Number(count)]),
    );
  const title = '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title } }';
  await gateway.execute(title);
  expect(await outcomes()).toEqual({ miss: 1 });
  isDown = true;
  await gateway.execute(title);
  expect(await outcomes()).toEqual({ miss: 2, stale: 1 });

  await using fresh = await startGateway({ env: { CACHE: 'on', CACHE_TTL_MS: '60000' } });
  await fresh.execute(title);
  await fresh.execute(title);
  expect(await metricsOf(fresh)).toContain('gateway_cache_lookups_total{outcome="hit"} 1');
  await fresh.execute(title.replace('title', 'title status'));
  expect(await metricsOf(fresh)).toContain('gateway_cache_lookups_total{outcome="hit"} 2');
});

test('METRICS=false disables `/metrics`', async () => {
  await using gateway = await startGateway({ env: { METRICS: 'false' } });
  expect((await fetch(new URL('/metrics', gateway.url))).status).toBe(404);
});

test('`/metrics` has every metric of the dashboard', async () => {
  await using gateway = await startGateway();
  const text = await metricsOf(gateway);
  const dashboard = readFileSync(
    new URL('../../deploy/grafana-dashboard.json', import.meta.url),
    'utf8',
  );
  const expressions = JSON.parse(dashboard).panels.flatMap(
    ({ targets }: { targets: { expr: string }[] }) => targets.map(({ expr }) => expr),
  );
  const drawn = new Set<string>(
    expressions.join(' ').match(/\b(?:gateway|nodejs|process)_\w+/g) ?? [],
  );
  expect(drawn.size).toBeGreaterThan(15);
  const served = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
  expect(
    [...drawn].filter((name) => !served.has(name.replace(/_(bucket|sum|count)$/, ''))),
  ).toEqual([]);
});

test('trace headers of the caller are forwarded to Sentry without an OpenTelemetry SDK', async () => {
  await using gateway = await startGateway();
  const headers = {
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    tracestate: 'vendor=1',
    baggage: 'sentry-environment=prod',
    'sentry-trace': '0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1',
  };
  await gateway.execute(TITLE_AND_HASHES, {}, headers);
  expect(gateway.upstream.requests).toHaveLength(2);
  for (const request of gateway.upstream.requests) {
    expect(request.headers).toMatchObject(headers);
  }
});

test("with an OpenTelemetry SDK an operation and its requests are spans of the caller's trace", async () => {
  const exporter = new InMemorySpanExporter();
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  await using gateway = await startGateway();
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await gateway.execute(TITLE_AND_HASHES, {}, { traceparent: `00-${traceId}-b7ad6b7169203331-01` });

  const spans = exporter.getFinishedSpans();
  const operation = spans.find(({ name }) => name === 'query Page');
  expect(operation?.spanContext().traceId).toBe(traceId);
  expect(operation?.attributes).toMatchObject({ 'sentry_graphql.upstream_requests': 2 });
  const requests = spans.filter(({ name }) => name.startsWith('GET /'));
  expect(requests.map(({ name }) => name).sort()).toEqual([
    'GET /organizations/*/issues/*/',
    'GET /organizations/*/issues/*/hashes/',
  ]);
  for (const span of requests) {
    expect(span.parentSpanContext?.spanId).toBe(operation?.spanContext().spanId);
  }
  const batches = spans.filter(({ name }) => name.startsWith('loader '));
  expect(batches.map(({ name }) => name).sort()).toEqual(['loader hashPage', 'loader issue']);
  for (const { parentSpanContext, attributes } of batches) {
    expect(parentSpanContext?.spanId).toBe(operation?.spanContext().spanId);
    expect(attributes).toEqual({ 'sentry_graphql.batch_keys': 1 });
  }
  const sent = gateway.upstream.requests.map(({ headers }) => headers['traceparent']);
  expect(sent.sort()).toEqual(
    requests.map((span) => `00-${traceId}-${span.spanContext().spanId}-01`).sort(),
  );
});

test('metrics that one socket asks for 200 times at once are collected once and not compressed', async () => {
  await using gateway = await startGateway();
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  const ask = (connection: string) =>
    `GET /metrics HTTP/1.1\r\nhost: localhost\r\naccept-encoding: br, gzip\r\nconnection: ${connection}\r\n\r\n`;
  socket.write(`${ask('keep-alive').repeat(199)}${ask('close')}`);
  let text = '';
  for await (const part of socket.setEncoding('utf8')) {
    text += part;
  }
  const responses = text.split(/HTTP\/1\.1 200 OK\r\n/).slice(1);
  expect(responses).toHaveLength(200);
  const bodies = responses.map((response) => response.slice(response.indexOf('\r\n\r\n')));
  expect(bodies[0]).toContain('process_cpu_user_seconds_total');
  // The requests may arrive in a few parts.
  expect(new Set(bodies).size).toBeLessThan(20);
});
