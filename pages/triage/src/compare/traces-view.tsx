import { useEffect, useMemo, useState } from 'react';
import type { HashRow } from '../list/arrange.ts';
import type { EventDetails } from '../list/event-details.ts';
import { plural } from '../plural.ts';
import type { RequestFailure } from '../relay/request.ts';
import { FailureNote } from '../views/failure-note.tsx';
import { align } from './align.ts';
import type { TraceFrame } from './stack-trace.ts';
import { Switch } from './switch.tsx';
import { TraceTable } from './trace-table.tsx';

interface Props {
  /** One column each. */
  readonly hashes: readonly HashRow[];
  readonly details: ReadonlyMap<string, EventDetails>;
  readonly failure: RequestFailure | null;
  /** Loads the stack traces of the hashes. */
  readonly onShow: (rows: readonly HashRow[]) => void;
  /** The same with source lines. */
  readonly onShowSource: (rows: readonly HashRow[]) => void;
  /** Null for the only column. */
  readonly onRemove: ((row: HashRow) => void) | null;
}

/** The stack traces side by side, the innermost call at the top. */
export function TracesView({ hashes, details, failure, onShow, onShowSource, onRemove }: Props) {
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [onlyInApp, setOnlyInApp] = useState(false);
  const [withSource, setWithSource] = useState(false);
  const load = withSource ? onShowSource : onShow;
  useEffect(() => load(hashes), [hashes, load]);

  const aligned = useMemo(() => {
    const traces = hashes.map(({ event }) => details.get(event?.id ?? '')?.trace.frames ?? []);
    return align(onlyInApp ? traces.map((frames) => frames.filter(isInApp)) : traces);
  }, [hashes, details, onlyInApp]);
  const differing = aligned.filter(({ isEqual }) => !isEqual).length;
  const isComplete = hashes.every(({ event }) => {
    const loaded = event && details.get(event.id);
    return event === null || (loaded && (!withSource || loaded.hasSource));
  });

  const isSingle = hashes.length === 1;
  const hasSource =
    !withSource || aligned.some(({ cells }) => cells.some((frame) => frame?.source.length));
  const counts = isSingle
    ? `${plural(aligned.length, 'frame')}.`
    : summaryOf(aligned.length - differing, differing);
  const summary = hasSource ? counts : `${counts} Sentry has no source lines of these frames.`;
  const emptyText =
    aligned.length > 0
      ? 'All frames are equal.'
      : onlyInApp
        ? 'There is no in-app frame.'
        : 'There is no stack trace.';

  return (
    <>
      <div className="view-bar">
        <p role="status">{isComplete ? summary : 'Loading the stack traces …'}</p>
        <div className="switches">
          {isSingle ? null : (
            <Switch label="Only differences" isOn={onlyDifferences} onChange={setOnlyDifferences} />
          )}
          <Switch label="Only in-app frames" isOn={onlyInApp} onChange={setOnlyInApp} />
          <Switch label="Source lines" isOn={withSource} onChange={setWithSource} />
        </div>
      </div>
      {failure && !isComplete ? (
        <FailureNote what="A stack trace" failure={failure} onRetry={() => load(hashes)} />
      ) : null}
      <TraceTable
        hashes={hashes}
        aligned={aligned}
        onlyDifferences={onlyDifferences && !isSingle}
        withSource={withSource}
        emptyText={isComplete ? emptyText : null}
        details={details}
        onRemove={onRemove}
      />
    </>
  );
}

function isInApp(frame: TraceFrame): boolean {
  return frame.isInApp;
}

function summaryOf(equal: number, differing: number): string {
  return differing === 0
    ? `All ${plural(equal, 'frame')} are equal.`
    : `${plural(equal, 'frame')} equal, ${differing} different.`;
}
