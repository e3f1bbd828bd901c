import { createHash } from 'node:crypto';
import { ConfigError, type Environment, readEnv, type Setting } from './setting.ts';

/** A secret that callers send; the gateway keeps only its hash. */
export interface NamedSecret {
  /** For logs. */
  readonly name: string;
  readonly sha256: Buffer;
}

/** Shorter secrets can be guessed. */
const MIN_SECRET_LENGTH = 16;

const NAME = /^[A-Za-z0-9_.-]{1,64}$/;
const SECRET = /^[\x21-\x7e]+$/;
const HASHED = /^sha256:([0-9a-f]{64})$/i;
/** A hash that was accepted as the secret itself would let anybody in who can read the setting. */
const HASH_PREFIX = /^(?:sha-?\d+|md5):/i;

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * Secrets separated by commas, each `secret`, `name:secret` or `name:sha256:<64 hex digits>`. Error
 * messages never contain a secret; they name its position, from 1.
 */
export function secretList(name: string, description: string): Setting<readonly NamedSecret[]> {
  return {
    name,
    description,
    fallback: '',
    expected: `secrets of ${MIN_SECRET_LENGTH} or more characters, separated by commas, each as \`secret\`, \`name:secret\` or \`name:sha256:<hex>\``,
    read(env: Environment) {
      const text = readEnv(env, name);
      const secrets = (text ?? '')
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '')
        .map((item, index) => toSecret(item, { setting: this, position: index + 1 }));
      // Callers would not have to authenticate.
      if (text !== null && secrets.length === 0) {
        throw new ConfigError(`${name} has no secret; expected ${this.expected}.`);
      }
      const names = new Set(secrets.map((secret) => secret.name));
      if (names.size < secrets.length) {
        throw new ConfigError(
          `${name} has two secrets with the same name; expected ${this.expected}.`,
        );
      }
      return secrets;
    },
  };
}

interface Place {
  readonly setting: Pick<Setting<unknown>, 'name' | 'expected'>;
  readonly position: number;
}

function toSecret(item: string, place: Place): NamedSecret {
  if (HASH_PREFIX.test(item)) {
    throw invalid('is a hash without a name', place);
  }
  const colon = item.indexOf(':');
  const name = colon === -1 ? `${place.position}` : item.slice(0, colon);
  const secret = item.slice(colon + 1);
  if (!NAME.test(name)) {
    throw invalid('has a name that is not 1 to 64 letters, digits, `-`, `_` or `.`', place);
  }
  const [, hex] = HASHED.exec(secret) ?? [];
  if (hex !== undefined) {
    return { name, sha256: Buffer.from(hex, 'hex') };
  }
  if (HASH_PREFIX.test(secret)) {
    throw invalid('is a hash that is not `sha256:` and 64 hex digits', place);
  }
  if (secret.length < MIN_SECRET_LENGTH || !SECRET.test(secret)) {
    throw invalid(
      secret.length < MIN_SECRET_LENGTH
        ? `has ${secret.length} characters`
        : 'has characters that an HTTP header cannot contain',
      place,
    );
  }
  return { name, sha256: sha256(secret) };
}

function invalid(what: string, { setting, position }: Place): ConfigError {
  return new ConfigError(
    `${setting.name}: secret ${position} ${what}; expected ${setting.expected}.`,
  );
}
