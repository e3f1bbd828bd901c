import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { type Prefixes, toOwnField, toOwnType, toSchemaType } from '../../prefixes.ts';
import { resolvers } from '../../resolvers/index.ts';
import { exceedsLightEvent } from '../../resolvers/light-event.ts';
import { sharingOf } from '../../resolvers/shared-request.ts';
import {
  collectFields,
  type FieldGroup,
  Selection,
  type SelectionSource,
} from '../../selection.ts';
import { ArgumentReads, placesOf, readKeyOf } from './argument-reads.ts';
import { type FieldCost, fieldCostOf, hasCostBelow, isListField } from './field-cost.ts';
import {
  adviseFewerRequests,
  FieldCosts,
  type FieldRequests,
  MAX_NAMED_FIELDS,
} from './field-requests.ts';
import { childrenOf, countTargets, type Parents, ROOT } from './parents.ts';
import { groupByType, type Reference, References } from './reference-cost.ts';
import type { Rule } from './rule.ts';

export interface RequestMeasure {
  /** Maximum requests to Sentry. */
  readonly requests: number;
  /** Pages of connections. */
  readonly pages: number;
  /** Characters of arguments, once for each object that their field is read for. */
  readonly argumentCharacters: number;
  /** The fields with requests of their own, the most expensive first. */
  readonly fields: readonly FieldRequests[];
  /** It refers to objects by global IDs or representations, so that their texts matter. */
  readonly hasReferences: boolean;
}

export const REQUEST_RULES: readonly Rule<RequestMeasure>[] = [
  {
    measure: 'argumentCharacters',
    limit: 'maxArgumentCharacters',
    code: 'ARGUMENTS_TOO_LARGE',
    sentence: (found) =>
      `The arguments of the operation have ${found} characters, counted for each object that their field is read for`,
  },
  {
    measure: 'pages',
    limit: 'maxPages',
    code: 'TOO_MANY_PAGES',
    sentence: (found) => `The operation may read ${found} pages of connections`,
  },
  {
    measure: 'requests',
    limit: 'maxUpstreamRequests',
    code: 'OPERATION_TOO_EXPENSIVE',
    sentence: (found) => `The operation may take ${found} requests to Sentry`,
    advice: adviseFewerRequests,
    details: ({ fields }) => ({ fields: fields.slice(0, MAX_NAMED_FIELDS) }),
  },
];

export interface MeasuredOperation extends SelectionSource {
  readonly operation: OperationDefinitionNode;
  /** Rows of a page of full events: 10 since September 2026, and while the server is not known to send more. */
  readonly fullPageRows: number;
  /** Further representations fail without a request. @default Infinity */
  readonly maxRepresentations?: number;
  /** Of the names in the schema. */
  readonly prefixes?: Prefixes;
}

interface Measured extends Pick<RequestMeasure, 'requests' | 'pages'> {
  /** Full events that come with the pages of the list around them. */
  readonly isFull: boolean;
}

/**
 * The maximum requests of an operation with its variables: the sum of `@cost` over its fields, each times the number
 * of objects that it is read for. What loaders request once counts once: fields of one name with the same
 * arguments, the request that several fields of one parent share, an organization, project or issue that several
 * parents belong to, and equal references. A list with full events counts for each page that it takes. Global IDs
 * and representations are counted by the batches that find their objects. For an abstract type, the most expensive
 * possible type counts.
 */
