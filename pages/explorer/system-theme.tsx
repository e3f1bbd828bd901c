import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

/** GraphiQL reads the system's colour scheme once, and the editors keep the colours of the other one. */
export function SystemTheme() {
  const { setTheme } = useGraphiQLActions();
  const isSystem = useGraphiQL(({ theme }) => theme === null);
  useEffect(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => isSystem && setTheme(null);
    scheme.addEventListener('change', follow);
    return () => scheme.removeEventListener('change', follow);
  }, [isSystem, setTheme]);
  return null;
}
