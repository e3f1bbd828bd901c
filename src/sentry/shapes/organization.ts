import type { Shape } from '../json.ts';

export type OrganizationJson = Shape<{
  id: string;
  slug: string;
  name: string;
  dateCreated: string;
}>;
