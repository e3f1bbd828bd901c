import { createHash } from 'node:crypto';
import { ConfigError, type Environment, type Setting, textOf } from './setting.ts';

/** A secret that callers show, as far as the gateway keeps it. */
export interface NamedSecret {
  /** What logs call whoever shows it. */
  readonly name: string;
  /** SHA-256 of the secret: enough to know it again, of no use to whoever reads it. */
  readonly sha256: Buffer;
}

/** Shortest secret that is taken, in characters: what is shorter can be guessed. */
const MIN_SECRET_LENGTH = 16;

const NAME = /^[A-Za-z0-9_.-]{1,64}$/;
const SECRET = /^[\x21-\x7e]+$/;
const HASHED = /^sha256:([0-9a-f]{64})$/i;
/** The beginning of a hash in some form: a hash that would be taken for the secret serves those who read it. */
const HASH_PREFIX = /^(?:sha-?\d+|md5):/i;

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * Secrets separated by commas, each `secret`, `name:secret` or `name:sha256:<64 hex digits>`. What
 * they hold is never shown; the sentences count them from 1.
 */
export function secretList(name: string, meaning: string): Setting<readonly NamedSecret[]> {
  return {
    name,
    meaning,
    fallback: '',
    takes: `secrets of ${MIN_SECRET_LENGTH} or more characters, separated by commas, each as \`secret\`, \`name:secret\` or \`name:sha256:<hex>\``,
    read(env: Environment) {
      const secrets = (textOf(env, name) ?? '')
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '')
        .map((item, index) => toSecret(item, { setting: this, position: index + 1 }));
      const names = new Set(secrets.map((secret) => secret.name));
      if (names.size < secrets.length) {
        throw new ConfigError(`${name} gives one name to two secrets: it takes ${this.takes}.`);
      }
      return secrets;
    },
  };
}

interface Place {
  readonly setting: Pick<Setting<unknown>, 'name' | 'takes'>;
  readonly position: number;
}

function toSecret(item: string, place: Place): NamedSecret {
  if (HASH_PREFIX.test(item)) {
    throw unusable('is a hash without a name', place);
  }
  const colon = item.indexOf(':');
  const name = colon === -1 ? `${place.position}` : item.slice(0, colon);
  const secret = item.slice(colon + 1);
  if (!NAME.test(name)) {
    throw unusable('has a name that is not 1 to 64 letters, digits, `-`, `_` or `.`', place);
  }
  const [, hex] = HASHED.exec(secret) ?? [];
  if (hex !== undefined) {
    return { name, sha256: Buffer.from(hex, 'hex') };
  }
  if (HASH_PREFIX.test(secret)) {
    throw unusable('is a hash that is not `sha256:` and 64 hex digits', place);
  }
  if (secret.length < MIN_SECRET_LENGTH || !SECRET.test(secret)) {
    throw unusable(
      secret.length < MIN_SECRET_LENGTH
        ? `has ${secret.length} characters`
        : 'has characters that no header carries',
      place,
    );
  }
  return { name, sha256: sha256(secret) };
}

function unusable(what: string, { setting, position }: Place): ConfigError {
  return new ConfigError(`${setting.name}: secret ${position} ${what}: it takes ${setting.takes}.`);
}
