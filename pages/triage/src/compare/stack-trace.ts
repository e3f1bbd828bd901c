import type { eventDetailsQuery$data } from '../__generated__/eventDetailsQuery.graphql.ts';
import type { AlignedFrame } from './align.ts';

export interface TraceFrame extends AlignedFrame {
  readonly line: number | null;
  readonly isInApp: boolean;
  /** Source lines around `line`; empty if they are unknown or not loaded. */
  readonly source: readonly SourceLine[];
}

export interface SourceLine {
  readonly line: number | null;
  readonly text: string;
}

/** The exception, and its stack frames, the innermost first. */
export interface TracedEvent {
  readonly type: string | null;
  readonly value: string | null;
  readonly frames: readonly TraceFrame[];
}

type Node = NonNullable<eventDetailsQuery$data['nodes']>[number];
type Event = Extract<Node, { readonly __typename: 'Event' }>;
type Entry = NonNullable<Event['entries']>[number];

/** Of the exception that was raised last, otherwise of the crashed thread. */
export function stackTraceOf({ entries }: Event): TracedEvent {
  return (
    entries?.map(stackTraceOfEntry).find((trace) => trace !== null) ?? {
      type: null,
      value: null,
      frames: [],
    }
  );
}

function stackTraceOfEntry(entry: Entry): TracedEvent | null {
  switch (entry.__typename) {
    case 'ExceptionEntry': {
      const raised = entry.values?.findLast(hasFrames);
      return raised ? traced(raised.type, raised.value, raised.stacktrace?.frames) : null;
    }
    case 'StacktraceEntry':
      return hasFrames(entry) ? traced(null, null, entry.stacktrace?.frames) : null;
    case 'ThreadsEntry': {
      const threads = entry.threads?.filter(hasFrames) ?? [];
      const thread = threads.find(({ crashed }) => crashed) ?? threads[0];
      return thread ? traced(thread.name ?? 'Thread', null, thread.stacktrace?.frames) : null;
    }
    default:
      return null;
  }
}

function hasFrames({
  stacktrace,
}: {
  readonly stacktrace?:
    | { readonly frames?: readonly unknown[] | null | undefined }
    | null
    | undefined;
}): boolean {
  return (stacktrace?.frames?.length ?? 0) > 0;
}

interface GivenFrame {
  readonly function: string | null | undefined;
  readonly filename: string | null | undefined;
  readonly module: string | null | undefined;
  readonly lineNo: number | null | undefined;
  readonly inApp: boolean | null | undefined;
  readonly context?:
    | readonly {
        readonly lineNo: number | null | undefined;
        readonly line: string | null | undefined;
      }[]
    | null
    | undefined;
}

function traced(
  type: string | null | undefined,
  value: string | null | undefined,
  frames: readonly GivenFrame[] | null | undefined,
): TracedEvent {
  return {
    type: type ?? null,
    value: value ?? null,
    frames: (frames ?? [])
      .map((frame) => ({
        function: frame.function ?? null,
        file: frame.filename ?? frame.module ?? null,
        line: frame.lineNo ?? null,
        isInApp: frame.inApp === true,
        source: (frame.context ?? []).map(({ lineNo, line }) => ({
          line: lineNo ?? null,
          text: line ?? '',
        })),
      }))
      .toReversed(),
  };
}

/** The function, and the last part of the file's path. */
export function frameLabel({ function: name, file }: AlignedFrame): string {
  return `${name ?? '<anonymous>'} · ${file?.split('/').at(-1) ?? 'unknown file'}`;
}
