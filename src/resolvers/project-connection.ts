import type {
  ProjectConnectionResolvers,
  ProjectEdgeResolvers,
} from '../generated/resolvers-types.ts';
import { connectionOf, edgeOf } from './connections.ts';

export const ProjectConnection: ProjectConnectionResolvers = {
  ...connectionOf('projects'),
  totalCount: ({ totalCount }) => totalCount(),
};

export const ProjectEdge: ProjectEdgeResolvers = edgeOf('projects');
