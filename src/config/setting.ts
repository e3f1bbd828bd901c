/** A setting that cannot be used: names the variable, what it got and what it takes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** One environment variable: how it is read, and what the operator is told of it. */
export interface Setting<T> {
  readonly name: string;
  /** What it is for, as one sentence without a full stop. */
  readonly meaning: string;
  /** Its default as the operator would write it; empty where there is none. */
  readonly fallback: string;
  /** What it takes: the end of a sentence that begins with "it takes". */
  readonly takes: string;
  /** @throws ConfigError */
  readonly read: (env: Environment) => T;
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;

/** What a group of settings is read into. */
export type Values<S extends Settings> = {
  readonly [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never;
};

/** @throws ConfigError for the first setting that cannot be used. */
export function readSettings<S extends Settings>(settings: S, env: Environment): Values<S> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [key, setting.read(env)]),
  ) as Values<S>;
}

/** An empty variable counts as an absent one, as shells and container files leave them. */
export function textOf(env: Environment, name: string): string | null {
  return env[name] || null;
}

/** Refuses what a variable holds, in a sentence that shows it: not for secrets. */
export function refuse(
  { name, takes }: Pick<Setting<unknown>, 'name' | 'takes'>,
  text: string,
): never {
  throw new ConfigError(`${name} is ${JSON.stringify(text)}: it takes ${takes}.`);
}

/** A setting that is the text itself. */
export function text(name: string, fallback: string, meaning: string): Setting<string> {
  return { name, meaning, fallback, takes: 'text', read: (env) => textOf(env, name) ?? fallback };
}

export function flag(
  name: string,
  fallback: boolean,
  meaning: string,
  { inProduction = fallback }: { readonly inProduction?: boolean } = {},
): Setting<boolean> {
  return choice(
    name,
    { choices: ['true', 'false'], fallback: `${fallback}`, inProduction: `${inProduction}` },
    meaning,
    (word) => word === 'true',
  );
}

export interface Choices<C extends string> {
  readonly choices: readonly C[];
  readonly fallback: C;
  /** The default where `NODE_ENV` is `production`. @default the same */
  readonly inProduction?: C;
}

/** One of a few words. */
export function oneOf<C extends string>(
  name: string,
  choices: Choices<C>,
  meaning: string,
): Setting<C> {
  return choice(name, choices, meaning, (word) => word);
}

function choice<C extends string, T>(
  name: string,
  { choices, fallback, inProduction = fallback }: Choices<C>,
  meaning: string,
  toValue: (word: C) => T,
): Setting<T> {
  const takes = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  return {
    name,
    meaning,
    fallback: inProduction === fallback ? fallback : `${fallback}; in production ${inProduction}`,
    takes,
    read(env) {
      const given =
        textOf(env, name) ?? (env['NODE_ENV'] === 'production' ? inProduction : fallback);
      const found = choices.find((word) => word === given);
      return found === undefined ? refuse({ name, takes }, given) : toValue(found);
    },
  };
}

export interface WholeNumberRange {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

/** A whole number; its unit stands in the variable's name. */
export function wholeNumber(
  name: string,
  { fallback, min, max }: WholeNumberRange,
  meaning: string,
): Setting<number> {
  const takes = `a whole number from ${min} to ${max}`;
  return {
    name,
    meaning,
    fallback: `${fallback}`,
    takes,
    read(env) {
      const given = textOf(env, name) ?? `${fallback}`;
      const value = /^\d{1,12}$/.test(given) ? Number(given) : Number.NaN;
      return value >= min && value <= max ? value : refuse({ name, takes }, given);
    },
  };
}
