import { expect, test } from 'vitest';
import { readersBelow, readersOf } from '../../../src/resolvers/fields.ts';
import { asObject, asString, asText, type JsonObject } from '../../../src/sentry/json.ts';
import type { OsContextJson } from '../../../src/sentry/shapes/contexts.ts';
import type { MessageEntryJson } from '../../../src/sentry/shapes/entries.ts';
import type { ExceptionValueJson, MechanismJson } from '../../../src/sentry/shapes/stack-trace.ts';

test('a reader of a key that its type lacks does not compile', () => {
  const { field, fields } = readersOf<OsContextJson>();
  const data = readersBelow<MessageEntryJson, 'data'>('data');

  // @ts-expect-error: the key is `kernel_version`
  field('kernal_version', asText);
  // @ts-expect-error
  fields({ name: asString, kernal_version: asText });
  // @ts-expect-error: the key is `formatted`
  data('formated', asString);

  const os: OsContextJson = { kernel_version: '6.1' } as JsonObject;
  expect(field('kernel_version', asText)(os)).toBe('6.1');
});

test('a value without a reader does not compile', () => {
  const os: OsContextJson = { name: 'Linux' } as JsonObject;
  // @ts-expect-error: the value can have any type
  const name: string | undefined = os.name;
  expect(name).toBe('Linux');
});

test('an object that is read has the type of its key', () => {
  const mechanism = readersOf<ExceptionValueJson>().field('mechanism', asObject);
  const exception: ExceptionValueJson = { mechanism: { type: 'generic' } } as JsonObject;
  const read: MechanismJson | null = mechanism(exception);
  // @ts-expect-error: a different shape
  const wrong: OsContextJson | null = mechanism(exception);
  expect(read).toBe(wrong);
});
