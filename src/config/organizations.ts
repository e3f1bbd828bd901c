import { type ConfigFile, readConfigFile } from './config-file.ts';
import { ConfigError, type Environment, readEnv, readSettings, type Setting } from './setting.ts';

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

export function readOrganizations(env: Environment): OrganizationsConfig {
  return readSettings(ORGANIZATION_SETTINGS, env);
}
