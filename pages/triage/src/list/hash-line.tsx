import type { MouseEvent } from 'react';
import { age, exactDate, shortDate, timeOfDay } from '../when.ts';
import type { HashRow } from './arrange.ts';
import type { EventDetails } from './event-details.ts';

export interface LineProps {
  readonly id: string;
  /** Its number in the whole list, counted from 1 with the heading. */
  readonly position: number;
  readonly isActive: boolean;
  readonly top: number;
  readonly height: number;
  readonly onClick: (event: MouseEvent) => void;
}

interface Props extends LineProps {
  readonly row: HashRow;
  /** Undefined until its newest event is read in full. */
  readonly details: EventDetails | undefined;
  readonly isPicked: boolean;
  readonly isLeaving: boolean;
}

export function HashLine({ row, details, isPicked, isLeaving, ...line }: Props) {
  const others = details?.fingerprints.filter((print) => print !== row.hash) ?? [];
  return (
    <div
      role="row"
      id={line.id}
      className="line hash"
      aria-rowindex={line.position}
      aria-level={2}
      aria-selected={isPicked}
      aria-busy={isLeaving}
      data-active={line.isActive}
      style={{ height: line.height, transform: `translateY(${line.top}px)` }}
      onClick={line.onClick}
    >
      <span role="gridcell" tabIndex={-1} className="pick">
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={isPicked}
          disabled={isLeaving}
          aria-label={`Pick ${row.hash.slice(0, 8)}`}
        />
      </span>
      <span role="gridcell" tabIndex={-1} className="what">
        <strong title={row.title ?? undefined}>{row.title ?? 'Its newest event is gone'}</strong>
        <small title={row.culprit ?? undefined}>
          {isLeaving ? <em className="leaving">Leaving …</em> : row.culprit || 'No culprit'}
        </small>
      </span>
      <span role="gridcell" tabIndex={-1} className="top">
        <TopFrame row={row} details={details} />
      </span>
      <span role="gridcell" tabIndex={-1} className="print">
        <code title={row.hash}>{row.hash.slice(0, 12)}</code>
        {others.map((print) => (
          <small key={print} title={print}>
            also {print.slice(0, 12)}
          </small>
        ))}
      </span>
      <span role="gridcell" tabIndex={-1} className="platform">
        {row.platform ? (
          <span className="chip" data-platform={row.platform}>
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
  return details || !row.eventId ? (
    <small>No stack trace</small>
  ) : (
    <span className="bone" data-width="9" />
  );
}

function Seer({ row: { mergedBySeer, seerDistance } }: Pick<Props, 'row'>) {
  return mergedBySeer ? (
    <span
      className="chip seer-chip"
      title="Sentry’s AI put this hash into the issue; the distance tells how unlike it is."
    >
      Seer
      {seerDistance === null ? null : <small> {seerDistance.toFixed(2)}</small>}
    </span>
  ) : (
    <span className="visually-hidden">not by Seer</span>
  );
}
