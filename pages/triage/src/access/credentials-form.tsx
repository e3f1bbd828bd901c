import { type FormEvent, useContext } from 'react';
import type { CredentialKind } from '../../../../src/http/pages/triage-settings.ts';
import { readSettings } from '../settings.ts';
import { CREDENTIALS } from './credentials.ts';
import { CredentialsContext } from './credentials-context.ts';

/** A field for each of the secrets, which replace those that the user has entered before. */
export function CredentialsForm({ kinds }: { readonly kinds: readonly CredentialKind[] }) {
  const { credentials, changeCredentials } = useContext(CredentialsContext);

  function keep(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const entered = kinds.map((kind) => [
      kind,
      String(form.get(kind))
        .trim()
        .replace(/^Bearer\s+/i, ''),
    ]);
    changeCredentials({ ...credentials, ...Object.fromEntries(entered) });
  }

  return (
    <form onSubmit={keep} className="stack">
      {kinds.map((kind) => (
        <label key={kind}>
          {CREDENTIALS[kind].label}
          <input
            name={kind}
            type="password"
            required
            autoComplete="off"
            spellCheck={false}
            placeholder={CREDENTIALS[kind].placeholder}
          />
          <small>
            {CREDENTIALS[kind].help} The page sends it as <code>{CREDENTIALS[kind].header}</code>{' '}
            and keeps it until this tab is closed.
          </small>
        </label>
      ))}
      <button className="button primary" type="submit">
        Continue
      </button>
    </form>
  );
}

/** Renders nothing if the user has entered no secret. */
export function RemoveSecrets() {
  const { credentials, changeCredentials } = useContext(CredentialsContext);
  const labels = readSettings()
    .credentials.filter((kind) => credentials[kind] !== undefined)
    .map((kind) => CREDENTIALS[kind].label);
  return labels.length === 0 ? null : (
    <button type="button" className="link" onClick={() => changeCredentials({})}>
      Remove {labels.join(' and ')}
    </button>
  );
}
