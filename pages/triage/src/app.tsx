import { Suspense, useCallback, useMemo, useState } from 'react';
import { RelayEnvironmentProvider } from 'react-relay';
import { createEnvironment } from './relay/environment.ts';
import { keepToken, readToken } from './relay/token.ts';
import { FailureBoundary } from './views/failure-boundary.tsx';
import { IssueSkeleton } from './views/issue-skeleton.tsx';
import { IssueView } from './views/issue-view.tsx';
import { StartView } from './views/start-view.tsx';
import { useTarget } from './views/target.ts';
import { TokenContext } from './views/token-context.ts';

export function App() {
  const [target, openTarget] = useTarget();
  const [token, setToken] = useState(readToken);
  const [attempt, setAttempt] = useState(0);
  const environment = useMemo(() => createEnvironment(token), [token]);
  const changeToken = useCallback((next: string | null) => {
    keepToken(next);
    setToken(next);
    setAttempt((count) => count + 1);
  }, []);

  return (
    <TokenContext value={{ token, changeToken }}>
      <RelayEnvironmentProvider environment={environment}>
        {target ? (
          <FailureBoundary
            key={`${target.organization}/${target.issue}/${attempt}`}
            target={target}
            onRetry={() => setAttempt((count) => count + 1)}
            onLeave={() => openTarget(null)}
          >
            <Suspense fallback={<IssueSkeleton />}>
              <IssueView target={target} attempt={attempt} onLeave={() => openTarget(null)} />
            </Suspense>
          </FailureBoundary>
        ) : (
          <StartView onOpen={openTarget} />
        )}
      </RelayEnvironmentProvider>
    </TokenContext>
  );
}
