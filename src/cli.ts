import { readFileSync } from 'node:fs';
import { renderHelp } from './config/help.ts';

/** What the command says where it is not to start. */
export interface CliOutput {
  readonly text: string;
  /** 0: it was asked for; 2: the arguments are refused. */
  readonly exitCode: 0 | 2;
}

/** What to say to these arguments, or null to start: all else is set by environment variables. */
export function parseArguments(given: readonly string[]): CliOutput | null {
  const stranger = given.find((argument) => !Object.hasOwn(KNOWN, argument));
  if (stranger !== undefined) {
    return {
      text: `${JSON.stringify(stranger)} is not an option. Use --help or --version; everything else is set by environment variables, which --help lists.`,
      exitCode: 2,
    };
  }
  const [first] = given;
  return first === undefined ? null : { text: KNOWN[first as keyof typeof KNOWN](), exitCode: 0 };
}

const KNOWN = {
  '--help': renderHelp,
  '-h': renderHelp,
  '--version': readVersion,
} as const;

/** The version in `package.json`, which stands beside both `src/` and `dist/`. */
function readVersion(): string {
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { readonly version: string };
  return version;
}
