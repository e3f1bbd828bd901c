import { readdirSync, readFileSync } from 'node:fs';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExampleOperations, DEMO_NAMES } from '../../src/http/pages/example-operations.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/* The default limits admit every operation in the documents and in the explorers. */

const ROOT = new URL('../../', import.meta.url);
const FILES = ['README.md', ...readdirSync(new URL('docs/', ROOT)).map((file) => `docs/${file}`)];

type Documented = [string, string, Readonly<Record<string, unknown>>];

const documented = FILES.filter((file) => file.endsWith('.md')).flatMap((file) =>
  [...readFileSync(new URL(file, ROOT), 'utf8').matchAll(/^ *```graphql\n([^`]*)```/gm)]
    .map(([, text = '']) => text)
    .filter((text) => operationOf(text) !== null)
    .map(
      (text): Documented => [
        `${operationOf(text)?.name?.value ?? 'an operation'} of ${file}`,
        text,
        { ...DEMO_NAMES },
      ],
    ),
);
const examples = createExampleOperations(DEMO_NAMES).map(
  ({ document, variables }): Documented => [
    `${operationOf(document)?.name?.value} of the explorers`,
    document,
    variables,
  ],
);

/** Null for other text, such as a fragment or a schema. */
function operationOf(text: string): OperationDefinitionNode | null {
  const { definitions } = parse(text);
  return definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION) ?? null;
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

test.each([...documented, ...examples])(
  '%s runs on the demo server',
  async (_name, document, values) => {
    const names = (operationOf(document)?.variableDefinitions ?? []).map(
      ({ variable }) => variable.name.value,
    );
    const variables = Object.fromEntries(
      names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
    );
    if (names.includes('url')) {
      // This server is not the one of a demo, whose addresses are those of sentry.io.
      variables['url'] =
        `${gateway.upstream.url}/organizations/hellboy-meowmeow/issues/1341191803/`;
    }
    const { status, errors } = await gateway.execute(document, variables);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  },
);

test('documents and explorers have operations', () => {
  expect(documented.length).toBeGreaterThan(4);
  expect(examples.length).toBeGreaterThan(5);
});
