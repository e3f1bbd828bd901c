// The endpoint that a path belongs to, its names and ids left out: `/organizations/acme/issues/12/`
// is of `/organizations/*/issues/*/`. These are a small closed set: limits and metrics go by them.
export function endpointOf(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  // A project is named by two segments, everything else by one.
  const isProject = segments[0] === 'projects';
  const isName = (index: number) =>
    isProject ? index === 1 || (index > 1 && index % 2 === 0) : index % 2 === 1;
  return `/${segments.map((segment, index) => `${isName(index) ? '*' : segment}/`).join('')}`;
}
