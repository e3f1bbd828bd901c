import { renderHelp } from './config/help.ts';
import { readVersion } from './version.ts';

/** Printed instead of starting the gateway. */
export interface CliOutput {
  readonly text: string;
  /** 2: an unknown option. */
  readonly exitCode: 0 | 2;
}

/** Null starts the gateway; settings are environment variables. */
export function parseArguments(given: readonly string[]): CliOutput | null {
  const unknownOption = given.find((argument) => !Object.hasOwn(OPTIONS, argument));
  if (unknownOption !== undefined) {
    return {
      text: `${JSON.stringify(unknownOption)} is not an option. Use --help or --version; everything else is set by environment variables, which --help lists.`,
      exitCode: 2,
    };
  }
  const [first] = given;
  return first === undefined
    ? null
    : { text: OPTIONS[first as keyof typeof OPTIONS](), exitCode: 0 };
}

const OPTIONS = {
  '--help': renderHelp,
  '-h': renderHelp,
  '--version': readVersion,
} as const;
