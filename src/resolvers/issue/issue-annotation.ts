import type { IssueAnnotationResolvers } from '../../generated/resolvers-types.ts';
import { asString } from '../../sentry/json.ts';
import type { AnnotationJson } from '../../sentry/shapes/issue.ts';
import { readersOf } from '../fields.ts';

const { fields } = readersOf<AnnotationJson>();

export const IssueAnnotation: IssueAnnotationResolvers = fields({
  displayName: asString,
  url: asString,
});
