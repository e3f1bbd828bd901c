import { FEDERATION_SETTINGS } from './config/federation.ts';
import { GUARD_SETTINGS } from './config/guard.ts';
import { HTTP_SETTINGS } from './config/http.ts';
import { type Environment, readSettings, type Settings, type Values } from './config/setting.ts';
import { readUpstream, UPSTREAM_SETTINGS, type UpstreamConfig } from './config/upstream.ts';

/** Every setting there is, by what it is about: what `--help` and the documentation list. */
export const SETTING_GROUPS = {
  http: HTTP_SETTINGS,
  upstream: UPSTREAM_SETTINGS,
  guard: GUARD_SETTINGS,
  federation: FEDERATION_SETTINGS,
} as const satisfies Record<string, Settings>;

export interface Config {
  readonly http: Values<typeof HTTP_SETTINGS>;
  readonly upstream: UpstreamConfig;
  readonly guard: Values<typeof GUARD_SETTINGS>;
  readonly federation: Values<typeof FEDERATION_SETTINGS>;
}

/** @throws ConfigError for the first setting that cannot be used. */
export function readConfig(env: Environment): Config {
  return {
    http: readSettings(HTTP_SETTINGS, env),
    upstream: readUpstream(env),
    guard: readSettings(GUARD_SETTINGS, env),
    federation: readSettings(FEDERATION_SETTINGS, env),
  };
}
