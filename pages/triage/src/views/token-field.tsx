import { type FormEvent, useContext } from 'react';
import { TokenContext } from './token-context.ts';

/** Takes the caller's Sentry token, or lets go of it. */
export function TokenField() {
  const { token, changeToken } = useContext(TokenContext);
  function keep(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('token')).trim();
    changeToken(text.replace(/^Bearer\s+/i, '') || null);
  }
  if (token) {
    return (
      <p className="token-kept">
        A token of {token.length} characters is in use in this tab.{' '}
        <button type="button" className="link" onClick={() => changeToken(null)}>
          Forget it
        </button>
      </p>
    );
  }
  return (
    <form onSubmit={keep} className="stack">
      <label>
        Sentry token
        <input
          name="token"
          type="password"
          required
          autoComplete="off"
          spellCheck={false}
          placeholder="sntryu_…"
        />
        <small>
          Goes with each request as <code>Authorization</code>, is kept in this tab only, and is
          forgotten with it. Reading takes <code>event:read</code>, unmerging{' '}
          <code>event:write</code>.
        </small>
      </label>
      <button className="button" type="submit">
        Use it
      </button>
    </form>
  );
}
