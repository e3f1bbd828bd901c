import type { View } from '../address/address.ts';
import { changeView } from '../address/use-address.ts';
import { type Filter, GROUPINGS, type Grouping, SORTS, type Sort } from './arrange.ts';

interface Props {
  readonly view: View;
  readonly platforms: readonly string[];
  readonly status: string;
}

export const FILTER_ID = 'filter';

export function Toolbar({ view: { filter, grouping, sort }, platforms, status }: Props) {
  // A platform of the URL that no loaded hash has.
  const choices = [...new Set([...platforms, ...(filter.platform ? [filter.platform] : [])])];
  return (
    <search className="toolbar" aria-label="Filter, group and sort the hashes">
      <label className="field search">
        <span>Filter</span>
        <input
          id={FILTER_ID}
          type="search"
          value={filter.text}
          placeholder="Title, culprit, hash, top frame, file …"
          onChange={(event) =>
            changeView({ filter: { ...filter, text: event.target.value } }, 'replace')
          }
        />
      </label>
      <label className="field">
        <span>Platform</span>
        <select
          value={filter.platform}
          onChange={(event) =>
            changeView({ filter: { ...filter, platform: event.target.value } }, 'push')
          }
        >
          <option value="">All</option>
          {choices.sort().map((platform) => (
            <option key={platform}>{platform}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Seer</span>
        <select
          value={filter.seer}
          onChange={(event) =>
            changeView(
              { filter: { ...filter, seer: event.target.value as Filter['seer'] } },
              'push',
            )
          }
        >
          <option value="">All</option>
          <option value="yes">Merged by Seer</option>
          <option value="no">Not merged by Seer</option>
        </select>
      </label>
      <label className="field">
        <span>Group by</span>
        <select
          value={grouping}
          onChange={(event) => {
            const next = event.target.value as Grouping;
            changeView({ grouping: next, sort: sortAfterGrouping(sort, next) }, 'push');
          }}
        >
          {Object.entries(GROUPINGS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Sort by</span>
        <select
          value={sort}
          onChange={(event) => changeView({ sort: event.target.value as Sort }, 'push')}
        >
          {Object.entries(SORTS).map(([value, label]) => (
            <option key={value} value={value} disabled={value === 'count' && grouping === 'none'}>
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

/** Groups are counted, single hashes are not. */
function sortAfterGrouping(sort: Sort, grouping: Grouping): Sort {
  if (grouping === 'none') {
    return sort === 'count' ? 'newest' : sort;
  }
  return sort === 'newest' ? 'count' : sort;
}
