import type { Context } from '../context.ts';
import { badUserInput } from '../errors.ts';
import { type LookAheadInfo, type Selection, selectionOf } from '../execution/look-ahead.ts';
import type { Loaders } from '../loaders/index.ts';
import { decodeGlobalId } from '../relay/global-id.ts';
import { isSentryError } from '../sentry/errors.ts';
import { isObject, type Json, type JsonObject } from '../sentry/json.ts';
import { findByName, type NodeParent } from './node.ts';

/** The `@key`s of each entity, in the order they are tried; a global ID says all by itself. */
const KEYS = {
  Organization: [['id'], ['slug']],
  Issue: [['id'], ['organizationSlug', 'issueId'], ['organizationSlug', 'shortId']],
  IssueHash: [['id'], ['organizationSlug', 'issueId', 'hash']],
  Event: [['id'], ['organizationSlug', 'eventId']],
} as const;

type EntityName = keyof typeof KEYS;

export interface EntitiesArguments {
  readonly representations: readonly Json[];
}

/**
 * `Query._entities`: the objects that other subgraphs point at, in the order asked. What is unknown
 * to Sentry is null; what cannot be read, and a representation that names nothing, is null with an
 * error of its own.
 *
 * It stands in for the one of `@apollo/subgraph`, for which one bad representation fails all.
 */
export function entities(
  _root: unknown,
  { representations }: EntitiesArguments,
  { loaders }: Context,
  info: LookAheadInfo,
): readonly Promise<NodeParent | null>[] {
  const selections = new Map<EntityName, Selection>();
  const selectionOn = (name: EntityName): Selection => {
    const selection = selections.get(name) ?? selectionOf(info, name);
    selections.set(name, selection);
    return selection;
  };
  return representations.map((representation) => findEntity(loaders, representation, selectionOn));
}

async function findEntity(
  loaders: Loaders,
  representation: Json,
  selectionOn: (name: EntityName) => Selection,
): Promise<NodeParent | null> {
  const { name, parts } = readRepresentation(representation);
  try {
    return await findByName(loaders, { type: name, parts }, selectionOn(name));
  } catch (error) {
    if (isSentryError(error, 'notFound')) {
      return null;
    }
    throw error;
  }
}

interface EntityReference {
  readonly name: EntityName;
  /** The names that Sentry knows it by, from the organization down. */
  readonly parts: readonly string[];
}

/** @throws BAD_USER_INPUT */
function readRepresentation(representation: Json): EntityReference {
  const name = isObject(representation) ? representation['__typename'] : undefined;
  if (!isObject(representation) || !isEntityName(name)) {
    throw badUserInput(
      `A representation has to be an object whose \`__typename\` is one of ${Object.keys(KEYS).join(', ')}.`,
    );
  }
  for (const key of KEYS[name]) {
    const values = readKey(representation, key);
    if (values !== null) {
      return { name, parts: key[0] === 'id' ? decodeIdOf(name, values[0]) : values };
    }
  }
  const keys = KEYS[name].map((key) => `\`${key.join(' ')}\``).join(' or ');
  throw badUserInput(`A representation of ${name} has no whole key: it takes ${keys}, as text.`);
}

function isEntityName(name: Json | undefined): name is EntityName {
  return typeof name === 'string' && Object.hasOwn(KEYS, name);
}

function readKey(representation: JsonObject, key: readonly string[]): readonly string[] | null {
  const values = key.map((field) => representation[field]);
  return values.every((value) => typeof value === 'string') ? values : null;
}

function decodeIdOf(name: EntityName, id = ''): readonly string[] {
  const { type, parts } = decodeGlobalId(id);
  if (type !== name) {
    throw badUserInput(`The representation of ${name} has the ID of another type.`);
  }
  return parts;
}
