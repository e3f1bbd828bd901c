import { type Filter, GROUPINGS, type Grouping } from './arrange.ts';

interface Props {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly grouping: Grouping;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly platforms: readonly string[];
  readonly status: string;
}

export function Toolbar({ filter, onFilter, grouping, onGrouping, platforms, status }: Props) {
  return (
    <search className="toolbar" aria-label="Filter and group the hashes">
      <label className="field search">
        <span>Filter</span>
        <input
          type="search"
          value={filter.text}
          placeholder="Title, culprit, hash, top frame …"
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
      </label>
      <label className="field">
        <span>Platform</span>
        <select
          value={filter.platform}
          onChange={(event) => onFilter({ ...filter, platform: event.target.value })}
        >
          <option value="">All</option>
          {platforms.map((platform) => (
            <option key={platform}>{platform}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Seer</span>
        <select
          value={filter.seer}
          onChange={(event) => onFilter({ ...filter, seer: event.target.value as Filter['seer'] })}
        >
          <option value="">All</option>
          <option value="yes">Merged by Seer</option>
          <option value="no">Not merged by Seer</option>
        </select>
      </label>
      <label className="field">
        <span>Group by</span>
        <select value={grouping} onChange={(event) => onGrouping(event.target.value as Grouping)}>
          {Object.entries(GROUPINGS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <p className="status" role="status">
        {status}
      </p>
    </search>
  );
}
