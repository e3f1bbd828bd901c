import type { MouseEvent } from 'react';
import { age, exactDate, shortDate, timeOfDay } from '../when.ts';
import { type HashRow, titleOf } from './arrange.ts';
import type { EventDetails } from './event-details.ts';

export interface LineProps {
  readonly id: string;
  /** Row number in the whole list; the heading is 1. */
  readonly position: number;
  readonly isActive: boolean;
  readonly top: number;
  readonly height: number;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

interface Props extends LineProps {
  readonly row: HashRow;
  /** Undefined until the full event is loaded. */
  readonly details: EventDetails | undefined;
  /** Address of the latest event at Sentry; null if it is unknown. */
  readonly eventUrl: string | null;
  readonly isSelected: boolean;
  readonly isUnmerging: boolean;
  readonly onCopy: () => void;
}

export function HashLine({
  row,
  details,
  eventUrl,
  isSelected,
  isUnmerging,
  onCopy,
  ...line
}: Props) {
  const otherHashes = details?.hashes.filter((hash) => hash !== row.hash) ?? [];
  return (
    <div
      role="row"
      id={line.id}
      className="line hash"
      aria-rowindex={line.position}
      aria-level={2}
      aria-selected={isSelected}
      aria-busy={isUnmerging}
      data-active={line.isActive}
      style={{ height: line.height, transform: `translateY(${line.top}px)` }}
      onClick={line.onClick}
    >
      <span role="gridcell" tabIndex={-1} className="select">
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={isSelected}
          disabled={isUnmerging}
          aria-label={`Select ${row.hash.slice(0, 8)}`}
        />
      </span>
      <span role="gridcell" tabIndex={-1} className="what">
        <strong dir="auto" title={row.title ?? undefined}>
          {titleOf(row)}
        </strong>
        <small dir="auto" title={row.culprit ?? undefined}>
          {isUnmerging ? <em className="unmerging">Unmerging …</em> : row.culprit || 'No culprit'}
        </small>
      </span>
      <span role="gridcell" tabIndex={-1} className="top">
        <TopFrame row={row} details={details} />
      </span>
      <span role="gridcell" tabIndex={-1} className="hashes">
        <span className="hash-text">
          <code title={row.hash}>{row.hash.slice(0, 12)}</code>
          <button
            type="button"
            tabIndex={-1}
            className="icon"
            aria-label={`Copy ${row.hash.slice(0, 8)}`}
            title="Copy the hash (C)"
            onClick={(event) => {
              event.stopPropagation();
              onCopy();
            }}
          >
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <path d="M5 5h7v7H5zM2 9V2h7" />
            </svg>
          </button>
        </span>
        {otherHashes.map((hash) => (
          <small key={hash} title={hash}>
            also {hash.slice(0, 12)}
          </small>
        ))}
      </span>
      <span role="gridcell" tabIndex={-1} className="platform">
        {row.platform ? (
          <span className="chip" data-platform={row.platform} title={row.platform}>
            {row.platform}
          </span>
        ) : null}
      </span>
      <span role="gridcell" tabIndex={-1} className="age" title={exactDate(row.date)}>
        {row.date ? (
          <>
            <time dateTime={row.date}>{shortDate(row.date)}</time>
            <small>
              {timeOfDay(row.date)} · {age(row.date, Date.now())} ago
            </small>
          </>
        ) : null}
      </span>
      <span role="gridcell" tabIndex={-1} className="seer">
        <Seer row={row} />
      </span>
      <span role="gridcell" tabIndex={-1} className="open">
        {eventUrl ? (
          <a
            href={eventUrl}
            target="_blank"
            rel="noreferrer"
            tabIndex={-1}
            className="icon"
            title="Open the latest event in Sentry (O)"
            onClick={(event) => event.stopPropagation()}
          >
            <span className="visually-hidden">
              Open the latest event of {row.hash.slice(0, 8)} in Sentry
            </span>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <path d="M6 2H2v10h10V8M8 2h4v4M12 2L6 8" />
            </svg>
          </a>
        ) : null}
      </span>
    </div>
  );
}

function TopFrame({ row, details }: Pick<Props, 'row' | 'details'>) {
  const [frame] = details?.trace.frames ?? [];
  if (frame) {
    return (
      <>
        <code title={frame.function ?? undefined}>{frame.function ?? '<anonymous>'}</code>
        <small title={frame.file ?? undefined}>{frame.file ?? 'unknown file'}</small>
      </>
    );
  }
  return details || !row.event ? (
    <small>No stack trace</small>
  ) : (
    <span className="bone" data-width="9" />
  );
}

function Seer({ row: { mergedBySeer, seerDistance } }: Pick<Props, 'row'>) {
  return mergedBySeer ? (
    <span
      className="chip seer-chip"
      title="Seer, Sentry’s AI, merged this hash into the issue. The number is the distance: larger is less similar."
    >
      Seer
      {seerDistance === null ? null : <small> {seerDistance.toFixed(2)}</small>}
    </span>
  ) : (
    <span className="visually-hidden">Not merged by Seer</span>
  );
}
