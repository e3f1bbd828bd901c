/** An invalid setting: the message names the variable, its value unless it is secret, and what is expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Setting<T> {
  readonly name: string;
  /** One sentence without a full stop. */
  readonly description: string;
  /** The default as in the environment; empty if there is none. */
  readonly fallback: string;
  /** Completes a sentence that begins with "expected". */
  readonly expected: string;
  /** @throws ConfigError */
  readonly read: (env: Environment) => T;
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;

export type Values<S extends Settings> = {
  readonly [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never;
};

/** @throws ConfigError for the first setting that cannot be used. */
export function readSettings<S extends Settings>(settings: S, env: Environment): Values<S> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [key, setting.read(env)]),
  ) as Values<S>;
}

/** An empty variable counts as not set, because shells and container files can leave one empty. */
export function readEnv(env: Environment, name: string): string | null {
  return env[name] || null;
}

/** Throws an error that quotes the value: not for secrets. */
export function refuse(
  { name, expected }: Pick<Setting<unknown>, 'name' | 'expected'>,
  text: string,
): never {
  throw new ConfigError(`${name} is ${JSON.stringify(text)}; expected ${expected}.`);
}

export function text(name: string, fallback: string, description: string): Setting<string> {
  return {
    name,
    description,
    fallback,
    expected: 'text',
    read: (env) => readEnv(env, name) ?? fallback,
  };
}

export function flag(
  name: string,
  fallback: boolean,
  description: string,
  { inProduction = fallback }: { readonly inProduction?: boolean } = {},
): Setting<boolean> {
  return choice(
    name,
    { choices: ['true', 'false'], fallback: `${fallback}`, inProduction: `${inProduction}` },
    description,
    (word) => word === 'true',
  );
}

interface Choices<C extends string> {
  readonly choices: readonly C[];
  readonly fallback: C;
  /** The default if `NODE_ENV` is `production`. @default fallback */
  readonly inProduction?: C;
}

export function oneOf<C extends string>(
  name: string,
  choices: Choices<C>,
  description: string,
): Setting<C> {
  return choice(name, choices, description, (word) => word);
}

function choice<C extends string, T>(
  name: string,
  { choices, fallback, inProduction = fallback }: Choices<C>,
  description: string,
  toValue: (word: C) => T,
): Setting<T> {
  const expected = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  return {
    name,
    description,
    fallback: inProduction === fallback ? fallback : `${fallback}; in production ${inProduction}`,
    expected,
    read(env) {
      const given =
        readEnv(env, name) ?? (env['NODE_ENV'] === 'production' ? inProduction : fallback);
      const found = choices.find((word) => word === given);
      return found === undefined ? refuse({ name, expected }, given) : toValue(found);
    },
  };
}

interface WholeNumberRange {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

export function wholeNumber(
  name: string,
  { fallback, min, max }: WholeNumberRange,
  description: string,
): Setting<number> {
  const expected = `a whole number from ${min} to ${max}`;
  return {
    name,
    description,
    fallback: `${fallback}`,
    expected,
    read(env) {
      const given = readEnv(env, name) ?? `${fallback}`;
      const value = /^\d{1,12}$/.test(given) ? Number(given) : Number.NaN;
      return value >= min && value <= max ? value : refuse({ name, expected }, given);
    },
  };
}
