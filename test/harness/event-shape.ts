import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import { fieldCostOf } from '../../src/graphql/limits/field-cost.ts';
import { createSchema } from '../../src/graphql/schema.ts';

/*
 * An event with every key that is read, and a query with every field below `Event`.
 */

const schema = createSchema();

export const KEYS =
  `id eventID groupID projectID message title location culprit platform type dist size
  dateCreated dateReceived metadata contexts context packages _meta crashFile occurrence
  startTimestamp endTimestamp measurements breakdowns key value query email username ip_address name
  geo data version enhancements module threadId rawType rawValue rawModule handled description
  help_link synthetic source is_exception_group exception_id parent_id meta registers
  hasSystemFrames filename absPath package function rawFunction symbol instructionAddr symbolAddr
  trust lineNo colNo inApp vars errors lock sourceLink addrMode map mapUrl origFunction origAbsPath
  origFilename origLineNo origColNo symbolicatorStatus minGroupingLevel current crashed state
  heldLocks formatted params level timestamp category event_id method url fragment env
  inferredContentType apiTarget document_uri violated_directive effective_directive blocked_uri
  sdk_info code_file code_id debug_id debug_file arch image_addr image_size image_vmaddr
  debug_status unwind_status features candidates span_id parent_span_id trace_id op
  start_timestamp tags user sdk fingerprints groupingConfig entries stacktrace rawStacktrace
  mechanism values excOmitted framesOmitted frames headers cookies images kernel_version build rooted
  family manufacturer brand model simulator orientation charging online model_id battery_level
  low_memory memory_size free_memory storage_size free_storage processor_count screen_resolution
  screen_density screen_dpi boot_time app_name app_version app_build app_identifier build_type
  app_start_time app_memory in_foreground vendor_name vendor_id api_type status origin calendar
  locale timezone display_name is_24_hour_format cloud.provider cloud.platform cloud.account.id
  cloud.region cloud.availability_zone host.id host.type status_code body_size country_code city
  region subdivision issueTitle subtitle resourceId priority assignee detectionTime evidenceData
  important upstream referrer original_policy disposition source_file line_number column_number
  script_sample uuid parentIndex sampleCount client_sample_rate exclusive_time replay_id crash_type
  crash_guid error_message user_description game_name executable_name engine_version build_version
  build_configuration platform_name seconds_since_start legacy_call_stack`.split(/\s+/);

const CONTEXTS =
  'browser os device app runtime gpu trace culture cloud_resource response client_os replay unreal'.split(
    ' ',
  );

export const ENTRY_TYPES =
  `exception stacktrace threads message breadcrumbs request template csp hpkp
  expectct expectstaple nel debugmeta spans wibble`.split(/\s+/);

/** `value` at every key; the lists and objects above are as on a real server. */
export function eventOf(value: unknown) {
  const all = Object.fromEntries(KEYS.map((key) => [key, value]));
  const range = [value, value];
  const frame = { ...all, context: [range] };
  const stacktrace = { ...all, frames: [frame], framesOmitted: range };
  const traced = { ...all, mechanism: all, stacktrace, rawStacktrace: stacktrace };
  const partsOf: Record<string, object> = {
    stacktrace,
    template: frame,
    request: { ...all, query: [range], headers: [range], cookies: [range] },
    spans: [all],
  };
  const parts = { ...all, values: [traced], images: [all], excOmitted: range };
  return {
    ...all,
    tags: [all],
    user: { ...all, geo: all },
    contexts: Object.fromEntries(CONTEXTS.map((name) => [name, all])),
    occurrence: { ...all, fingerprint: [value], evidenceDisplay: [all] },
    sdk: { ...all, packages: [all], integrations: [value] },
    errors: [all],
    groupingConfig: all,
    fingerprints: [value],
    entries: ENTRY_TYPES.map((type) => ({ type, data: partsOf[type] ?? parts })),
  };
}

/** A field that takes a request of its own is not a part of the event, and has tests of its own. */
const hasOwnRequest = (field: GraphQLField<unknown, unknown>) => fieldCostOf(field).requests > 0;

/** Every field of a type and of all types below it, under unique aliases. */
function everyFieldOf(type: GraphQLNamedType): string {
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((part) => `... on ${part}${everyFieldOf(part)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) {
    return '';
  }
  const fields = Object.values(type.getFields())
    .filter((field) => !['Issue', 'Project'].includes(getNamedType(field.type).name))
    .filter((field) => !hasOwnRequest(field))
    .map(
      (field) => `${type}_${field.name}: ${field.name} ${everyFieldOf(getNamedType(field.type))}`,
    );
  return `{ ${fields.join(' ')} }`;
}

/** Fields whose value is not that of one key; other tests cover them. */
export const EXEMPT =
  /^(Event_(id|eventId|organizationSlug|contexts)|\w+_raw|.*Entry_(type|data)|RequestEntry_queryString)$/;

export type Leaf = readonly [alias: string, typeName: string, value: unknown];

/** The scalars of a result; a composite that is null counts as one. */
export function leavesOf(answer: unknown): readonly Leaf[] {
  if (Array.isArray(answer)) {
    return answer.flatMap(leavesOf);
  }
  return Object.entries(answer as object).flatMap(([alias, value]): readonly Leaf[] => {
    if (alias === '__typename' || EXEMPT.test(alias)) {
      return [];
    }
    const [typeName = '', name = ''] = alias.split('_');
    const field = (schema.getType(typeName) as { getFields?(): Fields })?.getFields?.()[name];
    const type = field && getNamedType(field.type);
    if (type && isCompositeType(type) && value !== null) {
      return leavesOf(value);
    }
    const isList = type?.name !== 'JSON' && Array.isArray(value);
    return (isList ? value : [value]).map((item) => [alias, type?.name ?? '', item]);
  });
}

type Fields = Record<string, { type: Parameters<typeof getNamedType>[0] }>;

export const EVENT_QUERY = `{ issue(organization: "o", id: "1") { hashes { nodes {
  latestEvent ${everyFieldOf(schema.getType('Event') as GraphQLNamedType)} } } } }`;
