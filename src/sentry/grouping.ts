import { nullIfNotFound, toObject } from './answers.ts';
import { endpoints } from './endpoints.ts';
import { type EventInProject, eachInProject } from './in-project.ts';
import { asBoolean, asObject, asString, type JsonObject } from './json.ts';
import type { SentryClient } from './server-kind.ts';
import type { GroupingVariantJson } from './shapes/event.ts';

/** One way to group an event. */
export interface VariantOfEvent {
  readonly key: string;
  readonly body: GroupingVariantJson;
  /** The name of the configuration, if it is not in the body. */
  readonly configurationId: string | null;
}

/** The grouping of the latest event of a hash. */
export interface GroupingOfHash {
  readonly hash: string;
  readonly event: JsonObject;
}

export const findGroupings = eachInProject(findGrouping);

async function findGrouping(
  client: SentryClient,
  { organization, project, id, isFallback }: EventInProject,
): Promise<JsonObject | null> {
  const answer = await nullIfNotFound(
    client.send({
      endpoint: endpoints.eventGrouping,
      params: { organization, project, event: id },
      isFallback,
    }),
  );
  return answer && toObject(answer, 'a grouping');
}

/** Contributing variants first. Until the end of 2025, the variants were the response itself. */
export function variantsOf(grouping: JsonObject): readonly VariantOfEvent[] {
  const configurationId = asString(grouping['grouping_config']);
  const variants = Object.entries(asObject(grouping['variants']) ?? grouping).flatMap(
    ([key, value]): VariantOfEvent[] => {
      const body = asObject(value);
      return body === null ? [] : [{ key, body, configurationId }];
    },
  );
  return [...variants.filter(contributes), ...variants.filter((each) => !contributes(each))];
}

/** Until 2025, only a variant that contributes has a hash, and nothing else shows it. */
export function contributes({ body }: VariantOfEvent): boolean {
  return asBoolean(body.contributes) ?? asString(body.hash) !== null;
}

/** Types and component IDs have hyphens until the end of 2024. */
export function withUnderscores(name: string): string {
  return name.replaceAll('-', '_');
}

/** The variant that made the hash, or else one that makes another hash by today's rules. */
export function variantOfHash({ hash, event }: GroupingOfHash): VariantOfEvent | null {
  const contributing = variantsOf(event).filter(contributes);
  return (
    contributing.find(({ body }) => asString(body.hash) === hash) ??
    contributing.find(({ body }) => asBoolean(body.hashMismatch) === true) ??
    null
  );
}
