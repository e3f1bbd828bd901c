import {
  type FieldNode,
  type GraphQLField,
  getArgumentValues,
  Kind,
  print,
  type ValueNode,
} from 'graphql';
import { type FieldGroup, responseKeyOf } from '../../selection.ts';

// biome-ignore lint/suspicious/noExplicitAny: graphql's own type of a field of any schema.
type AnyField = GraphQLField<any, any>;
type Values = Readonly<Record<string, unknown>>;

/** A value takes time whatever its length, and a field that fails creates an error for each object. */
const CHARACTERS_PER_VALUE = 200;

/**
 * Reads the arguments of an operation, and counts their characters once for each object that their field is read for.
 * graphql-js reads and coerces arguments for each object again, and its errors repeat them.
 */
export class ArgumentReads {
  /** Of all arguments, for all objects. */
  characters = 0;
  readonly #variables: Values;
  readonly #values = new Map<FieldNode, { readonly field: AnyField; readonly values: Values }>();
  readonly #sizes = new Map<FieldNode | string, number>();

  /** @param variables - Coerced. */
  constructor(variables: Values) {
    this.#variables = variables;
  }

  /** Counts the arguments of a field that is read for as many objects. */
  count(node: FieldNode, objects: number): void {
    if (node.arguments?.length) {
      this.characters += this.#sizeOf(node) * objects;
    }
  }

  /** Arguments that cannot be read cost nothing: execution refuses them. */
  read(field: AnyField, node: FieldNode): Values {
    let known = this.#values.get(node);
    if (known?.field !== field) {
      known = { field, values: readArguments(field, node, this.#variables) };
      this.#values.set(node, known);
    }
    return known.values;
  }

  #sizeOf(node: FieldNode): number {
    let size = this.#sizes.get(node);
    if (size === undefined) {
      size = sum(node.arguments ?? [], ({ value }) => this.#sizeOfNode(value));
      this.#sizes.set(node, size);
    }
    return size;
  }

  #sizeOfNode(node: ValueNode): number {
    switch (node.kind) {
      case Kind.VARIABLE:
        return this.#sizeOfVariable(node.name.value);
      case Kind.LIST:
        return sum(node.values, (item) => this.#sizeOfNode(item));
      case Kind.OBJECT:
        return sum(node.fields, ({ value }) => this.#sizeOfNode(value));
      default:
        return CHARACTERS_PER_VALUE + ('value' in node ? String(node.value).length : 0);
    }
  }

  #sizeOfVariable(name: string): number {
    let size = this.#sizes.get(name);
    if (size === undefined) {
      size = sizeOfValue(this.#variables[name]);
      this.#sizes.set(name, size);
    }
    return size;
  }
}

/** In how many places of the response a merged field is read for each of its parents: once for each alias. */
export function placesOf(nodes: FieldGroup): number {
  return new Set(nodes.map(responseKeyOf)).size;
}

/** Equal for fields of one name with the same arguments. */
export function readKeyOf(node: FieldNode): string {
  let key = readKeys.get(node);
  if (key === undefined) {
    key = node.name.value + (node.arguments ?? []).map(print).sort().join();
    readKeys.set(node, key);
  }
  return key;
}

const readKeys = new WeakMap<FieldNode, string>();

function readArguments(field: AnyField, node: FieldNode, variables: Values): Values {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {};
  }
}

function sizeOfValue(value: unknown): number {
  if (Array.isArray(value)) {
    return sum(value, sizeOfValue);
  }
  return typeof value === 'object' && value !== null
    ? sum(Object.values(value), sizeOfValue)
    : CHARACTERS_PER_VALUE + String(value).length;
}

/** An empty list is a value too. */
function sum<T>(items: readonly T[], sizeOf: (item: T) => number): number {
  return items.reduce((size, item) => size + sizeOf(item), CHARACTERS_PER_VALUE);
}
