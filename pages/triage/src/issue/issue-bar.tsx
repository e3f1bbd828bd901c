import { RemoveSecrets } from '../access/credentials-form.tsx';
import { DEFAULT_SEARCH, type Target } from '../address/address.ts';
import { navigate, openDialog } from '../address/use-address.ts';
import { Brand } from '../views/brand.tsx';

interface Props {
  readonly target: Target;
  /** Null until it is loaded. */
  readonly shortId: string | null;
}

export function IssueBar({ target: { organization, issue }, shortId }: Props) {
  const name = shortId ?? issue;
  return (
    <div className="issue-bar">
      <title>{`${name} · Hash triage`}</title>
      <Brand />
      <span className="crumb">
        <span className="crumb-organization">{organization} / </span>
        <strong>{name}</strong>
      </span>
      <span className="spring" />
      <RemoveSecrets />
      <button type="button" className="link" onClick={() => openDialog('keys')}>
        Keys
      </button>
      <button
        type="button"
        className="link"
        onClick={() =>
          navigate({
            page: 'start',
            start: { organization, search: DEFAULT_SEARCH, order: 'newest' },
          })
        }
      >
        Other issue
      </button>
    </div>
  );
}
