import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { encodeCursor } from '../../src/pagination/cursor.ts';
import { createRandom, type Random } from './random.ts';
import { ODD_NAMES, RandomInput, type ValuePools } from './random-input.ts';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface RandomOperationOptions {
  readonly schema: GraphQLSchema;
  readonly seed: number;
  readonly values: ValuePools;
}

const edgeAt = (offset: number) =>
  encodeCursor('issueHashes', { kind: 'offset', offset, key: null, timeMs: null });

/** Values for the arguments of connections. */
export const PAGES: ValuePools = {
  first: [1, 2, 5, 20],
  after: [edgeAt(2), '0:3:0', 'x'],
  before: [edgeAt(4), 'x'],
};

const MAX_DEPTH = 9;

/**
 * A random operation, the same for the same seed: fields, aliases, arguments, variables, both kinds of
 * fragments, `@skip` and `@include`. It is valid, except where two fields or fragments conflict, or a
 * variable does not fit where it is used.
 */
export function randomOperation(options: RandomOperationOptions): RandomOperation {
  return new Generator(options).generate();
}

class Generator {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #input: RandomInput;
  readonly #fragments: string[] = [];
  #count = 0;

  constructor({ schema, seed, values }: RandomOperationOptions) {
    this.#schema = schema;
    this.#random = createRandom(seed);
    this.#input = new RandomInput(this.#random, values);
  }

  generate(): RandomOperation {
    const mutation = this.#random.chance(0.05) ? this.#schema.getMutationType() : null;
    const root = mutation ?? this.#schema.getQueryType();
    if (!root) {
      throw new Error('The schema has no root.');
    }
    const selection = this.#selection(root, 0);
    const { declarations, variables } = this.#input;
    const declared = declarations.length > 0 ? `(${declarations.join(', ')})` : '';
    const name = this.#random.chance(0.1) ? this.#random.pick(ODD_NAMES) : 'Random';
    return {
      query: [
        `${mutation ? 'mutation' : 'query'} ${name}${declared} ${selection}`,
        ...this.#fragments,
      ].join('\n'),
      variables,
    };
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const parts = ['__typename'].filter(() => this.#random.chance(0.3));
    const fields = isUnionType(type) ? [] : this.#fieldsOf(Object.values(type.getFields()), depth);
    const wanted = this.#random.between(1, depth === 0 ? 3 : 7);
    for (let index = 0; index < wanted && fields.length > 0; index += 1) {
      parts.push(this.#fragmented(type, this.#field(this.#random.pick(fields), depth)));
    }
    if (isAbstractType(type)) {
      for (const each of this.#schema.getPossibleTypes(type)) {
        if (this.#random.chance(0.5) && depth < MAX_DEPTH) {
          parts.push(`... on ${each.name} ${this.#selection(each, depth + 1)}`);
        }
      }
    }
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  /** All fields but the SDL; at the maximum depth only leaves. */
  #fieldsOf<F extends GraphQLField<unknown, unknown>>(fields: readonly F[], depth: number) {
    return fields.filter(
      ({ name, type }) =>
        name !== '_service' && (depth < MAX_DEPTH || !isCompositeType(getNamedType(type))),
    );
  }

  #field({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    const given = args
      .filter((arg) => isRequired(arg) || this.#random.chance(0.4))
      .map((arg) => `${arg.name}: ${this.#input.argument(name, arg)}`);
    const named = getNamedType(type);
    return [
      this.#alias(args.length > 0),
      name,
      given.length > 0 ? `(${given.join(', ')})` : '',
      this.#condition(),
      isCompositeType(named) ? ` ${this.#selection(named, depth + 1)}` : '',
    ].join('');
  }

  /** Fields with arguments get a unique alias: two fields of one name could have different arguments. */
  #alias(hasArguments: boolean): string {
    if (this.#random.chance(0.05)) {
      return `${this.#random.pick(ODD_NAMES)}: `;
    }
    return hasArguments || this.#random.chance(0.2) ? `${this.#name('a')}: ` : '';
  }

  /** The field itself, in an inline fragment, or in a named fragment. */
  #fragmented(type: GraphQLCompositeType, field: string): string {
    const draw = this.#random.between(0, 9);
    if (draw === 0) {
      return `...${this.#condition()} { ${field} }`;
    }
    if (draw === 1) {
      return `... on ${type.name}${this.#condition()} { ${field} }`;
    }
    if (draw === 2) {
      const name = this.#fragmentName();
      this.#fragments.push(`fragment ${name} on ${type.name} { ${field} }`);
      return `...${name}${this.#condition()}`;
    }
    return field;
  }

  #fragmentName(): string {
    const odd = this.#random.pick(ODD_NAMES);
    const isFree = !this.#fragments.some((each) => each.startsWith(`fragment ${odd} `));
    return isFree && this.#random.chance(0.1) ? odd : this.#name('F');
  }

  #condition(): string {
    if (!this.#random.chance(0.1)) {
      return '';
    }
    const value = this.#random.chance(0.5);
    const directive = this.#random.chance(0.5) ? 'skip' : 'include';
    const condition = this.#random.chance(0.5) ? value : this.#input.variable('Boolean!', value);
    return ` @${directive}(if: ${condition})`;
  }

  #name(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }
}

function isRequired({ type, defaultValue }: GraphQLArgument): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}
