import { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import { type LookAheadInfo, type Selection, selectionOf } from '../selection.ts';
import { nullIfNotFound } from '../sentry/answers.ts';
import type { Json } from '../sentry/json.ts';
import type { NodeParent } from '../sentry/node-parent.ts';
import { findByName } from './node.ts';
import {
  admitRepresentation,
  type EntityName,
  readRepresentation,
  referenceKey,
} from './representation.ts';

interface EntitiesArguments {
  readonly representations: readonly Json[];
}

/**
 * `Query._entities`: the objects that other subgraphs refer to, in the order of the representations. An object that
 * Sentry does not know is null; a failed request, an invalid representation, or one beyond the limit
 * is null with an error of its own.
 *
 * It replaces the resolver of `@apollo/subgraph`, for which one invalid representation fails all.
 */
export function entities(
  _root: unknown,
  { representations }: EntitiesArguments,
  context: Context,
  info: LookAheadInfo,
): readonly Promise<NodeParent | null>[] {
  const selections = new Map<EntityName, Selection>();
  const selectionOn = (name: EntityName): Selection => {
    const selection = selections.get(name) ?? selectionOf(info, name);
    selections.set(name, selection);
    return selection;
  };
  return representations.map((representation) =>
    findEntity(context, representation, { selectionOn, typePrefix: info.typePrefix }),
  );
}

interface EntitiesField {
  readonly selectionOn: (name: EntityName) => Selection;
  readonly typePrefix: string | undefined;
}

async function findEntity(
  { loaders, representations }: Context,
  representation: Json,
  { selectionOn, typePrefix }: EntitiesField,
): Promise<NodeParent | null> {
  const { name, named } = readRepresentation(representation, typePrefix);
  if (!admitRepresentation(representations.distinct, referenceKey(named), representations.max)) {
    throw new GraphQLError(
      `The operation has more different representations than the limit of ${representations.max} (MAX_REPRESENTATIONS); this one is beyond it.`,
      { extensions: { code: 'TOO_MANY_REPRESENTATIONS', limit: representations.max } },
    );
  }
  return nullIfNotFound(findByName(loaders, named, selectionOn(name)));
}
