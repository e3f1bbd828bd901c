/** Shown until the first hashes are loaded. */
export function ListSkeleton() {
  return (
    <div className="bones" aria-busy="true">
      <p className="visually-hidden" role="status">
        Loading the hashes of the issue
      </p>
      {ROWS.map((row) => (
        <div className="bone-row" key={row}>
          <span className="bone" data-width="30" />
          <span className="bone" data-width="14" />
          <span className="bone" data-width="10" />
        </div>
      ))}
    </div>
  );
}

const ROWS = Array.from({ length: 9 }, (_, row) => row);
