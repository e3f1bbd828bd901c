import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface RandomOperationOptions {
  readonly schema: GraphQLSchema;
  readonly seed: number;
  /** Values for an argument, by `field.argument` or by its name, in addition to random ones of its type. */
  readonly values: Readonly<Record<string, readonly unknown[]>>;
}

const MAX_DEPTH = 9;

/**
 * A random operation, the same for the same seed: fields, aliases, arguments, variables, both kinds of
 * fragments, `@skip` and `@include`. It is valid, except for a rare conflict of two fragments.
 */
export function randomOperation(options: RandomOperationOptions): RandomOperation {
  return new Generator(options).generate();
}

class Generator {
  readonly #options: RandomOperationOptions;
  readonly #fragments: string[] = [];
  readonly #declarations: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  #state: number;
  #count = 0;

  constructor(options: RandomOperationOptions) {
    this.#options = options;
    this.#state = options.seed >>> 0;
  }

  generate(): RandomOperation {
    const { schema } = this.#options;
    const mutation = this.#chance(0.05) ? schema.getMutationType() : null;
    const root = mutation ?? schema.getQueryType();
    if (!root) {
      throw new Error('The schema has no root.');
    }
    const selection = this.#selection(root, 0);
    const declarations = this.#declarations.length > 0 ? `(${this.#declarations.join(', ')})` : '';
    const keyword = mutation ? 'mutation' : 'query';
    return {
      query: [`${keyword} Random${declarations} ${selection}`, ...this.#fragments].join('\n'),
      variables: this.#variables,
    };
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const parts = ['__typename'].filter(() => this.#chance(0.3));
    const fields = isUnionType(type) ? [] : this.#fieldsOf(Object.values(type.getFields()), depth);
    const wanted = this.#number(1, depth === 0 ? 3 : 7);
    for (let index = 0; index < wanted && fields.length > 0; index += 1) {
      parts.push(this.#fragmented(type, this.#field(this.#pick(fields), depth)));
    }
    if (isAbstractType(type)) {
      for (const each of this.#options.schema.getPossibleTypes(type)) {
        if (this.#chance(0.5) && depth < MAX_DEPTH) {
          parts.push(`... on ${each.name} ${this.#selection(each, depth + 1)}`);
        }
      }
    }
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  /** No introspection; at the maximum depth only leaves. */
  #fieldsOf<F extends GraphQLField<unknown, unknown>>(fields: readonly F[], depth: number) {
    return fields.filter(
      ({ name, type }) =>
        !name.startsWith('_') && (depth < MAX_DEPTH || !isCompositeType(getNamedType(type))),
    );
  }

  #field({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    const given = args
      .filter((arg) => isRequired(arg) || this.#chance(0.4))
      .map((arg) => `${arg.name}: ${this.#argument(name, arg)}`);
    const named = getNamedType(type);
    // Fields with arguments get a unique alias: two fields of one name could have different arguments.
    const alias = args.length > 0 || this.#chance(0.2) ? `${this.#name('a')}: ` : '';
    return [
      `${alias}${name}`,
      given.length > 0 ? `(${given.join(', ')})` : '',
      this.#condition(),
      isCompositeType(named) ? ` ${this.#selection(named, depth + 1)}` : '',
    ].join('');
  }

  /** The field itself, in an inline fragment, or in a named fragment. */
  #fragmented(type: GraphQLCompositeType, field: string): string {
    const draw = this.#number(0, 9);
    if (draw === 0) {
      return `...${this.#condition()} { ${field} }`;
    }
    if (draw === 1) {
      return `... on ${type.name}${this.#condition()} { ${field} }`;
    }
    if (draw === 2) {
      const name = this.#name('F');
      this.#fragments.push(`fragment ${name} on ${type.name} { ${field} }`);
      return `...${name}${this.#condition()}`;
    }
    return field;
  }

  #condition(): string {
    if (!this.#chance(0.1)) {
      return '';
    }
    const value = this.#chance(0.5);
    const directive = this.#chance(0.5) ? 'skip' : 'include';
    return ` @${directive}(if: ${this.#chance(0.5) ? value : this.#variable('Boolean!', value)})`;
  }

  #argument(field: string, { name, type }: GraphQLArgument): string {
    const { values } = this.#options;
    const pool = values[`${field}.${name}`] ?? values[name];
    const value = pool && this.#chance(0.9) ? this.#pick(pool) : this.#value(type);
    const isNull = !isNonNullType(type) && this.#chance(0.05);
    if (this.#chance(0.3)) {
      return this.#variable(String(type), isNull ? null : value);
    }
    return isNull ? 'null' : toLiteral(value, type);
  }

  #variable(type: string, value: unknown): string {
    const name = this.#name('v');
    this.#declarations.push(`$${name}: ${type}`);
    if (this.#chance(0.03)) {
      // A value of another type: the whole operation is refused.
      this.#variables[name] = { not: 'this' };
    } else if (value !== null || type.endsWith('!') || this.#chance(0.5)) {
      this.#variables[name] = value;
    }
    return `$${name}`;
  }

  #value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) {
      return this.#value(type.ofType);
    }
    if (isListType(type)) {
      const item = type.ofType;
      return Array.from({ length: this.#number(0, 3) }, () => this.#value(item));
    }
    if (isEnumType(type)) {
      return this.#pick(type.getValues()).name;
    }
    if (isInputObjectType(type)) {
      return Object.fromEntries(
        Object.values(type.getFields())
          .filter((field) => isNonNullType(field.type) || this.#chance(0.4))
          .map(({ name, type: fieldType }) => [
            name,
            this.#options.values[name] && this.#chance(0.5)
              ? this.#pick(this.#options.values[name])
              : this.#value(fieldType),
          ]),
      );
    }
    switch (type.name) {
      case 'Int':
        return this.#pick([0, 1, 2, 3, 5, 101, -1]);
      case 'Float':
        return this.#pick([0, 1.5]);
      case 'Boolean':
        return this.#chance(0.5);
      default:
        return this.#pick(['', 'x', '1341191920', '../x']);
    }
  }

  #name(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#number(0, items.length - 1)] as T;
  }

  #chance(probability: number): boolean {
    return this.#next() < probability;
  }

  #number(min: number, max: number): number {
    return min + Math.floor(this.#next() * (max - min + 1));
  }

  /** mulberry32 */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

function isRequired({ type, defaultValue }: GraphQLArgument): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function toLiteral(value: unknown, type: GraphQLInputType): string {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (Array.isArray(value) && isListType(bare)) {
    const item = bare.ofType as GraphQLInputType;
    return `[${value.map((each) => toLiteral(each, item)).join(', ')}]`;
  }
  if (isInputObjectType(bare) && typeof value === 'object' && value !== null) {
    const fields = bare.getFields();
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${fields[key] ? toLiteral(each, fields[key].type) : each}`)
      .join(', ')} }`;
  }
  return isEnumType(bare) ? String(value) : JSON.stringify(value);
}
