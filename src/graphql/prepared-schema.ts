import { readFile } from 'node:fs/promises';
import {
  buildASTSchema,
  type DocumentNode,
  execute,
  type GraphQLSchema,
  Kind,
  parse,
} from 'graphql';
import { hasPrefix } from '../prefixes.ts';
import { attachResolvers, resolversOf } from './resolver-map.ts';
import type { SchemaOptions } from './schema.ts';

/**
 * A schema that `npm run build` writes to `dist/`: the output of `@apollo/subgraph`, parsed and validated.
 * Loading that library and validating again takes a third of the startup time.
 */
interface PreparedSchema {
  readonly document: DocumentNode;
  /** For `_service`. */
  readonly sdl: string;
}

/** Beside the compiled modules; there is none beside the sources. */
export function preparedSchemaFile({ hasNodeQuery = true }: SchemaOptions): URL {
  return new URL(`schema${hasNodeQuery ? '' : '-without-node'}.json`, import.meta.url);
}

/** The executable schema, prepared or, with prefixes or without a prepared one, made from the SDL. */
export async function loadSchema(options: SchemaOptions): Promise<GraphQLSchema> {
  const text = hasPrefix(options)
    ? null
    : await readFile(preparedSchemaFile(options), 'utf8').catch(() => null);
  if (text === null) {
    const { createSchema } = await import('./schema.ts');
    return createSchema(options);
  }
  return fromPrepared(JSON.parse(text), options);
}

export function fromPrepared(
  { document, sdl }: PreparedSchema,
  options: SchemaOptions,
): GraphQLSchema {
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const { Query, ...map } = resolversOf(options);
  return attachResolvers(schema, { ...map, Query: { ...Query, _service: () => ({ sdl }) } });
}

export function prepareSchema(schema: GraphQLSchema): PreparedSchema {
  const types = Object.values(schema.getTypeMap());
  const definitions = [
    schema,
    ...schema.getDirectives(),
    ...types.filter(({ name }) => !name.startsWith('__')),
  ].flatMap((part) => [
    ...(part.astNode ? [part.astNode] : []),
    ...('extensionASTNodes' in part ? part.extensionASTNodes : []),
  ]);
  const { data } = execute({ schema, document: parse('{ _service { sdl } }') }) as {
    readonly data: { readonly _service: { readonly sdl: string } };
  };
  return { document: { kind: Kind.DOCUMENT, definitions }, sdl: data._service.sdl };
}

/** As JSON, without locations in the SDL. */
export function writePrepared(prepared: PreparedSchema): string {
  return JSON.stringify(prepared, (key, value) => (key === 'loc' ? undefined : value));
}
