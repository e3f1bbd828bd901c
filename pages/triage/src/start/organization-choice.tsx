import type { FormEvent } from 'react';
import { DEFAULT_SEARCH } from '../address/address.ts';
import { navigate } from '../address/use-address.ts';
import { readSettings } from '../settings.ts';

export function OrganizationChoice() {
  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const organization = String(new FormData(event.currentTarget).get('organization')).trim();
    navigate({ page: 'start', start: { organization, search: DEFAULT_SEARCH, order: 'newest' } });
  }
  return (
    <form onSubmit={choose} className="start-search">
      <label>
        Organization
        <input
          name="organization"
          defaultValue={readSettings().start?.organization}
          required
          autoComplete="organization"
          placeholder="acme"
          aria-describedby="organization-help"
        />
      </label>
      <button className="button" type="submit">
        Show issues
      </button>
      <small id="organization-help">Slug, as in the URLs of Sentry.</small>
    </form>
  );
}
