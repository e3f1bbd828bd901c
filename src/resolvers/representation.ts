import { badUserInput } from '../errors.ts';
import { decodeGlobalId, type GlobalId } from '../global-id.ts';
import { toKey } from '../key.ts';
import { isObject, type Json, type JsonObject } from '../sentry/json.ts';
import { EVENT_OF_PROJECT } from './event.ts';

/** The `@key`s of each entity, in the order in which they are tried. */
const KEYS = {
  Organization: [['id'], ['slug']],
  Project: [['id'], ['organizationSlug', 'slug']],
  Issue: [['id'], ['organizationSlug', 'issueId'], ['organizationSlug', 'shortId']],
  IssueHash: [['id'], ['organizationSlug', 'issueId', 'hash']],
  Event: [['id'], ['organizationSlug', 'eventId']],
} as const;

export type EntityName = keyof typeof KEYS;

const ENTITY_NAMES = Object.keys(KEYS);

interface EntityReference {
  readonly name: EntityName;
  /** Its names in Sentry, from the organization down. */
  readonly named: GlobalId;
}

/**
 * The object that a representation of another subgraph refers to, by its first complete key.
 * @param typePrefix - Of the types of the schema.
 * @throws BAD_USER_INPUT
 */
export function readRepresentation(representation: Json, typePrefix = ''): EntityReference {
  const typename = isObject(representation) ? representation['__typename'] : undefined;
  const name = withoutPrefix(typename, typePrefix);
  if (!isObject(representation) || !isEntityName(name)) {
    throw badUserInput(
      `A representation must be an object whose \`__typename\` is one of ${ENTITY_NAMES.map((each) => typePrefix + each).join(', ')}.`,
    );
  }
  for (const key of KEYS[name]) {
    const values = readKey(representation, key);
    if (values !== null) {
      const named = key[0] === 'id' ? decodeIdOf(name, values[0]) : { type: name, parts: values };
      return { name, named };
    }
  }
  const keys = KEYS[name].map((key) => `\`${key.join(' ')}\``).join(' or ');
  throw badUserInput(
    `A representation of ${typename} has no complete key; expected ${keys}, as strings.`,
  );
}

/** Equal for references to one object by the same names. */
export function referenceKey({ type, parts }: GlobalId): string {
  return toKey(type, ...parts);
}

/** Whether a representation is within the limit of different ones of an operation; `distinct` has those so far. */
export function admitRepresentation(distinct: Set<string>, key: string, max: number): boolean {
  const isAdmitted = distinct.has(key) || distinct.size < max;
  if (isAdmitted) {
    distinct.add(key);
  }
  return isAdmitted;
}

function withoutPrefix(typename: Json | undefined, prefix: string): Json | undefined {
  return typeof typename === 'string' && typename.startsWith(prefix)
    ? typename.slice(prefix.length)
    : undefined;
}

function isEntityName(name: Json | undefined): name is EntityName {
  return typeof name === 'string' && Object.hasOwn(KEYS, name);
}

function readKey(representation: JsonObject, key: readonly string[]): readonly string[] | null {
  const values = key.map((field) => representation[field]);
  return values.every((value) => typeof value === 'string') ? values : null;
}

function decodeIdOf(name: EntityName, id = ''): GlobalId {
  const named = decodeGlobalId(id);
  const typeName = named.type === EVENT_OF_PROJECT ? 'Event' : named.type;
  if (typeName !== name) {
    throw badUserInput(`The \`id\` in a representation of ${name} belongs to another type.`);
  }
  return named;
}
