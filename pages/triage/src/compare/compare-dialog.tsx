import { useEffect, useMemo, useState } from 'react';
import { KeepFirst } from '../list/action-bar.tsx';
import type { HashRow } from '../list/arrange.ts';
import type { EventDetails } from '../list/event-details.ts';
import type { RequestFailure } from '../relay/request.ts';
import { MAX_UNMERGED, tooManyText } from '../unmerge/limits.ts';
import { Modal } from '../views/modal.tsx';
import { align } from './align.ts';
import type { TraceFrame } from './stack-trace.ts';
import { TraceTable } from './trace-table.tsx';

interface Props {
  /** The selected hashes. */
  readonly rows: readonly HashRow[];
  readonly details: ReadonlyMap<string, EventDetails>;
  readonly failure: RequestFailure | null;
  readonly unmergeRefusal: string | null;
  /** Loads the stack traces of the hashes. */
  readonly onShow: (rows: readonly HashRow[]) => void;
  /** The same with source lines. */
  readonly onShowSource: (rows: readonly HashRow[]) => void;
  readonly onRemove: (row: HashRow) => void;
  readonly onClose: () => void;
  readonly onUnmerge: () => void;
}

/** More columns cannot be read side by side, and their stack traces take seconds to align. */
const MAX_COLUMNS = 12;

/** The stack traces of the selected hashes side by side, the innermost call at the top. */
export function CompareDialog({ rows, details, failure, unmergeRefusal, ...props }: Props) {
  const { onShow, onShowSource } = props;
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const [onlyInApp, setOnlyInApp] = useState(false);
  const [withSource, setWithSource] = useState(false);
  const [page, setPage] = useState(0);
  const lastPage = Math.ceil(rows.length / MAX_COLUMNS) - 1;
  const from = Math.min(page, lastPage) * MAX_COLUMNS;
  const compared = useMemo(() => rows.slice(from, from + MAX_COLUMNS), [rows, from]);
  const load = withSource ? onShowSource : onShow;
  useEffect(() => load(compared), [compared, load]);

  const aligned = useMemo(() => {
    const traces = compared.map(({ event }) => details.get(event?.id ?? '')?.trace.frames ?? []);
    return align(onlyInApp ? traces.map((frames) => frames.filter(isInApp)) : traces);
  }, [compared, details, onlyInApp]);
  const differing = aligned.filter(({ isEqual }) => !isEqual).length;
  const isComplete = compared.every(({ event }) => {
    const loaded = event === null || details.get(event.id);
    return loaded && (!withSource || loaded === true || loaded.hasSource);
  });
  const isTooMany = rows.length > MAX_UNMERGED && unmergeRefusal === null;

  return (
    <Modal className="compare" label={titleOf(rows.length)} onClose={props.onClose}>
      <header className="dialog-header">
        <div>
          <h2>{titleOf(rows.length)}</h2>
          <p role="status">
            {isComplete
              ? summaryOf(aligned.length - differing, differing)
              : 'Loading the stack traces …'}
            {lastPage > 0 ? ` Columns ${from + 1} to ${from + compared.length}.` : ''}
          </p>
        </div>
        <div className="switches">
          <Switch label="Only differences" isOn={onlyDifferences} onChange={setOnlyDifferences} />
          <Switch label="Only in-app frames" isOn={onlyInApp} onChange={setOnlyInApp} />
          <Switch label="Source lines" isOn={withSource} onChange={setWithSource} />
        </div>
        <div className="buttons">
          {lastPage > 0 ? (
            <>
              <button
                type="button"
                className="button"
                disabled={from === 0}
                onClick={() => setPage(Math.min(page, lastPage) - 1)}
              >
                Previous {MAX_COLUMNS}
              </button>
              <button
                type="button"
                className="button"
                disabled={page >= lastPage}
                onClick={() => setPage(page + 1)}
              >
                Next {Math.min(MAX_COLUMNS, rows.length - from - compared.length) || MAX_COLUMNS}
              </button>
            </>
          ) : null}
          {unmergeRefusal === null ? (
            <button
              type="button"
              className="button primary"
              disabled={isTooMany}
              onClick={props.onUnmerge}
            >
              Unmerge {rows.length} …
            </button>
          ) : null}
          <button type="button" className="button" onClick={props.onClose}>
            Close
          </button>
        </div>
        {isTooMany ? (
          <p className="dialog-note">
            {tooManyText(rows.length)} <KeepFirst selected={rows} />
          </p>
        ) : null}
        {unmergeRefusal === null ? null : <p className="dialog-note">{unmergeRefusal}</p>}
      </header>
      {failure && !isComplete ? (
        <div className="list-end" role="alert">
          <p>
            <strong>A stack trace could not be loaded.</strong> {failure.message}{' '}
            <code>{failure.code}</code>
          </p>
          <button type="button" className="button" onClick={() => load(compared)}>
            Try again
          </button>
        </div>
      ) : null}
      <TraceTable
        hashes={compared}
        aligned={aligned}
        onlyDifferences={onlyDifferences}
        withSource={withSource}
        isComplete={isComplete}
        details={details}
        onRemove={rows.length > 1 ? props.onRemove : null}
      />
    </Modal>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, isOn, onChange }: SwitchProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

function isInApp(frame: TraceFrame): boolean {
  return frame.isInApp;
}

function titleOf(count: number): string {
  return count === 1 ? 'Stack trace' : `${count.toLocaleString('en')} stack traces compared`;
}

function summaryOf(equal: number, differing: number): string {
  const rows = (count: number) => `${count} ${count === 1 ? 'frame' : 'frames'}`;
  return differing === 0
    ? `All ${rows(equal)} are equal.`
    : `${rows(equal)} equal, ${differing} different.`;
}
