import { type ConfigFile, readConfigFile } from './config-file.ts';
import { ConfigError, type Environment, readSettings, type Setting, textOf } from './setting.ts';

const SLUG = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/;

const servedSetting: Setting<ReadonlySet<string> | null> = {
  name: 'SENTRY_ORGANIZATIONS',
  meaning:
    'Organizations that the gateway serves, as operations name them; default: all that the tokens can access',
  fallback: '',
  takes: 'slugs separated by commas, such as acme,globex',
  read(env) {
    const text = textOf(env, this.name);
    const slugs = text?.split(',').map((slug) => slug.trim()) ?? null;
    const stranger = slugs?.find((slug) => !SLUG.test(slug));
    if (stranger !== undefined) {
      throw new ConfigError(
        `${this.name} holds ${JSON.stringify(stranger)}: it takes ${this.takes}.`,
      );
    }
    return slugs && new Set(slugs);
  },
};

const fileSetting: Setting<ConfigFile> = {
  name: 'SENTRY_CONFIG_FILE',
  meaning: 'File that assigns servers and tokens to organizations',
  fallback: '',
  takes: 'the path of a JSON file, as described in docs/signing-in.md',
  read(env) {
    const path = textOf(env, this.name);
    return path === null ? new Map() : readConfigFile(path, this, env);
  },
};

/** Which organizations there are, and where. */
export const ORGANIZATION_SETTINGS = { served: servedSetting, targets: fileSetting };

export interface OrganizationsConfig {
  /** The names that are served; null for all. */
  readonly served: ReadonlySet<string> | null;
  /** Where single organizations are; the others are on the common upstream, where there is one. */
  readonly targets: ConfigFile;
}

export function readOrganizations(env: Environment): OrganizationsConfig {
  return readSettings(ORGANIZATION_SETTINGS, env);
}
