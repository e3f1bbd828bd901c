import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArguments } from '../../src/cli.ts';
import { SETTING_GROUPS } from '../../src/config/config.ts';
import { listSettings, renderHelp } from '../../src/config/help.ts';
import type { Setting, Settings } from '../../src/config/setting.ts';

const groups: readonly Settings[] = Object.values(SETTING_GROUPS);
const settings = groups.flatMap((group) => Object.values(group));

test('--help lists each setting once, with description, values and default', () => {
  const help = renderHelp();
  const words = help.replace(/\s+/g, ' ');
  for (const { name, fallback, description, expected } of settings) {
    expect(help.split('\n').filter((line) => line === `  ${name}`)).toHaveLength(1);
    expect(words).toContain(
      ` ${name} ${description}. Values: ${expected}. Default: ${fallback || 'none'}.`.replaceAll(
        '`',
        '',
      ),
    );
  }
});

test('no line of --help is wider than a terminal', () => {
  const tooWide = renderHelp()
    .split('\n')
    .filter((line) => line.length > 80 && line.trim().includes(' '));
  expect(tooWide).toEqual([]);
});

test('setting names are unique', () => {
  const names = settings.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('docs/settings.md matches --help', async () => {
  await expect(toDocument()).toMatchFileSnapshot('../../docs/settings.md');
});

test('--version prints the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(parseArguments(['--version'])).toEqual({ text: version, exitCode: 0 });
});

test('without arguments the gateway starts; an unknown option is refused in one sentence', () => {
  expect(parseArguments([])).toBeNull();
  expect(parseArguments(['constructor'])?.exitCode).toBe(2);
  expect(parseArguments(['--help'])).toEqual({ text: renderHelp(), exitCode: 0 });
  expect(parseArguments(['--help', '--port'])).toEqual({
    text: '"--port" is not an option. Use --help or --version; everything else is set by environment variables, which --help lists.',
    exitCode: 2,
  });
  const unknownOption = fc.string().filter((text) => !/^(-h|--help|--version)$/.test(text));
  fc.assert(
    fc.property(unknownOption, (argument) => {
      expect(parseArguments([argument])?.exitCode).toBe(2);
    }),
  );
});

/** The document for users, generated from the settings. */
function toDocument(): string {
  return `# Settings

Made from \`src/config/\` by \`npm run settings\`. Each setting is an environment variable; an empty
variable counts as not set. \`npx sentry-graphql --help\` prints the same list.

${listSettings()
  .map(
    ({ title, settings }) => `## ${title}

| variable | default | meaning | values |
|---|---|---|---|
${settings.map(toRow).join('\n')}`,
  )
  .join('\n\n')}
`;
}

function toRow({ name, fallback, description, expected }: Setting<unknown>): string {
  const cells = [`\`${name}\``, fallback === '' ? 'none' : fallback, description, expected];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
