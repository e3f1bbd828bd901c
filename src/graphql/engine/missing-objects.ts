import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { toKey } from '../../key.ts';
import {
  collectFields,
  type FieldGroup,
  responseKeyOf,
  type SelectionSource,
} from '../../selection.ts';
import { SentryError } from '../../sentry/errors.ts';
import { type Container, isContainer } from '../../sentry/json-text.ts';
import { fieldTypesOf } from './field-types.ts';

interface ExecutedOperation extends SelectionSource {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Of the types of the schema. */
  readonly typePrefix: string;
}

type Path = readonly (string | number)[];

/** What does not exist if an object of the type does not. */
const MISSING_WITH: Readonly<Record<string, readonly string[]>> = {
  Organization: ['organization'],
  Project: ['organization', 'project'],
  Issue: ['organization', 'issue'],
};

/**
 * Makes an object null, with one error, if the requests of its fields show that it does not exist.
 *
 * Those requests are sent side by side, without one that shows first whether the object exists. So each of the
 * fields has failed.
 */
export function removeMissingObjects(
  executed: ExecutedOperation,
  result: ExecutionResult,
): ExecutionResult {
  const { data, errors, ...rest } = result;
  const missing = data && errors ? findMissing(executed, errors) : new Map<string, Missing>();
  if (!data || !errors || missing.size === 0) {
    return result;
  }
  for (const { path } of missing.values()) {
    setNull(data, path);
  }
  const isInMissing = (path: Path = []) =>
    path.some((_, length) => missing.has(toKey(...path.slice(0, length))));
  const left = [
    ...errors.filter(({ path }) => !isInMissing(path)),
    ...[...missing.values()].flatMap(({ path, error }) =>
      error === null || isInMissing(path) ? [] : [error],
    ),
  ];
  return left.length === 0 ? { ...rest, data } : { ...rest, errors: left, data };
}

interface Missing {
  readonly path: Path;
  /** Null in `_entities`, where an object that does not exist is null without an error. */
  readonly error: GraphQLError | null;
}

function findMissing(
  executed: ExecutedOperation,
  errors: readonly GraphQLError[],
): ReadonlyMap<string, Missing> {
  const found = new Map<string, Missing>();
  for (const { path: fieldPath = [], positions: [position = -1] = [], originalError } of errors) {
    const path = fieldPath.slice(0, -1);
    const key = toKey(...path);
    if (found.has(key) || !isOfParent(executed, position, originalError)) {
      continue;
    }
    const place = placeOf(executed, path);
    if (place?.isNullable) {
      const { nodes } = place;
      const isReference = path.length === 2 && nodes[0].name.value === '_entities';
      const error = new GraphQLError(originalError.message, { nodes, path, originalError });
      found.set(key, { path, error: isReference ? null : error });
    }
  }
  return found;
}

function isOfParent(
  { schema, document, typePrefix }: ExecutedOperation,
  position: number,
  error: Error | undefined,
): error is SentryError {
  if (!(error instanceof SentryError) || error.missing === undefined) {
    return false;
  }
  const parent = fieldTypesOf(schema, document).get(position)?.parent ?? '';
  return MISSING_WITH[parent.slice(typePrefix.length)]?.includes(error.missing) ?? false;
}

/** The fields of the document that lead to a value, and whether it can be null. */
function placeOf({ document, operation, ...source }: ExecutedOperation, path: Path) {
  const types = fieldTypesOf(source.schema, document);
  let [nodes, type] = [undefined as FieldGroup | undefined, ''];
  for (const step of path) {
    if (typeof step === 'number') {
      type = type.replace(/^\[(.*)\]!?$/, '$1');
    } else {
      nodes = collectFields(source, undefined, nodes ?? [operation], responseKeyOf).get(step);
      type = types.get(nodes?.[0].loc?.start ?? -1)?.type ?? '';
    }
  }
  return nodes && { nodes, isNullable: !type.endsWith('!') };
}

function setNull(data: Container, path: Path): void {
  let parent: unknown = data;
  for (const step of path.slice(0, -1)) {
    parent = isContainer(parent) ? parent[step] : null;
  }
  const last = path.at(-1);
  if (isContainer(parent) && last !== undefined) {
    parent[last] = null;
  }
}
