import { useCallback, useMemo, useState } from 'react';
import { RelayEnvironmentProvider } from 'react-relay';
import type { Credentials } from './access/credentials.ts';
import { CredentialsContext } from './access/credentials-context.ts';
import { keepCredentials, readCredentials } from './access/kept-credentials.ts';
import { useAddress } from './address/use-address.ts';
import { IssueView } from './issue/issue-view.tsx';
import { createEnvironment } from './relay/environment.ts';
import { StartView } from './start/start-view.tsx';
import { FailureBoundary } from './views/failure-boundary.tsx';
import { FailureCard } from './views/failure-card.tsx';

export function App() {
  const address = useAddress();
  const [credentials, setCredentials] = useState(readCredentials);
  const [attempt, setAttempt] = useState(0);
  const environment = useMemo(() => createEnvironment(credentials), [credentials]);
  const changeCredentials = useCallback((next: Credentials) => {
    keepCredentials(next);
    setCredentials(next);
    setAttempt((count) => count + 1);
  }, []);
  const retry = () => setAttempt((count) => count + 1);

  if (address.page === 'start') {
    return (
      <CredentialsContext value={{ credentials, changeCredentials }}>
        <RelayEnvironmentProvider environment={environment}>
          <StartView start={address.start} attempt={attempt} onRetry={retry} />
        </RelayEnvironmentProvider>
      </CredentialsContext>
    );
  }
  const { target, view } = address;
  return (
    <CredentialsContext value={{ credentials, changeCredentials }}>
      <RelayEnvironmentProvider environment={environment}>
        <FailureBoundary
          key={`${target.organization}/${target.issue}/${attempt}`}
          render={(failure) => <FailureCard failure={failure} target={target} onRetry={retry} />}
        >
          <IssueView target={target} view={view} attempt={attempt} />
        </FailureBoundary>
      </RelayEnvironmentProvider>
    </CredentialsContext>
  );
}
