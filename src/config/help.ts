import { SETTING_GROUPS } from './config.ts';
import type { Setting } from './setting.ts';

/** What each group of settings is about, as a heading; in the order of the documentation. */
export const GROUP_TITLES = {
  http: 'Where it listens',
  upstream: 'Which Sentry answers',
  organizations: 'Organizations, and servers of their own',
  network: 'The way to Sentry',
  access: 'Who may send operations',
  explorer: 'Pages for people',
  operations: 'Which operations are taken',
  guard: 'Limits of one operation',
  load: 'Load, and how it stops',
  resilience: 'While Sentry fails or is busy',
  cache: 'What is remembered',
  execution: 'How operations are executed',
  federation: 'As a subgraph of a federation',
  observability: 'What it tells of itself',
  embedded: 'The embedded Sentry',
} as const satisfies Record<keyof typeof SETTING_GROUPS, string>;

/** The settings of one group, under its title. */
export interface SettingGroup {
  readonly title: string;
  readonly settings: readonly Setting<unknown>[];
}

/** Every setting there is. */
export function listSettings(): readonly SettingGroup[] {
  return Object.entries(GROUP_TITLES).map(([group, title]) => ({
    title,
    settings: Object.values(SETTING_GROUPS[group as keyof typeof SETTING_GROUPS]),
  }));
}

/** Longest line of the text, in characters. */
const WIDTH = 80;

/** What `--help` prints: how the command is called, and each setting with what it takes. */
export function renderHelp(): string {
  return `sentry-graphql serves Sentry's issues and their hashes in GraphQL.

Usage: sentry-graphql [--help | --version]

${wrap('Settings are environment variables; an empty one counts as absent. Without SENTRY_URL and SENTRY_AUTH_TOKEN it answers from an embedded Sentry with built-in data. NODE_ENV=production makes defaults stricter.', '')}

${listSettings().map(renderGroup).join('\n\n')}`;
}

function renderGroup({ title, settings }: SettingGroup): string {
  return `${title}:\n${settings.map(renderSetting).join('\n')}`;
}

function renderSetting({ name, fallback, meaning, takes }: Setting<unknown>): string {
  const text = `${meaning}. Takes ${takes}. Default: ${fallback || 'none'}.`.replaceAll('`', '');
  return `  ${name}\n${wrap(text, '      ')}`;
}

/** The words in lines of at most `WIDTH` characters; a longer word has a line of its own. */
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
