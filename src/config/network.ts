import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import {
  ConfigError,
  type Environment,
  readEnv,
  readSettings,
  type Setting,
  text,
} from './setting.ts';

export const CERTIFICATES = 'the path of a file with one or more certificates as PEM';

/** Error messages never contain a proxy's URL, which may contain a password. */
function proxy(name: string, description: string): Setting<string | null> {
  return {
    name,
    description,
    fallback: '',
    expected: 'the URL of an HTTP proxy, such as http://proxy.example.com:3128',
    read(env) {
      const given = readEnv(env, name) ?? readEnv(env, name.toLowerCase());
      if (given !== null && !(URL.canParse(given) && /^https?:$/.test(new URL(given).protocol))) {
        throw new ConfigError(`${name} is not a valid URL; expected ${this.expected}.`);
      }
      return given;
    },
  };
}

export function pemFile(
  name: string,
  { expected, check }: { readonly expected: string; readonly check: (pem: string) => unknown },
  description: string,
): Setting<string | null> {
  return {
    name,
    description,
    fallback: '',
    expected,
    read(env) {
      const path = readEnv(env, name);
      if (path === null) {
        return null;
      }
      const pem = readText(path, this);
      try {
        check(pem);
      } catch {
        throw new ConfigError(
          `${name} is ${JSON.stringify(path)}, a file with other content; expected ${expected}.`,
        );
      }
      return pem;
    },
  };
}

/** @throws ConfigError with the variable and the path, but not the content of the file. */
export function readText(
  path: string,
  { name, expected }: Pick<Setting<unknown>, 'name' | 'expected'>,
) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read';
    throw new ConfigError(
      `${name} is ${JSON.stringify(path)}, which ${reason}; expected ${expected}.`,
    );
  }
}

/** For connections to Sentry and to the server of the key set. */
export const NETWORK_SETTINGS = {
  httpsProxy: proxy('HTTPS_PROXY', 'Proxy for `https` URLs'),
  httpProxy: proxy(
    'HTTP_PROXY',
    'Proxy for `http` URLs, and for `https` URLs if `HTTPS_PROXY` is not set',
  ),
  noProxy: {
    ...text(
      'NO_PROXY',
      '',
      'Hosts to connect to without a proxy: names separated by commas, which include their subdomains, or `*` for all hosts',
    ),
    read: (env) => readEnv(env, 'NO_PROXY') ?? readEnv(env, 'no_proxy') ?? '',
  } satisfies Setting<string>,
  ca: pemFile(
    'SENTRY_CA_FILE',
    { expected: CERTIFICATES, check: (pem) => new X509Certificate(pem) },
    'Certificate authorities to trust in addition to those of Node.js',
  ),
  clientCert: pemFile(
    'SENTRY_CLIENT_CERT_FILE',
    { expected: CERTIFICATES, check: (pem) => new X509Certificate(pem) },
    'Client certificate that the gateway presents to Sentry (mutual TLS)',
  ),
  clientKey: pemFile(
    'SENTRY_CLIENT_KEY_FILE',
    {
      expected: 'the path of a file with a private key as PEM, without a passphrase',
      check: (pem) => createSecureContext({ key: pem }),
    },
    'Private key of `SENTRY_CLIENT_CERT_FILE`',
  ),
};

export interface NetworkConfig {
  readonly httpsProxy: string | null;
  readonly httpProxy: string | null;
  readonly noProxy: string;
  /** PEM. */
  readonly ca: string | null;
  /** PEM; presented only to Sentry. */
  readonly client: { readonly cert: string; readonly key: string } | null;
}

export function readNetwork(env: Environment): NetworkConfig {
  const { clientCert, clientKey, ...network } = readSettings(NETWORK_SETTINGS, env);
  return { ...network, client: toPair(clientCert, clientKey) };
}

function toPair(cert: string | null, key: string | null): NetworkConfig['client'] {
  const names = [NETWORK_SETTINGS.clientCert.name, NETWORK_SETTINGS.clientKey.name] as const;
  if (cert === null && key === null) {
    return null;
  }
  if (cert === null || key === null) {
    const [missing, given] = cert === null ? names : [names[1], names[0]];
    throw new ConfigError(`${given} is set but ${missing} is not; mutual TLS needs both.`);
  }
  try {
    createSecureContext({ cert, key });
  } catch {
    throw new ConfigError(
      `The key in ${names[1]} does not belong to the certificate in ${names[0]}.`,
    );
  }
  return { cert, key };
}
