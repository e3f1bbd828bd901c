/** Why an export cannot start or go on: one sentence for people, and the process's exit status. */
export class ExportRefusal extends Error {
  override readonly name = 'ExportRefusal';
  readonly exitStatus: number;
  /** Of the GraphQL error that caused it, if any. */
  readonly code: string | null;

  constructor(message: string, exitStatus: number, code: string | null = null) {
    super(message);
    this.exitStatus = exitStatus;
    this.code = code;
  }
}

export const EXIT = {
  /** All rows came. */
  complete: 0,
  /** It stopped before the end; the same command continues it. */
  stopped: 1,
  /** An argument or a setting is wrong. */
  wrongArguments: 2,
  /** It ended, and some rows failed. */
  rowsMissing: 3,
  /** As shells show a process that a signal has ended: 128 and the signal's number. */
  interrupted: { SIGINT: 130, SIGTERM: 143 },
  closedPipe: 141,
} as const;

export function wrongArguments(message: string): ExportRefusal {
  return new ExportRefusal(message, EXIT.wrongArguments, 'BAD_USER_INPUT');
}
