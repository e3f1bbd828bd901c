import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { ResponseSize } from '../../context.ts';
import { type Path, readingOf } from '../../resolvers/fields.ts';
import {
  collectFields,
  type FieldGroup,
  responseKeyOf,
  Selection,
  type SelectionSource,
} from '../../selection.ts';
import { asObject, type Json } from '../../sentry/json.ts';
import { MARKS, sizeOf } from '../../sentry/json-text.ts';
import { FIELD, LIGHT_FIELD } from './response-limits.ts';

/** Converts an upstream value to the result of a selection, with coerced variables. */
export type Project = (value: unknown, response: ResponseSize, variables: Variables) => unknown;

type Variables = Readonly<Record<string, unknown>>;

interface ProjectionInfo {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly fieldNodes: readonly FieldNode[];
}

/**
 * Compiles the selection below a field whose types only read upstream JSON (`json-types.ts`) into one function, without a
 * resolver call, closure or intermediate object for each field.
 *
 * The selection must not contain `@skip` and `@include` (`applyConditions`).
 * @param type - The type of the field in the schema.
 */
export function compileProjection(info: ProjectionInfo, type: GraphQLOutputType): Project {
  const code = new Code(info);
  // The field itself was counted with its selection (`countResponse`).
  const name = code.valueOf(type, info.fieldNodes, 0);
  // Code injection is impossible: text of the document enters only as JSON strings.
  const make = new Function(
    'scope',
    `'use strict'; ${code.text} return (v, r, variables) => { response = r; ${code.readArguments} return ${name}(v); };`,
  );
  return make(code.scope) as Project;
}

/** A value is not in its parent, so that a projection cannot read it. */
export class MustBeLoaded extends Error {}

function requireFound(value: unknown): unknown {
  if (value === undefined) {
    throw new MustBeLoaded();
  }
  return value;
}

/** The source text of a projection, and the values in its scope. */
class Code {
  readonly scope: Record<string, unknown> = { asObject, sizeOf, requireFound };
  /** Reads the arguments of fields, once for each call. */
  readArguments = '';
  text =
    'let response; const { asObject, sizeOf, requireFound } = scope, NONE = Object.freeze({});\n';
  readonly #source: SelectionSource;
  #count = 0;

  constructor({ schema, fragments }: ProjectionInfo) {
    this.#source = { schema, fragments, variables: {} };
  }

