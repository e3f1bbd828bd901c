import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { prefixOperation } from '../../../src/graphql/prefixed-names.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { createExampleOperations, DEMO_NAMES } from '../../../src/http/pages/example-operations.ts';

/* The operations that the explorer opens with, under prefixed names. */

const prefixes = { typePrefix: 'Sentry', rootFieldPrefix: 'sentry' };
const schema = createSchema(prefixes);

test.each(
  createExampleOperations(DEMO_NAMES).map(({ document }): [string, string] => [
    document.split('\n')[0] ?? '',
    document,
  ]),
)('%s', (comment, document) => {
  expect(validate(schema, parse(document))).not.toEqual([]);
  const renamed = prefixOperation(document, prefixes);
  expect(validate(schema, parse(renamed))).toEqual([]);
  expect(renamed).toContain(comment);
  expect(renamed.split('\n')).toHaveLength(document.split('\n').length);
});
