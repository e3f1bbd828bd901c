import {
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../../embedded-sentry/issues-table.ts';
import { fieldCostOf } from '../../../src/graphql/limits/field-cost.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { startGateway } from '../../harness/gateway.ts';
import { createRandom, type Random } from '../../harness/random.ts';

/* Operations along random paths through the objects of the schema, and what they cost. */

const schema = createSchema();
const ORGANIZATION = 'hellboy-meowmeow';
const STARTS = [
  ['Organization', `organization(slug: "${ORGANIZATION}")`],
  ['Issue', `issue(organization: "${ORGANIZATION}", id: "${EMBEDDED_ISSUES.main}")`],
  ['Issue', `organization(slug: "${ORGANIZATION}") { issue(id: "CHECKOUT-4F")`],
] as const;

/** Fields without required arguments that lead to other objects, or to pages of them. */
function steps(type: GraphQLObjectType) {
  return Object.values(type.getFields()).filter((field) => {
    const target = getNamedType(field.type);
    return (
      isObjectType(target) &&
      field.args.every((arg) => !isNonNullType(arg.type)) &&
      (target.getInterfaces().some(({ name }) => name === 'Node') ||
        /Connection$|Edge$/.test(target.name))
    );
  });
}

/** Fields that end a path: with a request of their own, or any other one. */
function leaves(type: GraphQLObjectType): readonly string[] {
  const fields = Object.values(type.getFields()).filter((field) =>
    isLeafType(getNamedType(field.type)),
  );
  const withCost = fields.filter((field) => fieldCostOf(field).requests > 0);
  const names = (withCost.length > 0 ? withCost : fields).map(({ name }) => name);
  return names.length > 0 ? names : ['__typename'];
}

function select(type: GraphQLObjectType, depth: number, random: Random): string {
  const parts = [random.pick(leaves(type)), random.pick(leaves(type))];
  const ways = steps(type);
  for (let way = 0; way < (depth > 3 ? 1 : 2) && depth > 0 && ways.length > 0; way += 1) {
    const field = random.pick(ways);
    const target = getNamedType(field.type) as GraphQLObjectType;
    const page = field.args.some(({ name }) => name === 'first')
      ? `(first: ${random.between(1, 3)})`
      : '';
    parts.push(`w${way}: ${field.name}${page} ${select(target, depth - 1, random)}`);
  }
  return `{ ${parts.join(' ')} }`;
}

test('no operation takes more requests than were found before', async () => {
  await using gateway = await startGateway({
    env: {
      MAX_UPSTREAM_REQUESTS: '100000',
      MAX_PAGES: '100000',
      MAX_LIST_NESTING: '20',
      MAX_ALIASES: '1000',
    },
  });
  const wrong: unknown[] = [];
  let total = 0;
  for (let seed = 0; seed < 15; seed += 1) {
    const random = createRandom(seed);
    const [name, start] = random.pick(STARTS);
    const type = schema.getType(name) as GraphQLObjectType;
    const query = `{ ${start} ${select(type, 4, random)} }${start.includes('{') ? ' }' : ''}`;
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-sentry-graphql-cost': 'true' },
      body: JSON.stringify({ query }),
    });
    const { data, errors, extensions } = (await response.json()) as {
      readonly data?: unknown;
      readonly errors?: unknown;
      readonly extensions: {
        readonly cost: { readonly requests: { found: number; taken: number } };
      };
    };
    expect(data, JSON.stringify([query, errors])).toBeTruthy();
    const { found, taken } = extensions.cost.requests;
    total += taken;
    if (taken > found) {
      wrong.push({ query, found, taken });
    }
  }
  expect(wrong).toEqual([]);
  expect(total).toBeGreaterThan(100);
});
