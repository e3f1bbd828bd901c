import {
  type GraphQLArgument,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import type { Random } from './random.ts';

/** Values for an argument, by `field.argument` or by its name, in addition to random ones of its type. */
export type ValuePools = Readonly<Record<string, readonly unknown[]>>;

/** Names that properties of every object have. */
export const ODD_NAMES = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'toJSON',
  'then',
  'length',
  'data',
  '_',
];

/**
 * Draws the arguments of an operation, as literals with variables in any position: whole arguments,
 * items, fields of input objects, and parts of the JSON that a custom scalar takes.
 */
export class RandomInput {
  readonly declarations: string[] = [];
  readonly variables: Record<string, unknown> = {};
  readonly #random: Random;
  readonly #pools: ValuePools;

  constructor(random: Random, pools: ValuePools) {
    this.#random = random;
    this.#pools = pools;
  }

  argument(field: string, { name, type }: GraphQLArgument): string {
    const pool = this.#pools[`${field}.${name}`] ?? this.#pools[name];
    const value = pool && this.#random.chance(0.9) ? this.#random.pick(pool) : this.#value(type);
    const isNull = !isNonNullType(type) && this.#random.chance(0.05);
    return this.#literal(isNull ? null : value, type, 0.3);
  }

  /** A variable of the type: given, absent or null, with and without a default. */
  variable(type: string, value: unknown): string {
    const name = this.#variableName();
    const isNullable = !type.endsWith('!');
    const hasDefault = this.#random.chance(0.2);
    const declared = hasDefault && this.#random.chance(0.5) ? type.replace(/!$/, '') : type;
    const fallback = isNullable && this.#random.chance(0.2) ? null : value;
    this.declarations.push(
      `$${name}: ${declared}${hasDefault ? ` = ${toConstant(fallback)}` : ''}`,
    );
    if (this.#random.chance(0.03)) {
      // A value of another type: the whole operation is refused.
      this.variables[name] = { not: 'this' };
    } else if (this.#random.chance(isNullable ? 0.15 : 0.02)) {
      this.variables[name] = null;
    } else if (this.#random.chance(hasDefault || isNullable ? 0.7 : 0.99)) {
      this.variables[name] = value;
    }
    return `$${name}`;
  }

  #variableName(): string {
    const odd = this.#random.pick(ODD_NAMES);
    const isFree = !Object.hasOwn(this.variables, odd) && !this.declarations.join().includes(odd);
    // A body with `__proto__` as a key is refused before it is read as GraphQL.
    return isFree && odd !== '__proto__' && this.#random.chance(0.1)
      ? odd
      : `v${this.declarations.length + 1}`;
  }

  /** @param probability that a variable is used instead of the literal */
  #literal(value: unknown, type: GraphQLInputType, probability: number): string {
    if (this.#random.chance(probability)) {
      return this.variable(String(type), value);
    }
    const bare = isNonNullType(type) ? type.ofType : type;
    if (isListType(bare)) {
      const item = bare.ofType as GraphQLInputType;
      return Array.isArray(value)
        ? `[${value.map((each) => this.#literal(each, item, 0.1)).join(', ')}]`
        : this.#literal(value, item, 0.1);
    }
    if (isInputObjectType(bare) && isObject(value)) {
      const fields = bare.getFields();
      return `{ ${Object.entries(value)
        .map(([key, each]) => {
          const field = fields[key];
          return `${key}: ${field ? this.#literal(each, field.type, 0.2) : toConstant(each)}`;
        })
        .join(', ')} }`;
    }
    return isScalarType(bare) && !isSpecifiedScalarType(bare)
      ? this.#json(value)
      : isEnumType(bare)
        ? String(value)
        : toConstant(value);
  }

  /** A literal of a custom scalar, of any shape and with variables anywhere in it. */
  #json(value: unknown): string {
    if (Array.isArray(value)) {
      return `[${value.map((each) => this.#jsonPart(each)).join(', ')}]`;
    }
    return isObject(value)
      ? `{ ${Object.entries(value)
          .map(([key, each]) => `${key}: ${this.#jsonPart(each)}`)
          .join(', ')} }`
      : toConstant(value);
  }

  #jsonPart(value: unknown): string {
    return this.#random.chance(0.3) ? this.variable(jsonTypeOf(value), value) : this.#json(value);
  }

  #value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) {
      return this.#value(type.ofType);
    }
    if (isListType(type)) {
      const item = type.ofType;
      return Array.from({ length: this.#random.between(0, 3) }, () => this.#value(item));
    }
    if (isEnumType(type)) {
      return this.#random.pick(type.getValues()).name;
    }
    if (isInputObjectType(type)) {
      return Object.fromEntries(
        Object.values(type.getFields())
          .filter((field) => isNonNullType(field.type) || this.#random.chance(0.4))
          .map(({ name, type: fieldType }) => [
            name,
            this.#pools[name] && this.#random.chance(0.5)
              ? this.#random.pick(this.#pools[name])
              : this.#value(fieldType),
          ]),
      );
    }
    switch (type.name) {
      case 'Int':
        return this.#random.pick([0, 1, 2, 3, 5, 101, -1]);
      case 'Float':
        return this.#random.pick([0, 1.5]);
      case 'Boolean':
        return this.#random.chance(0.5);
      case 'String':
      case 'ID':
        return this.#random.pick(['', 'x', '1341191920', '../x']);
      case 'DateTime':
        return this.#random.chance(0.9) ? '2026-06-17T20:00:00.5+02:00' : { not: ['a', 'moment'] };
      default:
        return this.#random.pick(['x', 7, 1.5, true, [], ['x', [1]], {}, { a: { b: ['c'] } }]);
    }
  }
}

/** A type for a variable in a custom scalar; all types are allowed there. */
function jsonTypeOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'boolean':
      return 'Boolean!';
    case 'number':
      return Number.isInteger(value) ? 'Int' : 'Float';
    default:
      return '_Any';
  }
}

/** A literal without variables. Keys are written without quotes, because all are GraphQL names. */
function toConstant(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(toConstant).join(', ')}]`;
  }
  return isObject(value)
    ? `{ ${Object.entries(value)
        .map(([key, each]) => `${key}: ${toConstant(each)}`)
        .join(', ')} }`
    : JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