export function measureRequests(measured: MeasuredOperation): RequestMeasure {
  const { schema, operation, variables, fullPageRows, prefixes = {} } = measured;
  const references = new References({ ...measured, typePrefix: prefixes.typePrefix });
  const fieldCosts = new FieldCosts();
  let hasReferences = false;
  const argumentReads = new ArgumentReads(variables);

  function measureObject(
    type: GraphQLObjectType,
    nodes: readonly Selecting[],
    sizes: Sizes,
    parents: Parents,
  ): Measured {
    const ownName = toOwnType(type.name, prefixes);
    let sum = ownName === 'Event' ? { ...NOTHING, isFull: isFullEvent(type, nodes) } : NOTHING;
    let hasShared = parents.haveSharedFields === true;
    for (const group of collectFields(measured, type, nodes, readKeyOf).values()) {
      const field = type.getFields()[group[0].name.value];
      if (field && hasCostBelow(schema, field)) {
        const isShared = sharesRequestOf(type, field, prefixes);
        const free = isShared && hasShared ? parents.count : 0;
        const one = measureField(type, field, group, sizes.get(field.name), parents);
        fieldCosts.add(`${type.name}.${field.name}`, one.own - free, parents.count);
        sum = add(sum, { ...one, requests: one.requests - free });
        hasShared ||= isShared;
      }
    }
    return sum;
  }

  function measureField(
    parentType: GraphQLObjectType,
    field: AnyField,
    nodes: FieldGroup,
    sizeByParent: number | undefined,
    parents: Parents,
  ): Measured & { readonly own: number } {
    const args = argumentReads.read(field, nodes[0]);
    const places = parents.places * placesOf(nodes);
    argumentReads.count(nodes[0], places);
    const named = references.read(toOwnField(parentType.name, field.name, prefixes), args);
    if (named) {
      hasReferences = true;
      return { ...measureReferenced(named, nodes, places * (longestList(args) ?? 1)), own: 0 };
    }
    const cost = fieldCostOf(field);
    const resolver = resolverOf(parentType, field, prefixes);
    const size = sliceSize(cost, args) ?? cost.assumedSize;
    const type = getNamedType(field.type);
    const ownName = toOwnType(type.name, prefixes);
    const isConnection = cost.sizedFields.size > 0;
    const isList = isListField(field);
    const reads = isList ? parents.count : countTargets(parents, ownName);
    const length = isList ? (sizeByParent ?? longestList(args) ?? size) : 1;
    const sizes = new Map([...cost.sizedFields].map((name) => [name, size]));
    const children = {
      ...childrenOf(parents, ownName, reads * length),
      places: places * length,
      batches: batchesBelow(parents, cost, reads),
      haveSharedFields: sharingOf(resolver) === 'bringsSharedFields',
    };
    const below = measureType(type, nodes, sizes, children);
    const morePages = isConnection && below.isFull ? Math.ceil(size / fullPageRows) - 1 : 0;
    const own =
      timesOf(resolver, parents, reads) * (requestsOf(cost, args) + Math.max(0, morePages));
    return {
      own,
      requests: own + below.requests,
      pages: (isConnection ? parents.count : 0) + below.pages,
      isFull: below.isFull && !isConnection && cost.requests === 0,
    };
  }

  /** What is selected below references to objects, each type separately. */
  function measureReferenced(
    named: readonly Reference[],
    nodes: FieldGroup,
    places: number,
  ): Measured {
    return groupByType(named)
      .map(({ type, references: ofType, parents }) => {
        const below = measureType(schema.getType(toSchemaType(type, prefixes)), nodes, NO_SIZES, {
          ...parents,
          places,
        });
        for (const reference of ofType) {
          reference.isFull ||= below.isFull;
        }
        return { ...below, isFull: false };
      })
      .reduce(add, NOTHING);
  }

  function measureType(
    type: GraphQLNamedType | undefined,
    nodes: readonly Selecting[],
    sizes: Sizes,
    parents: Parents,
  ): Measured {
    if (isObjectType(type)) {
      return measureObject(type, nodes, sizes, parents);
    }
    return isAbstractType(type)
      ? schema
          .getPossibleTypes(type)
          .map((each) => measureObject(each, nodes, sizes, parents))
          .reduce(greater, NOTHING)
      : NOTHING;
  }

  function isFullEvent(type: GraphQLObjectType, nodes: readonly Selecting[]): boolean {
    return exceedsLightEvent(new Selection(measured, type, nodes));
  }

  const root = schema.getRootType(operation.operation);
  const { requests, pages } = root ? measureObject(root, [operation], NO_SIZES, ROOT) : NOTHING;
  return {
    requests: requests + references.countRequests(),
    pages,
    argumentCharacters: argumentReads.characters,
    fields: fieldCosts.list(),
    hasReferences,
  };
}

const NO_SIZES: Sizes = new Map();

const NOTHING: Measured = { requests: 0, pages: 0, isFull: false };

function add(one: Measured, other: Measured): Measured {
  return {
    requests: one.requests + other.requests,
    pages: one.pages + other.pages,
    isFull: one.isFull || other.isFull,
  };
}

function greater(one: Measured, other: Measured): Measured {
  return {
    requests: Math.max(one.requests, other.requests),
    pages: Math.max(one.pages, other.pages),
    isFull: one.isFull || other.isFull,
  };
}

const RESOLVERS = resolvers as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function resolverOf(type: GraphQLObjectType, field: AnyField, prefixes: Prefixes): unknown {
  return RESOLVERS[toOwnType(type.name, prefixes)]?.[toOwnField(type.name, field.name, prefixes)];
}

function sharesRequestOf(type: GraphQLObjectType, field: AnyField, prefixes: Prefixes): boolean {
  const isCosting = fieldCostOf(field).requests > 0;
  return isCosting && sharingOf(resolverOf(type, field, prefixes)) === 'onePerParent';
}

type Selecting = Pick<FieldNode, 'selectionSet'>;

/** Multiplier for the cost of a child, by its name. */
type Sizes = ReadonlyMap<string, number>;
// biome-ignore lint/suspicious/noExplicitAny: graphql's own type of a field of any schema.
type AnyField = GraphQLField<any, any>;
type Arguments = Readonly<Record<string, unknown>>;

/**
 * The cost of each argument that is given; of `last` only without `before`, because then the list is
 * walked to its end.
 */
function requestsOf(cost: FieldCost, args: Arguments): number {
  let requests = cost.requests;
  for (const [name, weight] of cost.requestsOfArgument) {
    const isGiven = (args[name] ?? null) !== null;
    if (isGiven && !(name === 'last' && (args['before'] ?? null) !== null)) {
      requests += weight;
    }
  }
  return requests;
}

function sliceSize({ slicingArguments }: FieldCost, args: Arguments): number | null {
  const sizes = slicingArguments.filter((name) => typeof args[name] === 'number');
  return sizes.length === 0 ? null : Math.max(...sizes.map((name) => asSize(args[name])));
}

function asSize(value: unknown): number {
  return typeof value === 'number' ? Math.max(0, value) : 0;
}

/**
 * Objects of one page are resolved together; its edges and nodes, and what costs no request, arrive with it. Undefined
 * for objects that arrive one by one.
 */
function batchesBelow({ batches }: Parents, cost: FieldCost, reads: number): number | undefined {
  if (cost.sizedFields.size > 0) {
    return reads;
  }
  return cost.requests === 0 ? batches : undefined;
}

/** How often the requests of a field are sent for this number of reads. */
function timesOf(resolver: unknown, { batches }: Parents, reads: number): number {
  return sharingOf(resolver) === 'onePerList' ? (batches ?? reads) : reads;
}

/** A field with a list as its argument has as many items: `nodes(ids:)`. */
function longestList(args: Arguments): number | null {
  const lengths = Object.values(args).filter(Array.isArray);
  return lengths.length === 0 ? null : Math.max(...lengths.map(({ length }) => length));
}
