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
export function readConfigFile(
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
