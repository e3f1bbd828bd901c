import { expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

const BIG = '81384788765712387';

/** An event as text: `JSON.stringify` would change its numbers. */
const EVENT = `{
  "eventID": "e", "groupID": "12", "entries": [], "type": "error",
  "context": { "guild_id": ${BIG}, "list": [9007199254740993, -${BIG}], "float": 0.1, "far": 1e400, "text": "id: ${BIG}," },
  "contexts": { "trace": { "type": "trace", "trace_id": ${BIG}, "data": ${BIG} }, "device": { "memory_size": 18446744073709551615 } },
  "user": { "id": ${BIG}, "email": ${BIG}, "geo": ${BIG} },
  "tags": [{ "key": "guild", "value": ${BIG} }],
  "size": ${BIG}, "startTimestamp": 1e400
}`;

const QUERY = `{ issue(organization: "o", id: "12") { hashes { nodes { latestEvent {
  extra raw size startTimestamp user { id email geo { city } } tags { value }
  knownContexts { trace { traceId data raw } device { memorySize } } } } } } }`;

async function ask(gateway: TestGateway): Promise<string> {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  return response.text();
}

test.each([
  ['field by field', { EXECUTION: 'graphql-js' }],
  ['by projection', { EXECUTION: 'projected' }],
  ['from the response cache', { CACHE: 'on' }],
])(
  'integers that a double cannot represent keep their digits when an operation is executed %s',
  async (_name, env) => {
    await using gateway = await startGateway({
      env,
      intercept: () => ({ status: 200, body: `[{"id":"h","latestEvent":${EVENT}}]` }),
    });
    const compact = EVENT.replaceAll(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '').replaceAll(
      '1e400',
      'null',
    );
    const expected = [
      `"extra":{"guild_id":${BIG},"list":[9007199254740993,-${BIG}],"float":0.1,"far":null,"text":"id: ${BIG},"}`,
      `"raw":${compact}`,
      `"size":null`,
      `"startTimestamp":null`,
      `"user":{"id":"${BIG}","email":null,"geo":null}`,
      `"tags":[{"value":"${BIG}"}]`,
      `"trace":{"traceId":null,"data":${BIG},"raw":{"type":"trace","trace_id":${BIG},"data":${BIG}}}`,
      `"device":{"memorySize":18446744073709552000}`,
    ];
    for (const sighting of ['first', 'second', 'third', 'fourth']) {
      const answer = await ask(gateway);
      for (const part of expected) {
        expect(answer, `at the ${sighting} sighting`).toContain(part);
      }
    }
    expect(gateway.defects).toEqual([]);
  },
);

test('a byte order mark before a body is skipped', async () => {
  await using gateway = await startGateway({
    intercept: () => ({ status: 200, body: `\ufeff[{"id":"h","latestEvent":${EVENT}}]` }),
  });
  expect(await ask(gateway)).toContain(`"guild_id":${BIG}`);
});

test('NaN and infinities of a Python server are null, and the rest of the page is complete', async () => {
  await using gateway = await startGateway({
    intercept: () => ({
      status: 200,
      body: `[{"id":"h","latestEvent":{"eventID":"e","entries":[],"context":{"a":NaN,"b":[-Infinity,${BIG}],"c":"NaN"},"size":NaN}}]`,
    }),
  });
  const answer = await ask(gateway);
  expect(answer).toContain(`"extra":{"a":null,"b":[null,${BIG}],"c":"NaN"}`);
  expect(answer).toContain('"size":null');
});

test.each(['9'.repeat(400), '-1', '1e999', '1.5', ' 7', '7x'])(
  'a count of %s is null',
  async (count) => {
    await using gateway = await startGateway({
      intercept: () => ({
        status: 200,
        body: JSON.stringify({ id: '12', count, userCount: count }),
      }),
    });
    const { data, errors } = await gateway.execute(
      '{ issue(organization: "o", id: "12") { count userCount } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ issue: { count: null, userCount: null } });
  },
);
