import { SETTING_GROUPS } from './config.ts';
import type { Setting } from './setting.ts';

/** In the order of `--help` and docs/settings.md. */
const GROUP_TITLES = {
  http: 'Listening',
  upstream: 'Sentry server and token',
  organizations: 'Organizations',
  network: 'Proxies and certificates',
  access: 'Authentication of callers',
  secretFiles: 'Secrets in files',
  explorer: 'Web pages',
  operations: 'Introspection and safelist',
  guard: 'Limits for one operation',
  response: 'Limits for one response',
  load: 'Overload and shutdown',
  resilience: 'Timeouts, retries, rate limits and circuit breaker',
  cache: 'Cache',
  redis: 'Redis, which replicas share',
  execution: 'Execution',
  federation: 'Federation',
  observability: 'Logs and metrics',
  embedded: 'Demo server',
} as const satisfies Record<keyof typeof SETTING_GROUPS, string>;

interface SettingGroup {
  readonly title: string;
  readonly settings: readonly Setting<unknown>[];
}

export function listSettings(): readonly SettingGroup[] {
  return Object.entries(GROUP_TITLES).map(([group, title]) => ({
    title,
    settings: Object.values(SETTING_GROUPS[group as keyof typeof SETTING_GROUPS]),
  }));
}

/** Maximum length of a line, in characters. */
const WIDTH = 80;

export function renderHelp(): string {
  return `sentry-graphql is a GraphQL gateway for Sentry's issues and their hashes.

Usage: sentry-graphql [--help | --version]
       sentry-graphql export --help
       sentry-graphql schema --help

${wrap('Settings are environment variables; an empty variable counts as not set. Without SENTRY_URL, SENTRY_AUTH_TOKEN and SENTRY_CONFIG_FILE the gateway runs against a demo server with built-in data; with NODE_ENV=production it does so only if DEMO=true. NODE_ENV=production changes some defaults to stricter ones.', '')}

${listSettings().map(renderGroup).join('\n\n')}`;
}

function renderGroup({ title, settings }: SettingGroup): string {
  return `${title}:\n${settings.map(renderSetting).join('\n')}`;
}

function renderSetting({ name, fallback, description, expected }: Setting<unknown>): string {
  const text = `${description}. Values: ${expected}. Default: ${fallback || 'none'}.`.replaceAll(
    '`',
    '',
  );
  return `  ${name}\n${wrap(text, '      ')}`;
}

/** A word longer than `WIDTH` gets a line of its own. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line].join('\n');
}
