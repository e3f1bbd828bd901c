import { ACCESS_SETTINGS } from './access.ts';
import { readText } from './network.ts';
import { REDIS_SETTINGS } from './redis.ts';
import { ConfigError, type Environment, readEnv, type Setting } from './setting.ts';
import { UPSTREAM_SETTINGS } from './upstream.ts';

/** Settings whose value can be in a file instead, which is read again when it changes. */
const REPLACEABLE = [
  UPSTREAM_SETTINGS.token,
  ACCESS_SETTINGS.apiKeys,
  ACCESS_SETTINGS.routerSecrets,
];
/** The same, but the file is read only at the start. */
const FIXED = [REDIS_SETTINGS.url, REDIS_SETTINGS.sharedSecret, REDIS_SETTINGS.sentinelPassword];

function fileOf(secret: Pick<Setting<unknown>, 'name'>): Setting<string | null> {
  const { name } = secret;
  const isReplaceable = REPLACEABLE.some((replaceable) => replaceable.name === name);
  return {
    name: `${name}_FILE`,
    description: `File with the value of \`${name}\`, such as a mounted secret; it is read ${isReplaceable ? 'again when it changes' : 'at the start'}`,
    fallback: '',
    expected: 'the path of a text file that is not empty',
    read(env) {
      const path = readEnv(env, this.name);
      return path === null ? null : readText(path, this).trim();
    },
  };
}

export const SECRET_FILE_SETTINGS = {
  token: fileOf(UPSTREAM_SETTINGS.token),
  apiKeys: fileOf(ACCESS_SETTINGS.apiKeys),
  routerSecrets: fileOf(ACCESS_SETTINGS.routerSecrets),
  redisUrl: fileOf(REDIS_SETTINGS.url),
  sharedSecret: fileOf(REDIS_SETTINGS.sharedSecret),
  sentinelPassword: fileOf(REDIS_SETTINGS.sentinelPassword),
};

/**
 * The environment with the secrets that are in files.
 * @throws ConfigError for a file that is empty or cannot be read, or a secret that is given twice.
 */
export function withSecretFiles(env: Environment): Environment {
  const read = [...REPLACEABLE, ...FIXED].flatMap((secret) => {
    const file = fileOf(secret);
    const text = file.read(env);
    if (text === null) {
      return [];
    }
    if (readEnv(env, secret.name) !== null) {
      throw new ConfigError(`${secret.name} and ${file.name} are both set; expected one of them.`);
    }
    // An empty file would mean that callers do not authenticate.
    if (text === '') {
      throw new ConfigError(`${file.name} names a file that is empty; expected ${file.expected}.`);
    }
    return [[secret.name, text] as const];
  });
  return { ...env, ...Object.fromEntries(read) };
}

/** The files whose content can change while the gateway runs. */
export function filesWithSecrets(env: Environment): readonly string[] {
  return [...REPLACEABLE.map((secret) => fileOf(secret).name), 'SENTRY_CONFIG_FILE']
    .map((name) => readEnv(env, name))
    .filter((path) => path !== null);
}
