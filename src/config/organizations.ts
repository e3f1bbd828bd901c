import { readText } from './network.ts';
import { SENTRY_IO, toBaseUrl, toToken } from './server.ts';
import { ConfigError, type Environment, readEnv, type Setting } from './setting.ts';

/** The server of one organization, and the token for it. */
export interface OrganizationTarget {
  readonly url: string;
  /** Null if each caller sends its own. */
  readonly token: string | null;
}

export type ConfigFile = ReadonlyMap<string, OrganizationTarget>;

/**
 * Reads `{"organizations": {"<slug>": {"url"?, "token"?}}}`. A string may contain `${NAME}` for an
 * environment variable, so that the file needs no secrets. Without `url` an organization is on
 * `SENTRY_URL` or sentry.io; without `token` each caller sends its own, because `SENTRY_AUTH_TOKEN` is
 * only for its own server.
 * @throws ConfigError for the first thing that cannot be used.
 */
function readConfigFile(
  path: string,
  setting: Pick<Setting<unknown>, 'name' | 'expected'>,
  env: Environment,
): ConfigFile {
  const at = (...keys: string[]) => [setting.name, ...keys].join(': ');
  const file = toFields(at(), parse(readText(path, setting), setting.name), ['organizations']);
  const organizations = toFields(at('organizations'), file['organizations'] ?? {});
  return new Map(
    Object.entries(organizations).map(([slug, value]) => [
      slug,
      toTarget(at(`organizations.${slug}`), value, env),
    ]),
  );
}

/** Node's error message is not used: it quotes the text, including secrets. */
function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError(`The file that ${name} names is not JSON.`);
  }
}

function toFields(
  place: string,
  value: unknown,
  known?: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError(`${place} is not a JSON object.`);
  }
  const unknownKey = Object.keys(value).find((key) => known && !known.includes(key));
  if (unknownKey !== undefined) {
    throw new ConfigError(
      `${place} has the unknown key ${JSON.stringify(unknownKey)}; expected ${known?.join(' or ')}.`,
    );
  }
  return value as Record<string, unknown>;
}

function toTarget(place: string, value: unknown, env: Environment): OrganizationTarget {
  const { url, token } = toFields(place, value, ['url', 'token']);
  return {
    url:
      url === undefined
        ? toBaseUrl('SENTRY_URL', readEnv(env, 'SENTRY_URL') ?? SENTRY_IO)
        : toBaseUrl(`${place}.url`, substitute(`${place}.url`, url, env)),
    token:
      token === undefined
        ? null
        : toToken(`${place}.token`, substitute(`${place}.token`, token, env)),
  };
}

/** Replaces each `${NAME}` by the environment variable. */
function substitute(place: string, value: unknown, env: Environment): string {
  if (typeof value !== 'string' || value === '') {
    throw new ConfigError(`${place} is not a string, or is empty.`);
  }
  return value.replace(/\$\{(\w+)\}/g, (_reference, name: string) => {
    const text = readEnv(env, name);
    if (text === null) {
      throw new ConfigError(
        `${place} refers to the environment variable ${name}, which is not set.`,
      );
    }
    return text;
  });
}

const SLUG = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/;

const servedSetting: Setting<ReadonlySet<string> | null> = {
  name: 'SENTRY_ORGANIZATIONS',
  description:
    'Organizations that the gateway serves, as operations name them; default: all that the tokens can access',
  fallback: '',
  expected: 'slugs separated by commas, such as acme,globex',
  read(env) {
    const text = readEnv(env, this.name);
    const slugs = text?.split(',').map((slug) => slug.trim()) ?? null;
    const invalidSlug = slugs?.find((slug) => !SLUG.test(slug));
    if (invalidSlug !== undefined) {
      throw new ConfigError(
        `${this.name} has ${JSON.stringify(invalidSlug)}; expected ${this.expected}.`,
      );
    }
    return slugs && new Set(slugs);
  },
};

const fileSetting: Setting<ConfigFile> = {
  name: 'SENTRY_CONFIG_FILE',
  description: 'File that assigns servers and tokens to organizations',
  fallback: '',
  expected: 'the path of a JSON file, as described in docs/signing-in.md',
  read(env) {
    const path = readEnv(env, this.name);
    return path === null ? new Map() : readConfigFile(path, this, env);
  },
};

export const ORGANIZATION_SETTINGS = { served: servedSetting, targets: fileSetting };

export interface OrganizationsConfig {
  /** Slugs of the organizations that are served; null for all. */
  readonly served: ReadonlySet<string> | null;
  /** Organizations with a server or token of their own; the others use the common upstream, if any. */
  readonly targets: ConfigFile;
}
