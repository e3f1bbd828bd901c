import {
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { fieldCostOf } from '../../../src/graphql/limits/field-cost.ts';
import {
  fromPrepared,
  prepareSchema,
  writePrepared,
} from '../../../src/graphql/prepared-schema.ts';
import { createSchema } from '../../../src/graphql/schema.ts';

test.each([true, false])(
  'the prepared schema equals the schema made from the SDL (node: %s)',
  (hasNodeQuery) => {
    const schema = createSchema({ hasNodeQuery });
    const prepared = prepareSchema(schema);
    const read = fromPrepared(JSON.parse(writePrepared(prepared)), { hasNodeQuery });
    expect(printSchema(lexicographicSortSchema(read))).toBe(
      printSchema(lexicographicSortSchema(schema)),
    );
    expect(partsOf(read)).toEqual(partsOf(schema));
    expect(prepared.sdl).toContain('@link');
    expect('node' in (read.getQueryType()?.getFields() ?? {})).toBe(hasNodeQuery);
  },
);

/** Properties that the printed schema lacks: the resolver and the cost of each field. */
function partsOf(schema: GraphQLSchema) {
  return Object.fromEntries(
    Object.entries(schema.getTypeMap()).flatMap(([name, type]) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).map((field) => [
            `${name}.${field.name}`,
            {
              cost: fieldCostOf(field),
              // The resolver of the SDL is a new function in each schema.
              resolve: field.name === '_service' ? typeof field.resolve : field.resolve,
            },
          ])
        : [],
    ),
  );
}
