import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import {
  ConfigError,
  type Environment,
  readSettings,
  type Setting,
  text,
  textOf,
} from './setting.ts';

const CERTIFICATES = 'the path of a file with one or more certificates as PEM';

/** A proxy's address may carry a password, so it is never shown. */
function proxy(name: string, meaning: string): Setting<string | null> {
  return {
    name,
    meaning,
    fallback: '',
    takes: 'the URL of an HTTP proxy, such as http://proxy.example.com:3128',
    read(env) {
      const given = textOf(env, name) ?? textOf(env, name.toLowerCase());
      if (given !== null && !(URL.canParse(given) && /^https?:$/.test(new URL(given).protocol))) {
        throw new ConfigError(`${name} is no such address: it takes ${this.takes}.`);
      }
      return given;
    },
  };
}

/** The text of a file of PEM blocks that a variable names. */
function pemFile(
  name: string,
  { takes, check }: { readonly takes: string; readonly check: (pem: string) => unknown },
  meaning: string,
): Setting<string | null> {
  return {
    name,
    meaning,
    fallback: '',
    takes,
    read(env) {
      const path = textOf(env, name);
      if (path === null) {
        return null;
      }
      const pem = readText(path, this);
      try {
        check(pem);
      } catch {
        throw new ConfigError(
          `${name} is ${JSON.stringify(path)}, which holds none: it takes ${takes}.`,
        );
      }
      return pem;
    },
  };
}

/** @throws ConfigError that names the variable and the path, not what the file holds. */
export function readText(path: string, { name, takes }: Pick<Setting<unknown>, 'name' | 'takes'>) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'cannot be read';
    throw new ConfigError(`${name} is ${JSON.stringify(path)}, which ${why}: it takes ${takes}.`);
  }
}

/** How the gateway reaches servers: Sentry's, and that of the key set. */
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
    read: (env) => textOf(env, 'NO_PROXY') ?? textOf(env, 'no_proxy') ?? '',
  } satisfies Setting<string>,
  ca: pemFile(
    'SENTRY_CA_FILE',
    { takes: CERTIFICATES, check: (pem) => new X509Certificate(pem) },
    'Certificate authorities to trust in addition to those of Node.js',
  ),
  clientCert: pemFile(
    'SENTRY_CLIENT_CERT_FILE',
    { takes: CERTIFICATES, check: (pem) => new X509Certificate(pem) },
    'Client certificate that the gateway presents to Sentry (mutual TLS)',
  ),
  clientKey: pemFile(
    'SENTRY_CLIENT_KEY_FILE',
    {
      takes: 'the path of a file with a private key as PEM, without a passphrase',
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
  /** PEM; shown to Sentry alone. */
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
    throw new ConfigError(`${missing} is not set, and ${given} is: mutual TLS takes both.`);
  }
  try {
    createSecureContext({ cert, key });
  } catch {
    throw new ConfigError(`${names[1]} holds a key that is not the one of ${names[0]}.`);
  }
  return { cert, key };
}
