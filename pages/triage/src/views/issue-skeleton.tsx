/** Shown while the issue loads. */
export function IssueSkeleton() {
  return (
    <main className="issue" aria-busy="true">
      <p className="visually-hidden" role="status">
        Loading the hashes of the issue
      </p>
      <div className="issue-header">
        <span className="bone" data-width="14" />
        <span className="bone tall" data-width="30" />
        <span className="bone" data-width="22" />
      </div>
      <div className="bones">
        {ROWS.map((row) => (
          <div className="bone-row" key={row}>
            <span className="bone" data-width="30" />
            <span className="bone" data-width="14" />
            <span className="bone" data-width="10" />
          </div>
        ))}
      </div>
    </main>
  );
}

const ROWS = Array.from({ length: 9 }, (_, row) => row);
