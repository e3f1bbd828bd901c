import { X509Certificate } from 'node:crypto';
import { CERTIFICATES, pemFile } from './network.ts';
import {
  ConfigError,
  type Environment,
  oneOf,
  readEnv,
  readSettings,
  type Setting,
  text,
  wholeNumber,
} from './setting.ts';

const MIN_SECRET_LENGTH = 32;

/** What the servers in a URL are. */
type RedisMode = 'single' | 'cluster' | 'sentinel';

export interface RedisUrl {
  readonly isTls: boolean;
  readonly username: string;
  readonly password: string;
  readonly addresses: readonly { readonly host: string; readonly port: number }[];
  readonly database: number;
}

/** Error messages never contain the URL, which may contain a password. */
const urlSetting: Setting<RedisUrl | null> = {
  name: 'REDIS_URL',
  description:
    'Redis or Valkey server through which replicas share what they keep; needs `GATEWAY_SHARED_SECRET`',
  fallback: '',
  expected: 'redis://[user:password@]host[:port][,host[:port]...][/database], or rediss:// for TLS',
  read(env) {
    const given = readEnv(env, this.name);
    const url = given === null ? null : parseRedisUrl(given);
    if (url === undefined) {
      throw new ConfigError(`${this.name} is not a valid URL; expected ${this.expected}.`);
    }
    return url;
  },
};

const secretSetting: Setting<string | null> = {
  name: 'GATEWAY_SHARED_SECRET',
  description:
    'Secret that all replicas share: the keys that encrypt what they keep in Redis are derived from it',
  fallback: '',
  expected: `at least ${MIN_SECRET_LENGTH} characters, the same for all replicas`,
  read(env) {
    const secret = readEnv(env, this.name);
    if (secret !== null && secret.length < MIN_SECRET_LENGTH) {
      throw new ConfigError(
        `${this.name} has ${secret.length} characters; expected ${this.expected}.`,
      );
    }
    return secret;
  },
};

export const REDIS_SETTINGS = {
  url: urlSetting,
  sharedSecret: secretSetting,
  mode: oneOf<RedisMode>(
    'REDIS_MODE',
    { choices: ['single', 'cluster', 'sentinel'], fallback: 'single' },
    'What `REDIS_URL` names: one server, servers of a Cluster, or Sentinels (with `rediss://`, they use TLS too)',
  ),
  sentinelName: text(
    'REDIS_SENTINEL_NAME',
    'mymaster',
    'Name of the primary that the Sentinels watch',
  ),
  sentinelUser: text(
    'REDIS_SENTINEL_USER',
    '',
    'User for the Sentinels, if they have users; that of `REDIS_URL` is for the servers',
  ),
  sentinelPassword: text(
    'REDIS_SENTINEL_PASSWORD',
    '',
    'Password for the Sentinels; that of `REDIS_URL` is for the servers',
  ),
  ca: pemFile(
    'REDIS_CA_FILE',
    { expected: CERTIFICATES, check: (pem) => new X509Certificate(pem) },
    'Certificate authorities to trust for `rediss://`, in addition to those of Node.js',
  ),
  commandTimeoutMs: wholeNumber(
    'REDIS_COMMAND_TIMEOUT_MS',
    { fallback: 50, min: 1, max: 10_000 },
    'Maximum time that an operation waits for one answer of Redis, in milliseconds; then it continues without',
  ),
};

export interface RedisConfig {
  readonly url: RedisUrl;
  readonly sharedSecret: string;
  readonly mode: RedisMode;
  readonly sentinelName: string;
  /** Empty without one, like the password. */
  readonly sentinelUser: string;
  readonly sentinelPassword: string;
  /** PEM. */
  readonly ca: string | null;
  readonly commandTimeoutMs: number;
}

/** Null without `REDIS_URL`: replicas then share nothing. */
export function readRedis(env: Environment): RedisConfig | null {
  const { url, sharedSecret, ...rest } = readSettings(REDIS_SETTINGS, env);
  if (url === null) {
    return null;
  }
  if (sharedSecret === null) {
    throw new ConfigError(
      `${urlSetting.name} is set but ${secretSetting.name} is not; expected ${secretSetting.expected}.`,
    );
  }
  if (rest.mode === 'single' && url.addresses.length > 1) {
    throw new ConfigError(
      `${urlSetting.name} names ${url.addresses.length} servers; expected one, or REDIS_MODE=cluster or sentinel.`,
    );
  }
  if (rest.mode === 'cluster' && url.database !== 0) {
    throw new ConfigError(
      `${urlSetting.name} names a database; a Redis Cluster has only number 0.`,
    );
  }
  if (rest.mode !== 'sentinel' && rest.sentinelPassword !== '') {
    throw new ConfigError(
      `REDIS_SENTINEL_PASSWORD is set but REDIS_MODE is "${rest.mode}"; expected sentinel.`,
    );
  }
  if (rest.sentinelUser !== '' && rest.sentinelPassword === '') {
    throw new ConfigError('REDIS_SENTINEL_USER is set but REDIS_SENTINEL_PASSWORD is not.');
  }
  return { url, sharedSecret, ...rest };
}

const REDIS_URL =
  /^(?<scheme>rediss?):\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^@/]+)(?:\/(?<database>\d{0,4}))?$/;

/** `URL` reads no list of hosts. */
function parseRedisUrl(given: string): RedisUrl | undefined {
  const {
    scheme,
    user = '',
    password = '',
    hosts = '',
    database,
  } = REDIS_URL.exec(given)?.groups ?? {};
  const addresses = hosts.split(',').map(toAddress);
  try {
    return scheme === undefined || addresses.includes(null)
      ? undefined
      : {
          isTls: scheme === 'rediss',
          username: decodeURIComponent(user),
          password: decodeURIComponent(password),
          addresses: addresses.filter((address) => address !== null),
          database: Number(database ?? 0),
        };
  } catch {
    return undefined;
  }
}

const DEFAULT_PORT = 6379;

function toAddress(text: string): RedisUrl['addresses'][number] | null {
  const url = URL.canParse(`redis://${text}`) ? new URL(`redis://${text}`) : null;
  return url === null || url.hostname === '' || url.host.length < text.length
    ? null
    : {
        host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port === '' ? DEFAULT_PORT : Number(url.port),
      };
}
