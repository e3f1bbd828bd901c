import { readText } from './network.ts';
import { SENTRY_IO, toBaseUrl, toToken } from './server.ts';
import { ConfigError, type Environment, type Setting, textOf } from './setting.ts';

/** Where one organization is, and with whose token it is asked. */
export interface OrganizationTarget {
  readonly url: string;
  /** Null where each caller brings one. */
  readonly token: string | null;
}

export type ConfigFile = ReadonlyMap<string, OrganizationTarget>;

/**
 * Reads `{"organizations": {"<slug>": {"url"?, "token"?}}}`. Texts may hold `${NAME}` for a variable
 * of the environment, so that secrets need not lie in the file. Without `url` an organization is on
 * `SENTRY_URL` or sentry.io; without `token` each caller brings one, as `SENTRY_AUTH_TOKEN` is for
 * its own server alone.
 * @throws ConfigError for the first thing that cannot be used.
 */
export function readConfigFile(
  path: string,
  setting: Pick<Setting<unknown>, 'name' | 'takes'>,
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

/** What is wrong with the text is not passed on: Node's sentence quotes it, secrets included. */
function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError(`${name} names a file that is not JSON.`);
  }
}

function toFields(
  place: string,
  value: unknown,
  known?: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError(`${place} is no object: it takes one in braces.`);
  }
  const stranger = Object.keys(value).find((key) => known && !known.includes(key));
  if (stranger !== undefined) {
    throw new ConfigError(
      `${place} has ${JSON.stringify(stranger)}, which is unknown: it takes ${known?.join(' and ')}.`,
    );
  }
  return value as Record<string, unknown>;
}

function toTarget(place: string, value: unknown, env: Environment): OrganizationTarget {
  const { url, token } = toFields(place, value, ['url', 'token']);
  return {
    url:
      url === undefined
        ? toBaseUrl('SENTRY_URL', textOf(env, 'SENTRY_URL') ?? SENTRY_IO)
        : toBaseUrl(`${place}.url`, fill(`${place}.url`, url, env)),
    token:
      token === undefined ? null : toToken(`${place}.token`, fill(`${place}.token`, token, env)),
  };
}

/** A text with its `${NAME}` filled in. */
function fill(place: string, value: unknown, env: Environment): string {
  if (typeof value !== 'string' || value === '') {
    throw new ConfigError(`${place} is no text: it takes one in quotes.`);
  }
  return value.replace(/\$\{(\w+)\}/g, (_reference, name: string) => {
    const text = textOf(env, name);
    if (text === null) {
      throw new ConfigError(`${place} names the variable ${name}, which is not set.`);
    }
    return text;
  });
}
