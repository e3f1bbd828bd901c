/** Prefixes of the schema's names, so that it composes with another subgraph that has the same names. */
export interface Prefixes {
  /** Of types, such as `Sentry`. @default '' */
  readonly typePrefix?: string | undefined;
  /** Of the fields of `Query` and `Mutation`, such as `sentry`. @default '' */
  readonly rootFieldPrefix?: string | undefined;
}

export const ROOT_TYPES: ReadonlySet<string> = new Set(['Query', 'Mutation']);

/** Root types belong to all subgraphs, and scalars and Relay's `PageInfo` mean the same in all of them. */
const SHARED_TYPES: ReadonlySet<string> = new Set([
  ...ROOT_TYPES,
  'PageInfo',
  'JSON',
  'DateTime',
  ...['Boolean', 'Float', 'ID', 'Int', 'String'],
]);

export function hasPrefix({ typePrefix = '', rootFieldPrefix = '' }: Prefixes): boolean {
  return typePrefix !== '' || rootFieldPrefix !== '';
}

/** The name in the schema of a type. Those of federation and introspection begin with `_`. */
export function toSchemaType(name: string, { typePrefix = '' }: Prefixes): string {
  return SHARED_TYPES.has(name) || name.startsWith('_') ? name : typePrefix + name;
}

/** The name without prefix of a type of the schema. */
export function toOwnType(name: string, { typePrefix = '' }: Prefixes): string {
  return typePrefix === '' || SHARED_TYPES.has(name) || !name.startsWith(typePrefix)
    ? name
    : name.slice(typePrefix.length);
}

/** The name in the schema of a root field: `sentry` makes `sentryIssue` of `issue`, and `sentry_` `sentry_issue`. */
export function toSchemaRootField(name: string, { rootFieldPrefix = '' }: Prefixes): string {
  if (rootFieldPrefix === '' || name.startsWith('_')) {
    return name;
  }
  return rootFieldPrefix.endsWith('_')
    ? rootFieldPrefix + name
    : rootFieldPrefix + name.charAt(0).toUpperCase() + name.slice(1);
}

/** The name without prefix of a field of the schema. */
export function toOwnField(type: string, name: string, { rootFieldPrefix = '' }: Prefixes): string {
  if (rootFieldPrefix === '' || !ROOT_TYPES.has(type) || !name.startsWith(rootFieldPrefix)) {
    return name;
  }
  const rest = name.slice(rootFieldPrefix.length);
  return rootFieldPrefix.endsWith('_') ? rest : rest.charAt(0).toLowerCase() + rest.slice(1);
}