  /**
   * The name of a function that returns a value of `type`.
   * @param weight - Of each field of its objects, for the limit of a response.
   */
  valueOf(type: GraphQLOutputType, nodes: readonly FieldNode[], weight = LIGHT_FIELD): string {
    if (isNonNullType(type)) {
      return this.valueOf(type.ofType, nodes, weight);
    }
    if (isListType(type)) {
      const item = this.valueOf(type.ofType, nodes, weight);
      return this.#define(
        'v',
        `if (v == null) return null; const out = new Array(v.length);
         for (let i = 0; i < v.length; i += 1) out[i] = ${item}(v[i]); return out;`,
      );
    }
    if (isObjectType(type)) {
      return this.#objectOf(type, nodes, weight);
    }
    return isAbstractType(type)
      ? this.#abstractOf(type, nodes, weight)
      : this.#define('v', 'return v ?? null;');
  }

  #abstractOf(type: GraphQLAbstractType, nodes: readonly FieldNode[], weight: number): string {
    const resolve = this.#keep(type.resolveType);
    const cases = this.#source.schema
      .getPossibleTypes(type)
      .map(
        (each) =>
          `case ${JSON.stringify(each.name)}: return ${this.#objectOf(each, nodes, weight)}(v);`,
      );
    return this.#define(
      'v',
      `if (v == null) return null; switch (${resolve}(v)) { ${cases.join(' ')} default: return null; }`,
    );
  }

  #objectOf(type: GraphQLObjectType, nodes: readonly FieldNode[], weight: number): string {
    const opened = new Map<string, string>();
    let characters = MARKS;
    const properties = [...collectFields(this.#source, type, nodes, responseKeyOf)].map(
      ([key, below]) => {
        characters += key.length + 2 * MARKS;
        return `${toKey(key)}: ${this.#fieldOf(type, below, opened)}`;
      },
    );
    const openings = [...opened].map(
      ([opening, name]) => `const ${name} = asObject(${opening}) ?? NONE;`,
    );
    return this.#define(
      'v',
      `if (v == null || (response.fields += ${properties.length * weight}) > response.maxFields) return null;
       ${openings.join(' ')} let t, c = ${characters};
       const out = { ${properties.join(', ')} }; response.characters += c; return out;`,
    );
  }

  #fieldOf(type: GraphQLObjectType, nodes: FieldGroup, opened: Map<string, string>): string {
    const name = nodes[0].name.value;
    if (name === '__typename') {
      return JSON.stringify(type.name);
    }
    const field = type.getFields()[name];
    const reading = readingOf(field?.resolve);
    if (!field || !reading) {
      throw new Error(`${type.name}.${name} cannot be projected.`);
    }
    const named = getNamedType(field.type);
    if ('prepare' in reading) {
      const selection = new Selection(this.#source, named, nodes);
      const read = this.#keep(reading.prepare(selection));
      return `${this.valueOf(field.type, nodes, FIELD)}(requireFound(${read}(v)))`;
    }
    const read =
      'make' in reading
        ? `${this.#keep(reading.make)}(v, ${this.#argumentsOf(field, nodes[0])})`
        : this.#readOf(reading.path, reading.read, opened);
    if (!isLeafType(named)) {
      return `${this.valueOf(field.type, nodes)}(${read})`;
    }
    // JSON is the only leaf that can fail: see `NestedTooDeep` in the executor.
    return named.name === 'JSON' || hasList(field.type)
      ? `(t = ${read} ?? null, c += sizeOf(t), t)`
      : `(typeof (t = ${read}) === 'string' ? (c += t.length, t) : t ?? null)`;
  }

  /**
   * The name of the arguments of a field. All are nullable, so that reading them cannot fail. Without arguments in the
   * document, they are the defaults in each operation.
   */
  #argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): string {
    if (field.args.length === 0) {
      return 'NONE';
    }
    if (!node.arguments?.length) {
      return this.#keep(getArgumentValues(field, node));
    }
    const read = this.#keep((variables: Variables) => getArgumentValues(field, node, variables));
    this.#count += 1;
    const name = `a${this.#count}`;
    this.text += `let ${name};\n`;
    this.readArguments += `${name} = ${read}(variables);`;
    return name;
  }

  #readOf(
    [first, second]: Path,
    read: (value: Json | undefined) => unknown,
    opened: Map<string, string>,
  ): string {
    if (second === undefined) {
      return `${this.#keep(read)}(${valueOfKey('v', first)})`;
    }
    const opening = valueOfKey('v', first);
    let name = opened.get(opening);
    if (!name) {
      this.#count += 1;
      name = `o${this.#count}`;
      opened.set(opening, name);
    }
    return `${this.#keep(read)}(${valueOfKey(name, second)})`;
  }

  #define(parameter: string, body: string): string {
    this.#count += 1;
    const name = `f${this.#count}`;
    this.text += `function ${name}(${parameter}) { ${body} }\n`;
    return name;
  }

  /** Adds a value to the scope under a unique name; the same value keeps its name. */
  #keep(value: unknown): string {
    const known = this.#names.get(value);
    if (known) {
      return known;
    }
    this.#count += 1;
    const name = `k${this.#count}`;
    this.#names.set(value, name);
    this.scope[name] = value;
    this.text += `const ${name} = scope.${name};\n`;
    return name;
  }

  readonly #names = new Map<unknown, string>();
}

function hasList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** `{ "__proto__": … }` would set the prototype; a computed key does not. */
function toKey(responseKey: string): string {
  const text = JSON.stringify(responseKey);
  return responseKey === '__proto__' ? `[${text}]` : text;
}

/** The code of `valueAt`: the value at the first spelling that an object has. */
function valueOfKey(object: string, [key, ...others]: readonly string[]): string {
  const value = `${object}[${JSON.stringify(key)}]`;
  return others.length === 0
    ? value
    : `(${value} === undefined ? ${valueOfKey(object, others)} : ${value})`;
}
