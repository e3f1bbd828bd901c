import type { Issue } from './dataset.ts';

/** A release of an issue's project, in which it was first or last seen. */
export function releaseBody({ project, projectId }: Issue, which: 'first' | 'last') {
  const shortVersion = which === 'first' ? '1.0.0' : '1.4.2';
  return {
    id: which === 'first' ? 71_001 : 71_002,
    version: `${project}@${shortVersion}`,
    shortVersion,
    ref: which === 'first' ? '6ba09a7c53235ee8a8fa5ee4c1ca8ca886e7fdbb' : 'main',
    url: `https://code.example.com/${project}/releases/${shortVersion}`,
    status: 'open',
    dateCreated: '2020-04-01T09:30:00Z',
    dateReleased: '2020-04-01T10:00:00Z',
    firstEvent: '2020-04-02T07:12:00Z',
    lastEvent: '2020-06-17T22:26:56Z',
    newGroups: 3,
    commitCount: 12,
    deployCount: 2,
    authors: [{ name: 'Hell Boy', email: 'hell@boy.cat' }],
    projects: [{ id: Number(projectId), slug: project, name: project }],
    data: {},
  };
}
