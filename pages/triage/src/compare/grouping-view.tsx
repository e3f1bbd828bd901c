import { useState } from 'react';
import type { HashRow } from '../list/arrange.ts';
import { plural } from '../plural.ts';
import { FailureNote } from '../views/failure-note.tsx';
import { ComparisonRow, ComparisonTable } from './comparison-table.tsx';
import type { Mark } from './frame-cell.tsx';
import type { HashReason } from './grouping-table.ts';
import { Switch } from './switch.tsx';
import { useGrouping } from './use-grouping.ts';

interface Props {
  /** Global ID. */
  readonly issue: string;
  /** One column each. */
  readonly hashes: readonly HashRow[];
  /** Null for the only column. */
  readonly onRemove: ((row: HashRow) => void) | null;
}

/** Why the hashes are several: how Sentry grouped each, and the values that it hashed. */
export function GroupingView({ issue, hashes, onRemove }: Props) {
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const grouping = useGrouping(
    issue,
    hashes.map(({ hash }) => hash),
  );
  if (grouping.state === 'failed') {
    return <FailureNote what="The grouping" failure={grouping.failure} onRetry={grouping.retry} />;
  }
  if (grouping.state === 'loading') {
    return (
      <p className="compare-empty" role="status">
        <span className="spinner" aria-hidden="true" /> Asking Sentry how it grouped these events …
      </p>
    );
  }
  const { table } = grouping;
  const isSingle = hashes.length === 1;
  const reasons = new Map(table.hashes.map((reason) => [reason.hash, reason]));
  const shown = table.rows
    .map((row, place) => ({ row, place }))
    .filter(({ row }) => isSingle || !onlyDifferences || !row.isEqual);
  const differing = table.rows.filter(({ isEqual }) => !isEqual).length;
  return (
    <>
      <div className="view-bar">
        <p role="status">
          {isSingle
            ? `Sentry made the hash of ${plural(table.rows.length, 'value')}.`
            : `The values that Sentry made each hash of: ${table.rows.length - differing} equal, ${differing} different.`}
        </p>
        {isSingle ? null : (
          <div className="switches">
            <Switch label="Only differences" isOn={onlyDifferences} onChange={setOnlyDifferences} />
          </div>
        )}
      </div>
      <ComparisonTable
        label="Grouping side by side"
        hashes={hashes}
        isLoading={() => false}
        onRemove={onRemove}
      >
        <tr className="reasons">
          <th scope="row" className="mark">
            <span className="visually-hidden">How it was grouped</span>
          </th>
          {hashes.map(({ hash }) => (
            <Reason key={hash} reason={reasons.get(hash)} />
          ))}
        </tr>
        {shown.map(({ row, place }) => (
          <ComparisonRow key={place} isEqual={isSingle ? null : row.isEqual} place={place}>
            {row.values.map((value, column) => (
              <td key={hashes[column]?.id} data-mark={markOf(row.values, value)}>
                {value === null ? (
                  <span className="visually-hidden">No value</span>
                ) : (
                  <>
                    <code>{value}</code>
                    <small>{row.path.join(' › ')}</small>
                  </>
                )}
              </td>
            ))}
          </ComparisonRow>
        ))}
      </ComparisonTable>
    </>
  );
}

/** As `Mark` of a frame: `common` is the value of most hashes. */
function markOf(values: readonly (string | null)[], value: string | null): Mark {
  const hasMost = values.filter((other) => other === value).length * 2 > values.length;
  if (hasMost) {
    return new Set(values).size === 1 ? 'equal' : value === null ? 'absent' : 'common';
  }
  return value === null ? 'absent' : 'odd';
}

function Reason({ reason }: { readonly reason: HashReason | undefined }) {
  return (
    <td>
      {reason ? (
        <>
          <strong>{reason.variant}</strong>
          {reason.fingerprint.length > 0 ? (
            <small>Fingerprint: {reason.fingerprint.join(', ')}</small>
          ) : null}
          {reason.matchedRule ? (
            <small>
              Rule: <code>{reason.matchedRule}</code>
            </small>
          ) : null}
          {reason.isApproximate ? (
            <small>Sentry’s rules have changed since, so this is approximate.</small>
          ) : null}
        </>
      ) : null}
    </td>
  );
}
