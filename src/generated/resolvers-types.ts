// Made from schema/*.graphql by `npm run codegen`. Never edited by hand.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NodeParent } from '../sentry/node-parent.ts';
import type { OrganizationRef } from '../sentry/organizations.ts';
import type { OrganizationConnectionPage, PlacedOrganization } from '../loaders/organization.ts';
import type { ProjectRef } from '../sentry/projects.ts';
import type { ProjectJson, ReleaseJson } from '../sentry/shapes/organization.ts';
import type { HashKey } from '../loaders/issue-of-hash.ts';
import type { ProjectConnectionPage, PlacedProject } from '../loaders/project.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { ObservedRateLimit } from '../sentry/rate-limit.ts';
import type { IssueConnectionPage, PlacedIssue } from '../loaders/issues.ts';
import type { HashConnectionPage, PlacedHash } from '../loaders/issue-hashes.ts';
import type { SentryHash } from '../sentry/hashes.ts';
import type { SentryEvent } from '../sentry/events.ts';
import type { EventConnectionPage, PlacedEvent } from '../loaders/issue-events.ts';
import type { EventTagJson, EventUserJson, SdkPackageJson, EventSdkJson, ProcessingErrorJson, GroupingConfigJson, GeoJson, UserReportJson, GroupingVariantJson, OccurrenceJson, EvidenceJson } from '../sentry/shapes/event.ts';
import type { EntryJson, ExceptionEntryJson, StacktraceEntryJson, ThreadsEntryJson, MessageEntryJson, BreadcrumbsEntryJson, BreadcrumbJson, RequestEntryJson, NamedValueJson, TemplateEntryJson, SecurityReportEntryJson, DebugImagesEntryJson, DebugImageJson, SpansEntryJson, SpanJson } from '../sentry/shapes/entries.ts';
import type { ExceptionValueJson, MechanismJson, StacktraceJson, FrameJson, ThreadJson, SourceLineJson } from '../sentry/shapes/stack-trace.ts';
import type { JsonList, JsonObject } from '../sentry/json.ts';
import type { IssueCountsJson, AssigneeJson, AnnotationJson, OpenPeriodJson, TagValueJson, IssueTagJson, SentryActivity, IssueUserJson } from '../sentry/shapes/issue.ts';
import type { LinkedTicket } from '../sentry/external-issues.ts';
import type { BrowserContextJson, OsContextJson, DeviceContextJson, AppContextJson, RuntimeContextJson, GpuContextJson, TraceContextJson, CultureContextJson, CloudContextJson, ReplayContextJson, UnrealContextJson, ResponseContextJson, ContextsJson } from '../sentry/shapes/contexts.ts';
import type { GroupingOfHash, VariantOfEvent } from '../sentry/grouping.ts';
import type { ComparedHashes, ComparisonRow } from '../sentry/compare-groupings.ts';
import type { ContributingValue } from '../sentry/grouping-values.ts';
import type { AttachedFile, SuspectedCommit } from '../sentry/in-project.ts';
import type { TagValueConnectionPage, PlacedTagValue } from '../loaders/tag-values.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A point in time as ISO 8601 text, such as `2020-06-17T20:00:00.123456Z`. Responses carry Sentry's
   * text: UTC, with microseconds where Sentry has them. An argument needs a time zone, `Z` or an offset.
   */
  DateTime: { input: string; output: string; }
  /** Any JSON value, as Sentry sent it. Only in responses: no argument has this type. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: string; output: string; }
};

/** Input of `Mutation.addIssueNote`. */
export type AddIssueNoteInput = {
  /** Any text: the payload returns it unchanged, so that a client can match response and request. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The issue: its global ID (`Issue.id`), `organization/SHORT-ID`, or its address in Sentry. */
  readonly issue: Scalars['ID']['input'];
  /** Text of the note, in Markdown. */
  readonly text: Scalars['String']['input'];
};

/** Result of `Mutation.addIssueNote`. */
export type AddIssueNotePayload = {
  readonly __typename?: 'AddIssueNotePayload';
  /** The `clientMutationId` of the input. Null if it had none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** The issue with the note. Fields of the issue itself cost one request. */
  readonly issue?: Maybe<Issue>;
  /** The note, as it is in `Issue.activity`; GlitchTip has no activity, only the note. */
  readonly note?: Maybe<NoteActivity>;
};

/** The application that reported an event. */
export type AppContext = {
  readonly __typename?: 'AppContext';
  /** Build number of the application. `app_build` in Sentry's REST API. */
  readonly build?: Maybe<Scalars['String']['output']>;
  /** Kind of build: `release`, `debug`, `testflight` … `build_type` in Sentry's REST API. */
  readonly buildType?: Maybe<Scalars['String']['output']>;
  /**
   * Identifier of the application, such as `com.example.scanner`. `app_identifier` in Sentry's REST
   * API.
   */
  readonly identifier?: Maybe<Scalars['String']['output']>;
  /** Whether the application was in the foreground. `in_foreground` in Sentry's REST API. */
  readonly inForeground?: Maybe<Scalars['Boolean']['output']>;
  /** Memory that the application used, in bytes. `app_memory` in Sentry's REST API. */
  readonly memory?: Maybe<Scalars['Float']['output']>;
  /** Name of the application. `app_name` in Sentry's REST API. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** When the user started the application. `app_start_time` in Sentry's REST API. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** Version of the application. `app_version` in Sentry's REST API. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** How long `updateIssue` archives an issue. Without a field: for good. */
export type ArchiveIssueInput = {
  /** Until it has happened this many times more. Not together with the others, except `windowMinutes`. */
  readonly events?: InputMaybe<Scalars['Int']['input']>;
  /** For this time, in minutes. Not together with the others. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** `true`: until its events become more frequent. Not together with the others. */
  readonly untilEscalating?: InputMaybe<Scalars['Boolean']['input']>;
  /** Until it has affected this many users more. Not together with the others, except `windowMinutes`. */
  readonly users?: InputMaybe<Scalars['Int']['input']>;
  /** Time in which `events` or `users` have to be reached, in minutes: at most a week. */
  readonly windowMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/** The issue was assigned to a user or a team. */
export type AssignmentActivity = IssueActivity & {
  readonly __typename?: 'AssignmentActivity';
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** Email address of the user. */
  readonly assigneeEmail?: Maybe<Scalars['String']['output']>;
  /** Numeric ID of the user or team. */
  readonly assigneeId?: Maybe<Scalars['String']['output']>;
  /** Name of the user or slug of the team. Null on servers that do not send it. */
  readonly assigneeName?: Maybe<Scalars['String']['output']>;
  /** `user` or `team`. */
  readonly assigneeType?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** What assigned it, such as `codeowners`, `projectOwnership` or `slack`. Null for a person. */
  readonly integration?: Maybe<Scalars['String']['output']>;
  /** What was done, as Sentry names it: `assigned`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
};

/** A breadcrumb: one thing that happened before the event. */
export type Breadcrumb = {
  readonly __typename?: 'Breadcrumb';
  /** Where the breadcrumb comes from, such as `xhr` or `ui.click`. */
  readonly category?: Maybe<Scalars['String']['output']>;
  /** Details as JSON. Keys depend on `type`: `url`, `method` and `status_code` for `http`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** ID of another event that the breadcrumb stands for. Null if it stands for none. */
  readonly eventId?: Maybe<Scalars['String']['output']>;
  /** Severity: `debug`, `info`, `warning`, `error` … */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** What happened, in words. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  readonly timestamp?: Maybe<Scalars['DateTime']['output']>;
  /** Type of the breadcrumb: `default`, `http`, `navigation` … */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** Breadcrumbs: what happened in the program before the event. */
export type BreadcrumbsEntry = Entry & {
  readonly __typename?: 'BreadcrumbsEntry';
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Kind of the entry, as Sentry names it: `breadcrumbs`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The breadcrumbs, oldest first. */
  readonly values?: Maybe<ReadonlyArray<Breadcrumb>>;
};

/** The user's browser. */
export type BrowserContext = {
  readonly __typename?: 'BrowserContext';
  /** Name of the browser, such as `Firefox`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** Version of the browser. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A resource in a cloud, such as a virtual machine. */
export type CloudContext = {
  readonly __typename?: 'CloudContext';
  /** ID of the cloud account. `cloud.account.id` in Sentry's REST API. */
  readonly accountId?: Maybe<Scalars['String']['output']>;
  /** Availability zone of the resource. `cloud.availability_zone` in Sentry's REST API. */
  readonly availabilityZone?: Maybe<Scalars['String']['output']>;
  /** ID of the machine. `host.id` in Sentry's REST API. */
  readonly hostId?: Maybe<Scalars['String']['output']>;
  /** Type of the machine, such as `n1-standard-1`. `host.type` in Sentry's REST API. */
  readonly hostType?: Maybe<Scalars['String']['output']>;
  /** Service that the resource belongs to, such as `aws_ec2`. `cloud.platform` in Sentry's REST API. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** Provider of the cloud: `aws`, `gcp`, `azure` … `cloud.provider` in Sentry's REST API. */
  readonly provider?: Maybe<Scalars['String']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** Region of the resource. `cloud.region` in Sentry's REST API. */
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** Language, calendar and time zone of a system. */
export type CultureContext = {
  readonly __typename?: 'CultureContext';
  /** Name of the calendar, such as `GregorianCalendar`. */
  readonly calendar?: Maybe<Scalars['String']['output']>;
  /** Name of the locale for people, such as `German (Austria)`. `display_name` in Sentry's REST API. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** Whether times are shown in 24 hour format. `is_24_hour_format` in Sentry's REST API. */
  readonly is24HourFormat?: Maybe<Scalars['Boolean']['output']>;
  /** Identifier of the locale, such as `de-AT`. */
  readonly locale?: Maybe<Scalars['String']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** Name of the time zone, such as `Europe/Vienna`. */
  readonly timezone?: Maybe<Scalars['String']['output']>;
};

/** A debug image: a program or library in memory. */
export type DebugImage = {
  readonly __typename?: 'DebugImage';
  /** Processor architecture: `arm64`, `x86_64` … */
  readonly arch?: Maybe<Scalars['String']['output']>;
  /** Where Sentry looked for files of the image, as JSON. */
  readonly candidates?: Maybe<Scalars['JSON']['output']>;
  /** Path of the image's file on the machine that ran it. */
  readonly codeFile?: Maybe<Scalars['String']['output']>;
  /** ID of the image's file. */
  readonly codeId?: Maybe<Scalars['String']['output']>;
  /** Path or name of the file with the debug symbols. */
  readonly debugFile?: Maybe<Scalars['String']['output']>;
  /** ID of the debug symbols that belong to the image. */
  readonly debugId?: Maybe<Scalars['String']['output']>;
  /** Whether Sentry has the debug symbols of the image: `found`, `missing`, `unused` … */
  readonly debugStatus?: Maybe<Scalars['String']['output']>;
  /** What Sentry's files of the image contain, as JSON: symbols, sources, debug and unwind information. */
  readonly features?: Maybe<Scalars['JSON']['output']>;
  /** Address at which the image begins in memory, in hexadecimal. */
  readonly imageAddr?: Maybe<Scalars['String']['output']>;
  /** Size of the image in memory, in bytes: a whole number that may exceed 32 bits. */
  readonly imageSize?: Maybe<Scalars['Float']['output']>;
  /** Address at which the image's file asks to be loaded, in hexadecimal. */
  readonly imageVmaddr?: Maybe<Scalars['String']['output']>;
  /** File format of the image: `macho`, `elf`, `pe`, `wasm` … */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Whether Sentry can unwind stacks through the image: `found`, `missing`, `unused` … */
  readonly unwindStatus?: Maybe<Scalars['String']['output']>;
  /** ID of the debug symbols, as old SDKs send it in place of `debugId`. */
  readonly uuid?: Maybe<Scalars['String']['output']>;
};

/** The debug images: the files of machine code that a native program had loaded. */
export type DebugImagesEntry = Entry & {
  readonly __typename?: 'DebugImagesEntry';
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** The debug images of the entry. An item is null where Sentry removed the image. */
  readonly images?: Maybe<ReadonlyArray<Maybe<DebugImage>>>;
  /** Operating system SDK that the program was built for, as JSON. `sdk_info` in Sentry's REST API. */
  readonly sdkInfo?: Maybe<Scalars['JSON']['output']>;
  /** Kind of the entry, as Sentry names it: `debugmeta`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** A device: a computer, a phone, a tablet … */
export type DeviceContext = {
  readonly __typename?: 'DeviceContext';
  /** Processor architecture, such as `arm64`. */
  readonly arch?: Maybe<Scalars['String']['output']>;
  /** Battery charge, in percent. `battery_level` in Sentry's REST API. */
  readonly batteryLevel?: Maybe<Scalars['Float']['output']>;
  /** When the device was started. `boot_time` in Sentry's REST API. */
  readonly bootTime?: Maybe<Scalars['DateTime']['output']>;
  /** Brand that the device is sold under. */
  readonly brand?: Maybe<Scalars['String']['output']>;
  /** Whether the battery was charging. */
  readonly charging?: Maybe<Scalars['Boolean']['output']>;
  /** Family of the device's model, such as `iPhone`. */
  readonly family?: Maybe<Scalars['String']['output']>;
  /** Unused memory, in bytes. `free_memory` in Sentry's REST API. */
  readonly freeMemory?: Maybe<Scalars['Float']['output']>;
  /** Unused storage, in bytes. `free_storage` in Sentry's REST API. */
  readonly freeStorage?: Maybe<Scalars['Float']['output']>;
  /** Whether the system was short of memory. `low_memory` in Sentry's REST API. */
  readonly lowMemory?: Maybe<Scalars['Boolean']['output']>;
  /** Manufacturer of the device. */
  readonly manufacturer?: Maybe<Scalars['String']['output']>;
  /** Total memory, in bytes. `memory_size` in Sentry's REST API. */
  readonly memorySize?: Maybe<Scalars['Float']['output']>;
  /** Name of the device's model. */
  readonly model?: Maybe<Scalars['String']['output']>;
  /** Identifier of the device's model, as used by the manufacturer. `model_id` in Sentry's REST API. */
  readonly modelId?: Maybe<Scalars['String']['output']>;
  /** Name that the user gave the device. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Whether the device had a network connection. */
  readonly online?: Maybe<Scalars['Boolean']['output']>;
  /** Orientation of the screen: `portrait` or `landscape`. */
  readonly orientation?: Maybe<Scalars['String']['output']>;
  /** Number of processors. `processor_count` in Sentry's REST API. */
  readonly processorCount?: Maybe<Scalars['Int']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** Scale factor of the screen: pixels for each logical pixel. `screen_density` in Sentry's REST API. */
  readonly screenDensity?: Maybe<Scalars['Float']['output']>;
  /** Pixels for each inch of the screen. `screen_dpi` in Sentry's REST API. */
  readonly screenDpi?: Maybe<Scalars['Int']['output']>;
  /** Size of the screen in pixels, such as `1170x2532`. `screen_resolution` in Sentry's REST API. */
  readonly screenResolution?: Maybe<Scalars['String']['output']>;
  /** Whether the device is a simulator or emulator. */
  readonly simulator?: Maybe<Scalars['Boolean']['output']>;
  /** Total storage, in bytes. `storage_size` in Sentry's REST API. */
  readonly storageSize?: Maybe<Scalars['Float']['output']>;
};

/** An entry: one part of the report that an event carries. */
export type Entry = {
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Kind of the entry: `exception`, `breadcrumbs`, `request` … SDKs and Sentry may add values. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/**
 * An event: an error, or something else, that a Sentry SDK reported. Events never change.
 *
 * Sentry sends events in two forms. A *light* event has `title`, `message`, `location`, `culprit`,
 * `platform`, `type`, `metadata`, `dateCreated`, `crashFile`, the IDs, `tags` without their `meta`,
 * and the `id`, `email`, `username` and `ipAddress` of `user`. A *full* event has the other fields too
 * and is about a hundred times as large. Selecting any field that light events lack makes Sentry send
 * full events.
 *
 * `release`, `previousEvent`, `nextEvent`, `resolvedWith`, `userReport` and `sdkUpdates` are in
 * neither form. They are read from the event's detail: one request for each event, which they share.
 *
 * A field is null where the event lacks it, or has a value of another type for it; `raw` still
 * contains that value.
 */
export type Event = Node & {
  readonly __typename?: 'Event';
  /**
   * Files that the SDK sent with the event, such as a screenshot or a minidump: the first 100 by name, without
   * their content. Null if the event no longer exists. Needs the scope `project:read`.
   *
   * Costs one request for each event, ten at a time.
   */
  readonly attachments?: Maybe<ReadonlyArray<EventAttachment>>;
  /** How the time of the transaction divides by type of operation. Null for other events. */
  readonly breakdowns?: Maybe<Scalars['JSON']['output']>;
  /** Contexts of the event as JSON, by name: browser, os, device, trace … */
  readonly contexts?: Maybe<Scalars['JSON']['output']>;
  /** The crash file that a native event was made from, such as a minidump. Null for other events. */
  readonly crashFile?: Maybe<Scalars['JSON']['output']>;
  /** Where the error comes from, as Sentry sees it: a function, a file or a route. */
  readonly culprit?: Maybe<Scalars['String']['output']>;
  /** When the event happened, by the clock of the machine that the SDK ran on. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** When Sentry received the event. */
  readonly dateReceived?: Maybe<Scalars['DateTime']['output']>;
  /** Distribution: the build of the release that the event happened in. */
  readonly dist?: Maybe<Scalars['String']['output']>;
  /** When the transaction ended, in seconds since 1970. Null for other events. */
  readonly endTimestamp?: Maybe<Scalars['Float']['output']>;
  /** The parts of the report: exception, breadcrumbs, request … The most important one comes first. */
  readonly entries?: Maybe<ReadonlyArray<Entry>>;
  /** Problems that Sentry had with the event, such as a source map that it could not read. */
  readonly errors?: Maybe<ReadonlyArray<EventProcessingError>>;
  /** ID of the event: 32 hexadecimal digits. `eventID` in Sentry's REST API. */
  readonly eventId: Scalars['String']['output'];
  /** Additional data that the SDK attached, by name. `context` in Sentry's REST API. */
  readonly extra?: Maybe<Scalars['JSON']['output']>;
  /**
   * The hashes of the event: the checksums (`IssueHash.hash`) by which Sentry groups it. The name
   * comes from Sentry's REST API, but these are not the fingerprint values that an SDK or a rule sets.
   * The first one is the hash that `Issue.hashes` lists. Null for a transaction, and on GlitchTip.
   */
  readonly fingerprints?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * How Sentry grouped the event: the values and rules that made its hashes. Null for a transaction, and if
   * the event no longer exists. Needs the scope `project:read`.
   *
   * Costs one request for each event, ten at a time.
   */
  readonly grouping?: Maybe<EventGrouping>;
  /** The configuration that Sentry grouped the event with. */
  readonly groupingConfig?: Maybe<EventGroupingConfig>;
  /**
   * Global ID of the event, for `Query.node`. It names the issue too: on GlitchTip it is `NOT_FOUND` after
   * that issue was merged into another one.
   */
  readonly id: Scalars['ID']['output'];
  /**
   * The issue that the event belongs to now. Null for a transaction, which belongs to no issue. Fields
   * of the issue itself cost one request.
   */
  readonly issue?: Maybe<Issue>;
  /**
   * Numeric ID of the issue that the event belongs to now. `groupID` in Sentry's REST API. Null for a
   * transaction.
   */
  readonly issueId?: Maybe<Scalars['String']['output']>;
  /** Those of `contexts` that have a type of their own. */
  readonly knownContexts?: Maybe<EventContexts>;
  /** Where the event happened: usually the file name of the innermost stack frame. */
  readonly location?: Maybe<Scalars['String']['output']>;
  /** Measurements of the transaction, by name. Null for other events. */
  readonly measurements?: Maybe<Scalars['JSON']['output']>;
  /**
   * Message that the SDK logged; often empty for an exception. Light and full events can have
   * different texts here, so the value can depend on the other selected fields.
   */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** What Sentry changed in the event before it stored it, by part. `_meta` in Sentry's REST API. */
  readonly meta?: Maybe<Scalars['JSON']['output']>;
  /** The parts of the title. Keys depend on the type of event: `type` and `value` for an error. */
  readonly metadata?: Maybe<Scalars['JSON']['output']>;
  /**
   * The event of the same issue that happened after this one. Null for the last one. Costs one request
   * besides the event's detail.
   */
  readonly nextEvent?: Maybe<Event>;
  /** The occurrence: what Sentry itself detected. Null for an event that an SDK reported as an error. */
  readonly occurrence?: Maybe<EventOccurrence>;
  /** Slug of the organization that the event belongs to. */
  readonly organizationSlug: Scalars['String']['output'];
  /** Versions of the packages that the program had loaded, by name. */
  readonly packages?: Maybe<Scalars['JSON']['output']>;
  /** Platform that the event comes from: `javascript`, `python`, `native` … */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /**
   * The event of the same issue that happened before this one. Null for the first one. Costs one
   * request besides the event's detail.
   */
  readonly previousEvent?: Maybe<Event>;
  /**
   * The project that the event was sent to. Its `projectId` costs no request; its other fields cost one
   * request for each project.
   */
  readonly project?: Maybe<Project>;
  /** Numeric ID of the project that the event was sent to. */
  readonly projectId?: Maybe<Scalars['String']['output']>;
  /** The full event as JSON, as Sentry sent it. */
  readonly raw: Scalars['JSON']['output'];
  /** The release that the event happened in. Null if the SDK named none. Read from the event's detail. */
  readonly release?: Maybe<Release>;
  /** Names of the source files that Sentry resolved the stack trace with. Read from the event's detail. */
  readonly resolvedWith?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The SDK that reported the event. */
  readonly sdk?: Maybe<EventSdk>;
  /** Updates of the reporting SDK that Sentry suggests. Read from the event's detail. */
  readonly sdkUpdates?: Maybe<Scalars['JSON']['output']>;
  /**
   * ID under which the server stores the event. `id` in Sentry's REST API. On Sentry it is the same as
   * `eventId`; on GlitchTip 6 it can differ from it.
   */
  readonly sentryId?: Maybe<Scalars['String']['output']>;
  /** Size of the event as the SDK sent it, in bytes. */
  readonly size?: Maybe<Scalars['Int']['output']>;
  /** When the transaction started, in seconds since 1970. Null for other events. */
  readonly startTimestamp?: Maybe<Scalars['Float']['output']>;
  /**
   * The commits that may have caused the issue of the event: since 2024 usually one. Empty if Sentry suspects
   * none, for example because it knows no repository; null for a transaction, and if the event no longer exists.
   * Needs the scope `project:read`.
   *
   * Costs one request for each event, ten at a time.
   */
  readonly suspectCommits?: Maybe<ReadonlyArray<SuspectCommit>>;
  /** Tags of the event, by which it can be searched. */
  readonly tags?: Maybe<ReadonlyArray<EventTag>>;
  /** Title of the event, such as `TypeError: cart is undefined`. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Type of the event: `error`, `default`, `transaction`, `csp` … Sentry may add values. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user of the application whom the event affected. */
  readonly user?: Maybe<EventUser>;
  /** The report that a user wrote about the event. Null if there is none. Read from the event's detail. */
  readonly userReport?: Maybe<EventUserReport>;
};

/** A file that an SDK sent with an event. */
export type EventAttachment = {
  readonly __typename?: 'EventAttachment';
  /** Numeric ID of the attachment. `id` in Sentry's REST API. */
  readonly attachmentId?: Maybe<Scalars['String']['output']>;
  /** When Sentry stored the attachment. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** Headers that the SDK sent with the content, as JSON. */
  readonly headers?: Maybe<Scalars['JSON']['output']>;
  /** Media type of the content, such as `image/png`. */
  readonly mimetype?: Maybe<Scalars['String']['output']>;
  /** Name of the file, such as `screenshot.png`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * Path of the content on the Sentry server, such as `/api/0/projects/…/attachments/12/?download=1`. To be
   * requested there with a Sentry token: the gateway does not serve the content.
   */
  readonly path?: Maybe<Scalars['String']['output']>;
  /** SHA-1 checksum of the content: 40 hexadecimal digits. Null on servers that do not send it. */
  readonly sha1?: Maybe<Scalars['String']['output']>;
  /** Size of the content, in bytes. */
  readonly size?: Maybe<Scalars['Float']['output']>;
  /** Kind of the attachment: `event.attachment`, `event.minidump`, `event.view_hierarchy` … Sentry may add values. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** One page of the events of an issue. */
export type EventConnection = {
  readonly __typename?: 'EventConnection';
  /** The events of this page, each with its cursor. */
  readonly edges: ReadonlyArray<EventEdge>;
  /** The events of this page, without cursors: the `node` of each edge. */
  readonly nodes: ReadonlyArray<Event>;
  /** Cursors of this page, and whether there are more events before and after it. */
  readonly pageInfo: PageInfo;
  /**
   * Number of events in the whole list, as its arguments restrict it. Null if there are more than 81,920, on
   * GlitchTip from 1,000 on. `Issue.count` is the number of all events, also of those that Sentry no longer stores.
   *
   * Costs no request if this page is the last one; otherwise one for up to 80 more events, 7 for up to 320 events and 10
   * for up to 1,280, found and measured as `IssueHashConnection.totalCount` describes.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/**
 * The contexts that have a type of their own: those whose keys SDKs agree on. All contexts, with all
 * keys, are in `Event.contexts`.
 */
export type EventContexts = {
  readonly __typename?: 'EventContexts';
  /** The application that reported the event. */
  readonly app?: Maybe<AppContext>;
  /** The user's browser. */
  readonly browser?: Maybe<BrowserContext>;
  /**
   * The operating system of the user, where the program ran on a server. `client_os` in Sentry's REST
   * API.
   */
  readonly clientOs?: Maybe<OsContext>;
  /** The cloud resource that the program ran on. `cloud_resource` in Sentry's REST API. */
  readonly cloud?: Maybe<CloudContext>;
  /** Language, calendar and time zone of the user's system. */
  readonly culture?: Maybe<CultureContext>;
  /** The device that the program ran on. */
  readonly device?: Maybe<DeviceContext>;
  /** The graphics processor of the device. */
  readonly gpu?: Maybe<GpuContext>;
  /** The operating system that the program ran on. */
  readonly os?: Maybe<OsContext>;
  /** The Session Replay that recorded the user's session. */
  readonly replay?: Maybe<ReplayContext>;
  /** The HTTP response that the program was sending or receiving when the event happened. */
  readonly response?: Maybe<ResponseContext>;
  /** The interpreter or virtual machine that ran the program: CPython, JVM, Node.js … */
  readonly runtime?: Maybe<RuntimeContext>;
  /** The trace and the span that the event happened in. */
  readonly trace?: Maybe<TraceContext>;
  /** What Unreal Engine wrote about a crash. */
  readonly unreal?: Maybe<UnrealContext>;
};

/** An event in its place in the list. */
export type EventEdge = {
  readonly __typename?: 'EventEdge';
  /**
   * Pass it as `after` or `before` to continue the list at this edge, with any page size. Such a page
   * costs one request.
   */
  readonly cursor: Scalars['String']['output'];
  /** The event itself. */
  readonly node: Event;
};

/**
 * How Sentry grouped an event: the variants that it computes from the event, and which of them make its
 * hashes. Sentry computes them anew by the rules of today.
 */
export type EventGrouping = {
  readonly __typename?: 'EventGrouping';
  /** The response as JSON, as Sentry sent it. */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /** The variants, those that contribute first. */
  readonly variants: ReadonlyArray<GroupingVariant>;
};


/**
 * How Sentry grouped an event: the variants that it computes from the event, and which of them make its
 * hashes. Sentry computes them anew by the rules of today.
 */
export type EventGroupingVariantsArgs = {
  contributing?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The configuration that Sentry grouped an event with. */
export type EventGroupingConfig = {
  readonly __typename?: 'EventGroupingConfig';
  /** The stack trace rules of the configuration, in Sentry's encoded form. */
  readonly enhancements?: Maybe<Scalars['String']['output']>;
  /** Name of the grouping configuration, such as `newstyle:2023-01-11`. */
  readonly id?: Maybe<Scalars['String']['output']>;
};

/** An occurrence: a problem that Sentry detected itself, such as a slow query or an outage. */
export type EventOccurrence = {
  readonly __typename?: 'EventOccurrence';
  /** User or team to assign the issue to when it is created: `user:<id>` or `team:<id>`. */
  readonly assignee?: Maybe<Scalars['String']['output']>;
  /** Where the problem comes from, as Sentry sees it: a function, a file or a route. */
  readonly culprit?: Maybe<Scalars['String']['output']>;
  /** When Sentry detected the problem, in seconds since 1970. */
  readonly detectionTime?: Maybe<Scalars['Float']['output']>;
  /** Data that shows the problem, by name. */
  readonly evidenceData?: Maybe<Scalars['JSON']['output']>;
  /** `evidenceData` in a form for people to read. */
  readonly evidenceDisplay?: Maybe<ReadonlyArray<OccurrenceEvidence>>;
  /** Values by which Sentry groups the occurrence into an issue. */
  readonly fingerprint?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Title of the issue that the occurrence belongs to. */
  readonly issueTitle?: Maybe<Scalars['String']['output']>;
  /** Severity: `error`, `warning`, `info` … */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** ID of the occurrence: 32 hexadecimal digits. `id` in Sentry's REST API. */
  readonly occurrenceId?: Maybe<Scalars['String']['output']>;
  /** Priority: 25 is low, 50 is medium, 75 is high. Larger numbers are more urgent. */
  readonly priority?: Maybe<Scalars['Int']['output']>;
  /** The occurrence as JSON, as Sentry sent it. */
  readonly raw: Scalars['JSON']['output'];
  /** ID of the resource that has the problem. Null if it is part of the event. */
  readonly resourceId?: Maybe<Scalars['String']['output']>;
  /** Second line of the title, such as the query that is slow. */
  readonly subtitle?: Maybe<Scalars['String']['output']>;
  /** Number of the issue type. `Issue.type` has its name. */
  readonly type?: Maybe<Scalars['Int']['output']>;
};

/** A problem that Sentry had with an event when it processed it. */
export type EventProcessingError = {
  readonly __typename?: 'EventProcessingError';
  /** Details of the problem as JSON. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** The problem in words. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Type of the problem, such as `js_invalid_sourcemap_location`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** The SDK that reported an event. */
export type EventSdk = {
  readonly __typename?: 'EventSdk';
  /** Names of the integrations that were on in the SDK, such as `django`. */
  readonly integrations?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Name of the SDK, such as `sentry.javascript.browser`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Packages that the SDK consists of. */
  readonly packages?: Maybe<ReadonlyArray<EventSdkPackage>>;
  /** What Sentry knows of the SDK's releases, as JSON: name, URL, whether the version is the newest. */
  readonly upstream?: Maybe<Scalars['JSON']['output']>;
  /** Version of the SDK, such as `7.61.0`. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A package that an SDK consists of. */
export type EventSdkPackage = {
  readonly __typename?: 'EventSdkPackage';
  /** Registry and name of the package, such as `npm:@sentry/browser`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Version of the package. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A tag: a key and a value by which events can be searched. */
export type EventTag = {
  readonly __typename?: 'EventTag';
  /** Key of the tag, such as `browser.name`. */
  readonly key?: Maybe<Scalars['String']['output']>;
  /** What Sentry changed in the tag before it stored it. `_meta` in Sentry's REST API. */
  readonly meta?: Maybe<Scalars['JSON']['output']>;
  /** Search that finds events with the tag. Null where it is `key:value`. */
  readonly query?: Maybe<Scalars['String']['output']>;
  /** Value of the tag, such as `Firefox`. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** A user of the application that reported the event, as far as its SDK named them. */
export type EventUser = {
  readonly __typename?: 'EventUser';
  /** Additional data about the user that the SDK sent. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Email address of the user. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Location of `ipAddress`, as far as Sentry knows it. */
  readonly geo?: Maybe<EventUserGeo>;
  /** ID of the user in the application. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /** IP address of the user. `ip_address` in Sentry's REST API. */
  readonly ipAddress?: Maybe<Scalars['String']['output']>;
  /** Name of the user. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Name that the user signs in to the application with. */
  readonly username?: Maybe<Scalars['String']['output']>;
};

/** The location of an IP address. */
export type EventUserGeo = {
  readonly __typename?: 'EventUserGeo';
  /** Name of the city. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Country, as a code of two letters, such as `AT`. */
  readonly countryCode?: Maybe<Scalars['String']['output']>;
  /** Name of the country. */
  readonly region?: Maybe<Scalars['String']['output']>;
  /** Part of the country, such as a state. */
  readonly subdivision?: Maybe<Scalars['String']['output']>;
};

/** A report that a user of the application wrote about an event. */
export type EventUserReport = {
  readonly __typename?: 'EventUserReport';
  /** Text of the report. */
  readonly comments?: Maybe<Scalars['String']['output']>;
  /** When the report was written. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** Email address of the user who wrote the report. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Name of the user who wrote the report. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Numeric ID of the report. `id` in Sentry's REST API. */
  readonly reportId?: Maybe<Scalars['String']['output']>;
};

/** The exceptions that the program raised. */
export type ExceptionEntry = Entry & {
  readonly __typename?: 'ExceptionEntry';
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Start and end of the range of exceptions that were left out of a long chain. Null if none were. */
  readonly excOmitted?: Maybe<ReadonlyArray<Maybe<Scalars['Int']['output']>>>;
  /**
   * Whether any stack frame is the application's own code. The name comes from Sentry's REST API and
   * misleads.
   */
  readonly hasSystemFrames?: Maybe<Scalars['Boolean']['output']>;
  /** Kind of the entry, as Sentry names it: `exception`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /**
   * The chain of exceptions, from the original cause to the exception that was reported. A single
   * exception is a chain of one.
   */
  readonly values?: Maybe<ReadonlyArray<ExceptionValue>>;
};

/** One exception of a chain. */
export type ExceptionValue = {
  readonly __typename?: 'ExceptionValue';
  /** How the SDK caught the exception. */
  readonly mechanism?: Maybe<Mechanism>;
  /** Module or package that defines the class. */
  readonly module?: Maybe<Scalars['String']['output']>;
  /** `module` as the SDK sent it, before Sentry resolved it. Null if it is the same. */
  readonly rawModule?: Maybe<Scalars['String']['output']>;
  /** Stack trace as the SDK sent it. Null if it is the same as `stacktrace`. */
  readonly rawStacktrace?: Maybe<Stacktrace>;
  /** `type` as the SDK sent it, before Sentry resolved it. Null if it is the same. */
  readonly rawType?: Maybe<Scalars['String']['output']>;
  /** `value` as the SDK sent it, before Sentry resolved it. Null if it is the same. */
  readonly rawValue?: Maybe<Scalars['String']['output']>;
  /** Stack trace, as resolved by Sentry with source maps or debug symbols. */
  readonly stacktrace?: Maybe<Stacktrace>;
  /** ID of the thread that raised the exception (`Thread.id`). Null if the SDK named none. */
  readonly threadId?: Maybe<Scalars['String']['output']>;
  /** Class of the exception, such as `TypeError`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Message of the exception. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** A ticket in another system that an issue is linked to. */
export type ExternalIssue = {
  readonly __typename?: 'ExternalIssue';
  /** The ticket's name as people quote it, such as `SHOP-7`. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** ID of the link. `id` in Sentry's REST API. */
  readonly externalIssueId?: Maybe<Scalars['String']['output']>;
  /** Name of the integration's provider or of the Sentry app, such as `jira` or `github`. */
  readonly service?: Maybe<Scalars['String']['output']>;
  /** Title of the ticket. Null if Sentry does not have it. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Address of the ticket. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** A frame: one call of a stack trace. */
export type Frame = {
  readonly __typename?: 'Frame';
  /** Full path or URL of the file. */
  readonly absPath?: Maybe<Scalars['String']['output']>;
  /**
   * What the addresses are relative to: `abs` for the address space, or `rel:` and the number of a
   * debug image.
   */
  readonly addrMode?: Maybe<Scalars['String']['output']>;
  /** Column number in the line. */
  readonly colNo?: Maybe<Scalars['Int']['output']>;
  /** Source lines around `lineNo`, in order. Empty or null if Sentry does not have the source. */
  readonly context?: Maybe<ReadonlyArray<SourceLine>>;
  /** Problems that Sentry had with resolving the frame, as JSON. */
  readonly errors?: Maybe<Scalars['JSON']['output']>;
  /** File of the code, usually as a path relative to the project. */
  readonly filename?: Maybe<Scalars['String']['output']>;
  /** Name of the function. */
  readonly function?: Maybe<Scalars['String']['output']>;
  /** Whether the code is the application's own, not a library's. */
  readonly inApp?: Maybe<Scalars['Boolean']['output']>;
  /** Address of the instruction, in hexadecimal. */
  readonly instructionAddr?: Maybe<Scalars['String']['output']>;
  /** Line number in the file, from 1. */
  readonly lineNo?: Maybe<Scalars['Int']['output']>;
  /** Lock that the frame holds or waits for, as JSON. */
  readonly lock?: Maybe<Scalars['JSON']['output']>;
  /** Name of the source map that resolved the frame. */
  readonly map?: Maybe<Scalars['String']['output']>;
  /** Address that Sentry read the source map from. */
  readonly mapUrl?: Maybe<Scalars['String']['output']>;
  /** Lowest level of Sentry's hierarchical grouping in which the frame counts. */
  readonly minGroupingLevel?: Maybe<Scalars['Int']['output']>;
  /** Module that the code belongs to, such as `shop.checkout`. */
  readonly module?: Maybe<Scalars['String']['output']>;
  /** `absPath` before a source map resolved it. */
  readonly origAbsPath?: Maybe<Scalars['String']['output']>;
  /** `colNo` before a source map resolved it. Null if Sentry has `?` for it. */
  readonly origColNo?: Maybe<Scalars['Int']['output']>;
  /** `filename` before a source map resolved it. */
  readonly origFilename?: Maybe<Scalars['String']['output']>;
  /** `function` before a source map resolved it. */
  readonly origFunction?: Maybe<Scalars['String']['output']>;
  /** `lineNo` before a source map resolved it. Null if Sentry has `?` for it. */
  readonly origLineNo?: Maybe<Scalars['Int']['output']>;
  /** Package, library or debug image that the code belongs to. */
  readonly package?: Maybe<Scalars['String']['output']>;
  /**
   * Index of the frame that called this one, where the frames form a tree: in the samples of an app that
   * hung. -1 for the root.
   */
  readonly parentIndex?: Maybe<Scalars['Int']['output']>;
  /** Platform of the frame. Null if it is the platform of the event. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** Name of the function before Sentry shortened or demangled it. */
  readonly rawFunction?: Maybe<Scalars['String']['output']>;
  /** Number of samples that the frame was found in, where the frames come from samples. */
  readonly sampleCount?: Maybe<Scalars['Int']['output']>;
  /** Address of the line in the project's source repository. */
  readonly sourceLink?: Maybe<Scalars['String']['output']>;
  /** Symbol of the function in the debug symbols, often mangled. */
  readonly symbol?: Maybe<Scalars['String']['output']>;
  /** Address at which the symbol begins, in hexadecimal. */
  readonly symbolAddr?: Maybe<Scalars['String']['output']>;
  /** Result of applying debug symbols: `symbolicated`, `missing`, `unknown_image` … */
  readonly symbolicatorStatus?: Maybe<Scalars['String']['output']>;
  /** How the frame was found, from the most certain to a guess: `cfi`, `fp`, `scan` … */
  readonly trust?: Maybe<Scalars['String']['output']>;
  /** Local variables by name, in the form that the SDK wrote them in. */
  readonly vars?: Maybe<Scalars['JSON']['output']>;
};

/** A graphics processor. */
export type GpuContext = {
  readonly __typename?: 'GpuContext';
  /** Graphics interface: `Metal`, `Direct3D11`, `OpenGL` … `api_type` in Sentry's REST API. */
  readonly apiType?: Maybe<Scalars['String']['output']>;
  /** PCI identifier of the graphics processor. `id` in Sentry's REST API. */
  readonly deviceId?: Maybe<Scalars['String']['output']>;
  /** Graphics memory, in megabytes. `memory_size` in Sentry's REST API. */
  readonly memorySize?: Maybe<Scalars['Float']['output']>;
  /** Name of the graphics processor. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** PCI identifier of the vendor. `vendor_id` in Sentry's REST API. */
  readonly vendorId?: Maybe<Scalars['String']['output']>;
  /** Name of the vendor. `vendor_name` in Sentry's REST API. */
  readonly vendorName?: Maybe<Scalars['String']['output']>;
  /** Version of the driver or of the graphics interface. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A fingerprint that replaces Sentry's own grouping, or adds to it. */
export type GroupingFingerprint = {
  readonly __typename?: 'GroupingFingerprint';
  /** The values that the SDK sent. Null if it sent none, and on servers before 2025 if they are `values`. */
  readonly clientValues?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The fingerprint rule that set the values, as its text. Null if no rule matched. */
  readonly matchedRule?: Maybe<Scalars['String']['output']>;
  /** The values that counted. `{{ default }}` stands for Sentry's own grouping. */
  readonly values: ReadonlyArray<Scalars['String']['output']>;
};

/** A value that a hash is made of. */
export type GroupingValue = {
  readonly __typename?: 'GroupingValue';
  /** What Sentry did to the value, such as stripping numbers. Null if nothing. */
  readonly hint?: Maybe<Scalars['String']['output']>;
  /** IDs of the components that the value is in, such as `exception`, `stacktrace`, `frame`, `function`. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The value. */
  readonly value: Scalars['String']['output'];
};

/**
 * One way to group an event. Usually exactly one variant contributes; the others show what would have
 * counted without it.
 */
export type GroupingVariant = {
  readonly __typename?: 'GroupingVariant';
  /** The checksum that the SDK sent, or the checksum of it if it had another form. */
  readonly checksum?: Maybe<Scalars['String']['output']>;
  /**
   * The tree of components as JSON, as Sentry sent it: also those that do not contribute, each with its
   * hint. Null if the variant is not made of components.
   */
  readonly component?: Maybe<Scalars['JSON']['output']>;
  /**
   * The grouping configuration of the components as JSON; Sentry since the end of 2025 sends only its `id`,
   * such as `newstyle:2026-01-20`. Null without components.
   */
  readonly configuration?: Maybe<Scalars['JSON']['output']>;
  /** Whether the variant makes a hash of the event. */
  readonly contributes: Scalars['Boolean']['output'];
  /**
   * The values that made the hash, as Sentry lists them: usually with the newest frame first, while the
   * hash is computed from the oldest. Values of a fingerprint have the path `fingerprint`, and
   * `{{ default }}` is replaced by the values of the components. Empty if the variant does not contribute.
   */
  readonly contributingValues: ReadonlyArray<GroupingValue>;
  /** The variant in words, such as `exception stacktrace — in-app frames`. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The fingerprint that counted. Null if the SDK and the rules set none. */
  readonly fingerprint?: Maybe<GroupingFingerprint>;
  /** The checksum that the variant makes. Null if it does not contribute. */
  readonly hash?: Maybe<Scalars['String']['output']>;
  /** Why the variant does not contribute, in Sentry's words. */
  readonly hint?: Maybe<Scalars['String']['output']>;
  /**
   * Whether `hash` is none of the event's hashes: the event was grouped by other rules than those of
   * today, so its hash is right and this explanation is approximate.
   */
  readonly isHashMismatch?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Name of the variant: `app`, `system`, `custom_fingerprint` … on older servers,
   * `app_exception_stacktrace` … since 2025. Sentry may add names.
   */
  readonly key: Scalars['String']['output'];
  /** The checksum as the SDK sent it, if it had another form than 32 hexadecimal digits. */
  readonly rawChecksum?: Maybe<Scalars['String']['output']>;
  /**
   * Kind of the variant: `component`, `salted_component` (a fingerprint with `{{ default }}`),
   * `custom_fingerprint`, `checksum`, `hashed_checksum`, `fallback` … Sentry may add kinds.
   */
  readonly type: Scalars['String']['output'];
};

/** The values that made several hashes of an issue, side by side: why they are several. */
export type HashComparison = {
  readonly __typename?: 'HashComparison';
  /** The hashes that are compared, in the order of the argument. Their `grouping` costs no further request. */
  readonly hashes: ReadonlyArray<IssueHash>;
  /**
   * One row for each value that contributes to one of the hashes, in the order of `contributingValues`.
   * Values that several hashes have, such as a frame, share a row. Empty if no hash has an event.
   */
  readonly rows: ReadonlyArray<HashComparisonRow>;
};


/** The values that made several hashes of an issue, side by side: why they are several. */
export type HashComparisonRowsArgs = {
  different?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A value of several hashes, side by side. */
export type HashComparisonRow = {
  readonly __typename?: 'HashComparisonRow';
  /** Whether not all of `values` are equal. */
  readonly isDifferent: Scalars['Boolean']['output'];
  /** IDs of the components that the value is in, as in `GroupingValue.path`. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The value of each hash, in the order of `HashComparison.hashes`. Null for a hash without this value. */
  readonly values: ReadonlyArray<Maybe<Scalars['String']['output']>>;
};

/** How Sentry grouped the latest event of a hash. */
export type HashGrouping = {
  readonly __typename?: 'HashGrouping';
  /** All variants of the latest event. */
  readonly event?: Maybe<EventGrouping>;
  /**
   * The variant that made the hash: the one with this hash, or else the one that makes the event's hash
   * by today's rules (`isHashMismatch`). Null if no variant contributes.
   */
  readonly variant?: Maybe<GroupingVariant>;
};

/** A hash that was searched for, and the issue that it belongs to. */
export type HashMatch = {
  readonly __typename?: 'HashMatch';
  /** The checksum, as it was given in `hashes`. */
  readonly hash: Scalars['String']['output'];
  /** The issue that the hash belongs to. Null if no issue of the project has this hash. */
  readonly issue?: Maybe<Issue>;
};

/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type Issue = Node & {
  readonly __typename?: 'Issue';
  /**
   * What people and Sentry did to the issue, newest first: the last 100 activities at most. The last
   * item stands for the first event (`first_seen`). Read from the issue's detail.
   *
   * A merge brings the activities of the merged issues with it.
   */
  readonly activity?: Maybe<ReadonlyArray<IssueActivity>>;
  /** Links that integrations and plugins have added to the issue, for example to a ticket. */
  readonly annotations?: Maybe<ReadonlyArray<IssueAnnotation>>;
  /** The user or team that the issue is assigned to. Null if it is assigned to nobody. */
  readonly assignedTo?: Maybe<IssueAssignee>;
  /** Category of `type`: `error`, `performance`, `outage` … `issueCategory` in Sentry's REST API. */
  readonly category?: Maybe<Scalars['String']['output']>;
  /**
   * Hashes of the issue side by side: the values that made each of them, and which of these differ.
   * `BAD_USER_INPUT` if one is not among the first 991. Needs the scope `project:read`.
   *
   * Costs one request for each 100 hashes until all are found, ten at most, and one for each hash that is
   * compared, ten at a time.
   */
  readonly compareHashes?: Maybe<HashComparison>;
  /**
   * Number of events: a whole number that may exceed 32 bits. In a list with a time range or with
   * environments, Sentry counts only the events in these.
   */
  readonly count?: Maybe<Scalars['Float']['output']>;
  /** Where the error comes from, as Sentry sees it: a function, a file or a route. */
  readonly culprit?: Maybe<Scalars['String']['output']>;
  /**
   * An event of the issue. Null if the event no longer exists. Costs one request, which up to 100
   * events of the issue share.
   */
  readonly event?: Maybe<Event>;
  /**
   * Events of the issue, newest first.
   *
   * A page costs one request, and a page of 100 with a cursor two. It carries light events, or full ones
   * if the operation selects a field that light events lack (see `Event`).
   *
   * Cursors name events as those of `hashes` name hashes: a page misses and repeats no event, whatever
   * came to the list or vanished meanwhile. Sentry gives no order to events of the same second: pages that
   * begin or end among them can repeat some and leave out others.
   */
  readonly events?: Maybe<EventConnection>;
  /**
   * Tickets in other systems that the issue is linked to: by integrations such as Jira or GitHub, then by Sentry
   * apps. Sentry is asked for 100 of each. `annotations` has their texts and addresses for no request.
   *
   * Costs two requests.
   */
  readonly externalIssues?: Maybe<ReadonlyArray<ExternalIssue>>;
  /**
   * Counts of the events that match a search. Null if the search does not restrict events, as `is:unresolved` does
   * not, and outside a list without `query`.
   *
   * Those for the search of the list come with the list. With `query`, they cost one request for up to 100 issues;
   * GlitchTip has none for a search: `UNSUPPORTED_BY_UPSTREAM`.
   */
  readonly filtered?: Maybe<IssueCounts>;
  /** The first release that the issue was seen in. Read from the issue's detail. */
  readonly firstRelease?: Maybe<Release>;
  /**
   * When the first event happened. In a list with a time range or with environments, Sentry looks only
   * at the events in these.
   */
  readonly firstSeen?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the token's user has viewed the issue. */
  readonly hasSeen?: Maybe<Scalars['Boolean']['output']>;
  /**
   * A hash of the issue. Null if it is not among the first 991.
   *
   * Costs one request for each 100 hashes until it is found, ten at most.
   */
  readonly hash?: Maybe<IssueHash>;
  /**
   * The hashes of the issue, the one with the newest event first (on GlitchTip: in order of the
   * checksums). Sentry lists a hash as long as it stores an event with that hash.
   *
   * A page costs one request, and a page of 100 with a cursor two. Its events are light, or full if the
   * operation selects a field of `latestEvent` that light events lack (see `Event`); Sentry since
   * September 2026 gives ten full events a request.
   *
   * A cursor names its row: a page after or before it misses and repeats no hash that kept its place in
   * the order, whatever came to the list or vanished meanwhile. Finding a row that moved costs two requests
   * more at most while fewer than 100 rows moved. A hash with a new event moves to the top of the list.
   * Sentry gives no order to hashes whose newest events came in the same second: pages that begin or end
   * among them can repeat some and leave out others. A page that holds the whole list has all of them.
   */
  readonly hashes?: Maybe<IssueHashConnection>;
  /**
   * Global ID of the issue, for `Query.node`. After a merge, the ID of an issue that is gone finds the
   * issue that it was merged into; on GlitchTip it is `NOT_FOUND`.
   */
  readonly id: Scalars['ID']['output'];
  /** Whether the token's user has bookmarked the issue. */
  readonly isBookmarked?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the issue has a share link, with which anybody can see it. */
  readonly isPublic?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the token's user is notified of changes to the issue. */
  readonly isSubscribed?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether an event of the issue was an unhandled error, one that the program did not catch. Null if
   * the server does not say.
   */
  readonly isUnhandled?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Numeric ID of the issue. `id` in Sentry's REST API. After a merge, the ID of the issue that is
   * gone finds the issue that it was merged into; on GlitchTip it is `NOT_FOUND`.
   */
  readonly issueId: Scalars['String']['output'];
  /** The last release that the issue was seen in. Read from the issue's detail. */
  readonly lastRelease?: Maybe<Release>;
  /**
   * When the last event happened. In a list with a time range or with environments, Sentry looks only
   * at the events in these.
   */
  readonly lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** The newest event, in full. Null if there is none. Costs one request. */
  readonly latestEvent?: Maybe<Event>;
  /** Severity: `fatal`, `error`, `warning`, `info` … Sentry may add values. */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** Counts of all events that Sentry still stores, whatever time range and environments the list has. */
  readonly lifetime?: Maybe<IssueCounts>;
  /** Name of the logger that reported the events. Null if they were not logged. */
  readonly logger?: Maybe<Scalars['String']['output']>;
  /** The parts of the title. Keys depend on the type of event: `type` and `value` for an error. */
  readonly metadata?: Maybe<Scalars['JSON']['output']>;
  /** Number of comments on the issue. */
  readonly numComments?: Maybe<Scalars['Int']['output']>;
  /** The oldest event that Sentry still stores, in full. Null if there is none. Costs one request. */
  readonly oldestEvent?: Maybe<Event>;
  /**
   * Periods in which the issue was open, newest first. Null on servers that do not record them. Read
   * from the issue's detail.
   */
  readonly openPeriods?: Maybe<ReadonlyArray<IssueOpenPeriod>>;
  /**
   * The organization that the issue belongs to. Its `id` and `slug` cost no request; see
   * `Organization` for its other fields.
   */
  readonly organization: Organization;
  /** Slug of the organization that the issue belongs to. */
  readonly organizationSlug: Scalars['String']['output'];
  /**
   * The users and teams who take part in the issue: they commented, were assigned, subscribed … Read
   * from the issue's detail.
   */
  readonly participants?: Maybe<ReadonlyArray<IssueUser>>;
  /** Address of the issue's web page in Sentry. */
  readonly permalink?: Maybe<Scalars['String']['output']>;
  /** Platform that the events come from, such as `python` or `javascript`. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** `high`, `medium` or `low`, set by Sentry or by a person. */
  readonly priority?: Maybe<Scalars['String']['output']>;
  /** When a person set `priority`. Null as long as Sentry sets it. */
  readonly priorityLockedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The project that the issue belongs to. */
  readonly project?: Maybe<Project>;
  /** The whole issue as JSON, including keys that have no field here. Read from the issue's detail. */
  readonly raw?: Maybe<Scalars['JSON']['output']>;
  /**
   * The event that Sentry recommends for understanding the issue, in full. Null if there is none.
   * Costs one request.
   */
  readonly recommendedEvent?: Maybe<Event>;
  /** The users who have viewed the issue. Read from the issue's detail. */
  readonly seenBy?: Maybe<ReadonlyArray<IssueUser>>;
  /** How likely Sentry's AI can fix the issue, from 0 to 1. Null where Sentry has not rated it. */
  readonly seerFixabilityScore?: Maybe<Scalars['Float']['output']>;
  /** Last part of the share link. Null if the issue has none. */
  readonly shareId?: Maybe<Scalars['String']['output']>;
  /** Short ID, as people quote it: the project's slug and a number in base 32, such as `CHECKOUT-4F`. */
  readonly shortId?: Maybe<Scalars['String']['output']>;
  /**
   * Number of events over time, as JSON. One key for each period (`24h`, `30d`), with a list of pairs:
   * start of the interval in seconds since 1970, number of events. Read from the issue's detail.
   */
  readonly stats?: Maybe<Scalars['JSON']['output']>;
  /** `unresolved`, `resolved`, `ignored` … Sentry may add values. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /**
   * Details of `status` as JSON, for example the release that the issue is resolved in, or the time
   * until which it is ignored.
   */
  readonly statusDetails?: Maybe<Scalars['JSON']['output']>;
  /** Why the token's user is notified, or that they turned it off, as JSON. Null for neither. */
  readonly subscriptionDetails?: Maybe<Scalars['JSON']['output']>;
  /** More about `status`: `new`, `ongoing`, `escalating`, `regressed` … Sentry may add values. */
  readonly substatus?: Maybe<Scalars['String']['output']>;
  /**
   * The values of one tag, the one with the most events first. Null with a `NOT_FOUND` error if no event of the
   * issue has the tag. Sentry has the 1,000 values that were seen last.
   *
   * A page costs one request, or two if it starts in the middle of an earlier page.
   */
  readonly tagValues?: Maybe<IssueTagValueConnection>;
  /**
   * Keys of the tags that the issue's events have; `tagValues` has the values of one. Read from the issue's
   * detail.
   */
  readonly tags?: Maybe<ReadonlyArray<IssueTag>>;
  /** Title of the issue, such as `TypeError: cart is undefined`. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /**
   * Number of events over time, the oldest first. In a list with environments, Sentry counts only the events in
   * these; GlitchTip leaves out hours and days without events.
   *
   * Comes with a list of issues, if the operation selects one period of it; the last 24 hours also with an issue's
   * detail. Otherwise costs one request for up to 100 issues.
   */
  readonly trend?: Maybe<ReadonlyArray<IssueTrendPoint>>;
  /**
   * Type of the issue: `error`, `performance_n_plus_one_db_queries` … `issueType` in Sentry's REST
   * API.
   */
  readonly type?: Maybe<Scalars['String']['output']>;
  /**
   * Number of users affected: a whole number. In a list with a time range or with environments, Sentry
   * counts only the users in these.
   */
  readonly userCount?: Maybe<Scalars['Float']['output']>;
  /**
   * Number of reports that users of the application wrote about events of the issue. Read from the
   * issue's detail.
   */
  readonly userReportCount?: Maybe<Scalars['Int']['output']>;
};


/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type IssueActivityArgs = {
  types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type IssueCompareHashesArgs = {
  hashes: ReadonlyArray<Scalars['String']['input']>;
};


/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type IssueEventArgs = {
  id: Scalars['String']['input'];
};


/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type IssueEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  end?: InputMaybe<Scalars['DateTime']['input']>;
  environment?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
  start?: InputMaybe<Scalars['DateTime']['input']>;
  statsPeriod?: InputMaybe<Scalars['String']['input']>;
};


/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type IssueFilteredArgs = {
  query?: InputMaybe<Scalars['String']['input']>;
};


/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type IssueHashArgs = {
  hash: Scalars['String']['input'];
};


/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type IssueHashesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type IssueTagValuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  key: Scalars['String']['input'];
};


/**
 * An issue: events that Sentry has grouped together, by their hashes.
 *
 * The fields of the issue itself come with a list of issues for no further request. Elsewhere they
 * cost one request for each issue, or one for up to 100 issues of an organization that one operation
 * looks up by numeric ID.
 *
 * `tags`, `firstRelease`, `lastRelease`, `activity`, `seenBy`, `participants`, `userReportCount`,
 * `openPeriods`, `stats` and `raw` are read from the issue's detail: one request for each issue, which they share.
 */
export type IssueTrendArgs = {
  period?: InputMaybe<Scalars['String']['input']>;
};

/** An activity: something that a person or Sentry did to an issue. */
export type IssueActivity = {
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** What was done, as Sentry names it: `set_resolved`, `assigned`, `note` … Sentry may add values. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
};

/** A link that an integration or a plugin has added to an issue. */
export type IssueAnnotation = {
  readonly __typename?: 'IssueAnnotation';
  /** Text of the link, such as the key of a ticket. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** Address that the link leads to. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/**
 * The user or team that an issue is assigned to. It is an entity that other subgraphs can extend: by the
 * email address of a user, or by the slug of a team.
 */
export type IssueAssignee = {
  readonly __typename?: 'IssueAssignee';
  /** Numeric ID of the user or team. `id` in Sentry's REST API. */
  readonly assigneeId?: Maybe<Scalars['String']['output']>;
  /** Email address of the user. Null for a team. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Display name of the user, or slug of the team. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Slug of the team. Null for a user. */
  readonly teamSlug?: Maybe<Scalars['String']['output']>;
  /** `user` or `team`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** A commit that resolves an issue. */
export type IssueCommitInput = {
  /** Hash of the commit. */
  readonly commit: Scalars['String']['input'];
  /** Name of the repository, as Sentry knows it, such as `acme/shop`. */
  readonly repository: Scalars['String']['input'];
};

/** One page of a list of issues. */
export type IssueConnection = {
  readonly __typename?: 'IssueConnection';
  /** The issues of this page, each with its cursor. */
  readonly edges: ReadonlyArray<IssueEdge>;
  /** The issues of this page, without cursors: the `node` of each edge. */
  readonly nodes: ReadonlyArray<Issue>;
  /** Cursors of this page, and whether there are more issues before and after it. */
  readonly pageInfo: PageInfo;
  /**
   * Number of issues in the whole list. Sentry counts them together with the page, so it costs no
   * request; for long lists Sentry estimates. Null if Sentry does not say.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Counts of some of the events of an issue. */
export type IssueCounts = {
  readonly __typename?: 'IssueCounts';
  /** Number of these events: a whole number that may exceed 32 bits. */
  readonly count?: Maybe<Scalars['Float']['output']>;
  /** When the first of these events happened. */
  readonly firstSeen?: Maybe<Scalars['DateTime']['output']>;
  /** When the last of these events happened. */
  readonly lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** Number of users whom these events affected: a whole number. Always 0 on GlitchTip. */
  readonly userCount?: Maybe<Scalars['Float']['output']>;
};

/** An issue in its place in the list. */
export type IssueEdge = {
  readonly __typename?: 'IssueEdge';
  /**
   * Pass it as `after` or `before` to continue the list at this edge, with any page size. Such a page
   * costs one request after the last edge or before the first edge of this page, and two requests from
   * any other edge.
   */
  readonly cursor: Scalars['String']['output'];
  /** ID of the event that the search found. Null unless `query` was an event ID. */
  readonly matchingEventId?: Maybe<Scalars['String']['output']>;
  /** The issue itself. */
  readonly node: Issue;
};

/**
 * A hash: the checksum by which Sentry groups events into an issue. Events with the same hash in the
 * same project belong to the same issue; an issue that was merged has several hashes. The same
 * checksum in another project is another hash.
 */
export type IssueHash = Node & {
  readonly __typename?: 'IssueHash';
  /**
   * Why Sentry gave `latestEvent` this hash: the variant of its grouping that made the hash, with its rule
   * and values. Null if `latestEvent` is null. Needs the scope `project:read`.
   *
   * Costs one request for each hash, ten at a time, which `latestEvent.grouping` shares.
   */
  readonly grouping?: Maybe<HashGrouping>;
  /** The checksum: 32 hexadecimal digits. `id` in Sentry's REST API. */
  readonly hash: Scalars['String']['output'];
  /**
   * Global ID of the hash, for `Query.node`. It names the issue too: on GlitchTip it is `NOT_FOUND` after
   * that issue was merged into another one.
   */
  readonly id: Scalars['ID']['output'];
  /**
   * The issue that the hash belongs to. Its `hashes` are the list that this hash is from. Fields of
   * the issue itself cost one request, unless the operation has read them already.
   */
  readonly issue?: Maybe<Issue>;
  /** Numeric ID of the issue that the hash belongs to. */
  readonly issueId: Scalars['String']['output'];
  /**
   * The newest event with this hash. Null if Sentry cannot read that event, and on GlitchTip also if
   * no event has this hash.
   *
   * Costs no request: the event comes with the page of hashes. Selecting a field that a light event
   * lacks (see `Event`) makes Sentry send the full events of the page.
   */
  readonly latestEvent?: Maybe<Event>;
  /**
   * Whether Seer, Sentry's AI, merged this hash into the issue. Null if the server does not say, as
   * GlitchTip and Sentry before 2025.
   */
  readonly mergedBySeer?: Maybe<Scalars['Boolean']['output']>;
  /** Slug of the organization that the hash's issue belongs to. */
  readonly organizationSlug: Scalars['String']['output'];
  /**
   * Distance that Seer measured between this hash and the one that it was merged with; the smaller,
   * the more alike. Null if Seer did not merge the hash, or if the server does not say.
   */
  readonly seerMatchDistance?: Maybe<Scalars['Float']['output']>;
};

/** One page of the hashes of an issue. */
export type IssueHashConnection = {
  readonly __typename?: 'IssueHashConnection';
  /** The hashes of this page, each with its cursor. */
  readonly edges: ReadonlyArray<IssueHashEdge>;
  /** The hashes of this page, without cursors: the `node` of each edge. */
  readonly nodes: ReadonlyArray<IssueHash>;
  /** Cursors of this page, and whether there are more hashes before and after it. */
  readonly pageInfo: PageInfo;
  /**
   * Number of hashes that the issue has. Null if there are more than 81,920, on GlitchTip from 1,000 on.
   *
   * Costs no request if this page is the last one, or if the server sends the number with the page, as
   * GlitchTip does. Sentry does not count hashes, so otherwise the gateway finds the end of the list by
   * requests for single hashes: 7 requests for up to 80 hashes, 10 up to 320, 13 up to 1,280, three of
   * them at a time, and one if the number was found before and is the same. Only one of them is measured
   * before execution; the others take what is left of the limit (see `docs/limits.md`).
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A hash in its place in the list. */
export type IssueHashEdge = {
  readonly __typename?: 'IssueHashEdge';
  /**
   * Pass it as `after` or `before` to continue the list at this edge, with any page size. Such a page
   * costs one request.
   */
  readonly cursor: Scalars['String']['output'];
  /** The hash itself. */
  readonly node: IssueHash;
};

/** A period in which an issue was open: from its first event or a regression until it was resolved. */
export type IssueOpenPeriod = {
  readonly __typename?: 'IssueOpenPeriod';
  /** When the period ended. Null while the issue is open. */
  readonly end?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the issue is still open. */
  readonly isOpen?: Maybe<Scalars['Boolean']['output']>;
  /** When Sentry last checked that the issue is open. */
  readonly lastChecked?: Maybe<Scalars['DateTime']['output']>;
  /** When the period began. */
  readonly start?: Maybe<Scalars['DateTime']['output']>;
};

/** A tag key that events of an issue have. */
export type IssueTag = {
  readonly __typename?: 'IssueTag';
  /** The key, as used in searches, such as `browser.name`. `Issue.tagValues` has its values. */
  readonly key?: Maybe<Scalars['String']['output']>;
  /** Display name of the key, such as `Browser Name`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Number of events that have the tag. */
  readonly totalValues?: Maybe<Scalars['Float']['output']>;
  /** Number of different values of the tag. Null where Sentry does not count them. */
  readonly uniqueValues?: Maybe<Scalars['Float']['output']>;
};

/** A value that a tag has in events of an issue. */
export type IssueTagValue = {
  readonly __typename?: 'IssueTagValue';
  /** Number of events that have the value: a whole number that may exceed 32 bits. */
  readonly count?: Maybe<Scalars['Float']['output']>;
  /** When the first event with the value happened. Null on GlitchTip. */
  readonly firstSeen?: Maybe<Scalars['DateTime']['output']>;
  /** When the last event with the value happened. Null on GlitchTip. */
  readonly lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** The value as Sentry shows it; for the tag `user`, the name of the user. Null if Sentry knows no name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The value, as used in searches: `Firefox 128.0`; for the tag `user`, `id:7` or another way to name a user. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** One page of the values of a tag. */
export type IssueTagValueConnection = {
  readonly __typename?: 'IssueTagValueConnection';
  /** The values of this page, each with its cursor. */
  readonly edges: ReadonlyArray<IssueTagValueEdge>;
  /** The values of this page, without cursors: the `node` of each edge. */
  readonly nodes: ReadonlyArray<IssueTagValue>;
  /** Cursors of this page, and whether there are more values before and after it. */
  readonly pageInfo: PageInfo;
};

/** A value of a tag in its place in the list. */
export type IssueTagValueEdge = {
  readonly __typename?: 'IssueTagValueEdge';
  /** Pass it as `after` to continue the list at this edge, with any page size. */
  readonly cursor: Scalars['String']['output'];
  /** The value itself. */
  readonly node: IssueTagValue;
};

/** The events of an issue in one hour or one day. */
export type IssueTrendPoint = {
  readonly __typename?: 'IssueTrendPoint';
  /** Number of events: a whole number that may exceed 32 bits. */
  readonly count?: Maybe<Scalars['Float']['output']>;
  /** When the hour or day begins. */
  readonly start?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * A user or a team, as an issue refers to it. It is an entity that other subgraphs can extend: by the
 * email address of a user, or by the slug of a team.
 */
export type IssueUser = {
  readonly __typename?: 'IssueUser';
  /** Email address of the user. Null for a team. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** When the user last looked at the issue. Null except in `seenBy`. */
  readonly lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** Display name of the user, or slug of the team. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Slug of the team. Null for a user. */
  readonly teamSlug?: Maybe<Scalars['String']['output']>;
  /** `user` or `team`. Null where only a user is possible. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Numeric ID of the user or team. `id` in Sentry's REST API. */
  readonly userId?: Maybe<Scalars['String']['output']>;
  /** Name that the user signs in with. Null for a team. */
  readonly username?: Maybe<Scalars['String']['output']>;
};

/** The mechanism by which the SDK caught an exception. */
export type Mechanism = {
  readonly __typename?: 'Mechanism';
  /** Additional data of the mechanism, as JSON. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** What went wrong and how to avoid it, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Number of the exception in its exception group. `exception_id` in Sentry's REST API. */
  readonly exceptionId?: Maybe<Scalars['Int']['output']>;
  /**
   * Whether the program caught the exception itself. False for an exception that would have ended the
   * program; null if the SDK does not know.
   */
  readonly handled?: Maybe<Scalars['Boolean']['output']>;
  /** Address of a web page about the problem. `help_link` in Sentry's REST API. */
  readonly helpLink?: Maybe<Scalars['String']['output']>;
  /** Whether the exception is a group of exceptions. `is_exception_group` in Sentry's REST API. */
  readonly isExceptionGroup?: Maybe<Scalars['Boolean']['output']>;
  /** Signal, errno and Mach exception of a native crash, as JSON. */
  readonly meta?: Maybe<Scalars['JSON']['output']>;
  /** `exceptionId` of the parent exception. `parent_id` in Sentry's REST API. Null for the root. */
  readonly parentId?: Maybe<Scalars['Int']['output']>;
  /** Property of the parent exception that holds this one, such as `cause`. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** Whether the SDK created the exception, or its stack trace, only for the report. */
  readonly synthetic?: Maybe<Scalars['Boolean']['output']>;
  /** Name of the mechanism, such as `generic`, `onerror` or `promise`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** Other issues were merged into this one. */
export type MergeActivity = IssueActivity & {
  readonly __typename?: 'MergeActivity';
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Numeric IDs of the issues that were merged into this one. As soon as their events have moved, they lead to
   * the issue that is left.
   */
  readonly mergedIssueIds?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What was done, as Sentry names it: `merge`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
};

/** Input of `Mutation.mergeIssues`. */
export type MergeIssuesInput = {
  /** Any text: the payload returns it unchanged, so that a client can match response and request. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /**
   * 2 to 100 different issues of one project: their global IDs (`Issue.id`), `organization/SHORT-ID`, or their
   * addresses in Sentry.
   */
  readonly issues: ReadonlyArray<Scalars['ID']['input']>;
};

/** Result of `Mutation.mergeIssues`. */
export type MergeIssuesPayload = {
  readonly __typename?: 'MergeIssuesPayload';
  /**
   * The issues that were merged into `parent`. Their fields cost one request for all of them; each can
   * be `NOT_FOUND` while Sentry moves its events.
   */
  readonly children?: Maybe<ReadonlyArray<Issue>>;
  /** The `clientMutationId` of the input. Null if it had none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /**
   * The remaining issue, which receives the events of the others. Fields of the issue itself cost one
   * request.
   */
  readonly parent?: Maybe<Issue>;
};

/** A message that the program logged. */
export type MessageEntry = Entry & {
  readonly __typename?: 'MessageEntry';
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** The message with its parameters filled in. */
  readonly formatted?: Maybe<Scalars['String']['output']>;
  /** The message with placeholders for its parameters. Null if it has none. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Parameters of the message: a list, or an object by name. */
  readonly params?: Maybe<Scalars['JSON']['output']>;
  /** Kind of the entry, as Sentry names it: `message`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/**
 * Mutations: the entry points for changes. The token needs the scope `event:write`; to remove hashes
 * it needs `event:admin` on GlitchTip and on older Sentry servers.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Adds a note to an issue: a comment of the token's user. A token without a user is refused with `FORBIDDEN`,
   * and so is the same text within an hour with `BAD_USER_INPUT`, but not on GlitchTip.
   *
   * Costs one request; on GlitchTip another one before it, to find the issue in its organization.
   */
  readonly addIssueNote?: Maybe<AddIssueNotePayload>;
  /**
   * Merges several issues of a project into one: the one with the most events (on GlitchTip: the
   * newest one). Sentry moves the events in the background: until then, the IDs of the merged issues
   * are `NOT_FOUND`; afterwards they lead to the remaining issue, whose `activity` has a `MergeActivity`.
   * GlitchTip does not find them again. If one of the issues is missing, or belongs to another project,
   * nothing is changed.
   *
   * Costs one request, and one more to look at the issues first.
   */
  readonly mergeIssues?: Maybe<MergeIssuesPayload>;
  /**
   * Removes hashes from an issue ("unmerge"). All of them move together to one new issue.
   *
   * Sentry accepts the request first and moves the events later: until then the issue still lists the
   * hashes. The new issue appears in the issue's activity as soon as the first events have moved (see
   * `UnmergeIssueHashesPayload`). Fails with `CONFLICT` if Sentry is moving all of these hashes already.
   * GlitchTip removes the hashes and leaves their events in the issue.
   *
   * The change costs one request. Before it, the gateway reads the issue's hashes until it has found
   * those given: one request for each 100 hashes, ten at most.
   */
  readonly unmergeIssueHashes?: Maybe<UnmergeIssueHashesPayload>;
  /**
   * Changes an issue. Fields that are absent or null stay as they are. GlitchTip can change `status`
   * only and refuses other fields with `UNSUPPORTED_BY_UPSTREAM`. That is also the error if Sentry ignores a
   * field, as servers of 2023 ignore `priority`; the message names it, and the other fields are changed.
   *
   * Costs one request; two more before it, to find a team by its slug, which needs `project:read`.
   */
  readonly updateIssue?: Maybe<UpdateIssuePayload>;
};


/**
 * Mutations: the entry points for changes. The token needs the scope `event:write`; to remove hashes
 * it needs `event:admin` on GlitchTip and on older Sentry servers.
 */
export type MutationAddIssueNoteArgs = {
  input: AddIssueNoteInput;
};


/**
 * Mutations: the entry points for changes. The token needs the scope `event:write`; to remove hashes
 * it needs `event:admin` on GlitchTip and on older Sentry servers.
 */
export type MutationMergeIssuesArgs = {
  input: MergeIssuesInput;
};


/**
 * Mutations: the entry points for changes. The token needs the scope `event:write`; to remove hashes
 * it needs `event:admin` on GlitchTip and on older Sentry servers.
 */
export type MutationUnmergeIssueHashesArgs = {
  input: UnmergeIssueHashesInput;
};


/**
 * Mutations: the entry points for changes. The token needs the scope `event:write`; to remove hashes
 * it needs `event:admin` on GlitchTip and on older Sentry servers.
 */
export type MutationUpdateIssueArgs = {
  input: UpdateIssueInput;
};

/** An object that has a global ID, with which `Query.node` finds it again. */
export type Node = {
  /** Global ID of the object: opaque, and unique across all types. */
  readonly id: Scalars['ID']['output'];
};

/** A comment on the issue. */
export type NoteActivity = IssueActivity & {
  readonly __typename?: 'NoteActivity';
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** Text of the comment. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** What was done, as Sentry names it: `note`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
};

/** A line of the evidence for an occurrence, for people to read. */
export type OccurrenceEvidence = {
  readonly __typename?: 'OccurrenceEvidence';
  /** Whether Sentry highlights the line. */
  readonly important?: Maybe<Scalars['Boolean']['output']>;
  /** What the line is about, such as `Repeating Spans`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Text of the line. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** An organization of Sentry: it owns projects, and issues belong to projects. */
export type Organization = Node & {
  readonly __typename?: 'Organization';
  /**
   * When the organization was created. Read from the organization's detail, for one request; comes with
   * `Query.organizations` for none.
   */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /**
   * An event of this organization, in full, found by its ID alone. Null if the event no longer exists
   * or is a transaction.
   *
   * Costs one request for each event, sent one after another, as Sentry allows one such request a
   * second. `Issue.event` is faster if the issue is known.
   */
  readonly event?: Maybe<Event>;
  /** Global ID of the organization, for `Query.node`. */
  readonly id: Scalars['ID']['output'];
  /**
   * An issue of this organization. If it does not exist, it is null as `Query.issue` is. Costs as many
   * requests as `Query.issue`.
   */
  readonly issue?: Maybe<Issue>;
  /**
   * Issues of this organization: Sentry's issue list.
   *
   * A page costs one request, or two if it starts in the middle of an earlier page. All fields of the
   * issues come with it, except those whose description names a cost.
   */
  readonly issues?: Maybe<IssueConnection>;
  /**
   * The issues that hashes belong to in the projects of this organization, in the order of `hashes`. One
   * item for each project that has the hash, so a hash can have several or none.
   *
   * Costs one request for each project, and one for the list of projects if `projects` is absent; several
   * hashes cost more, as in `Project.issuesByHash`.
   */
  readonly issuesByHash?: Maybe<ReadonlyArray<HashMatch>>;
  /**
   * Display name of the organization. Read from the organization's detail, for one request; comes with
   * `Query.organizations` for none.
   */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * Numeric ID of the organization. `id` in Sentry's REST API. Read from the organization's detail,
   * for one request; comes with `Query.organizations` for none.
   */
  readonly organizationId?: Maybe<Scalars['String']['output']>;
  /**
   * A project of this organization. Null with a `NOT_FOUND` error if it does not exist. Costs one
   * request.
   */
  readonly project?: Maybe<Project>;
  /**
   * The projects that the token may read, in order of their slugs.
   *
   * A page costs one request, or two if it starts in the middle of an earlier page.
   */
  readonly projects?: Maybe<ProjectConnection>;
  /** Short name of the organization in Sentry's URLs. Unique on its server. */
  readonly slug: Scalars['String']['output'];
};


/** An organization of Sentry: it owns projects, and issues belong to projects. */
export type OrganizationEventArgs = {
  id: Scalars['String']['input'];
};


/** An organization of Sentry: it owns projects, and issues belong to projects. */
export type OrganizationIssueArgs = {
  id: Scalars['String']['input'];
};


/** An organization of Sentry: it owns projects, and issues belong to projects. */
export type OrganizationIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  end?: InputMaybe<Scalars['DateTime']['input']>;
  environment?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  project?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  query?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<Scalars['String']['input']>;
  start?: InputMaybe<Scalars['DateTime']['input']>;
  statsPeriod?: InputMaybe<Scalars['String']['input']>;
};


/** An organization of Sentry: it owns projects, and issues belong to projects. */
export type OrganizationIssuesByHashArgs = {
  hashes: ReadonlyArray<Scalars['String']['input']>;
  projects?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/** An organization of Sentry: it owns projects, and issues belong to projects. */
export type OrganizationProjectArgs = {
  slug: Scalars['String']['input'];
};


/** An organization of Sentry: it owns projects, and issues belong to projects. */
export type OrganizationProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** One page of the organizations that the token can access. */
export type OrganizationConnection = {
  readonly __typename?: 'OrganizationConnection';
  /** The organizations of this page, each with its cursor. */
  readonly edges: ReadonlyArray<OrganizationEdge>;
  /** The organizations of this page, without cursors: the `node` of each edge. */
  readonly nodes: ReadonlyArray<Organization>;
  /** Cursors of this page, and whether there are more organizations before and after it. */
  readonly pageInfo: PageInfo;
};

/** An organization in its place in the list. */
export type OrganizationEdge = {
  readonly __typename?: 'OrganizationEdge';
  /** Pass it as `after` or `before` to continue the list at this edge, with any page size. */
  readonly cursor: Scalars['String']['output'];
  /** The organization itself. */
  readonly node: Organization;
};

/** An operating system. */
export type OsContext = {
  readonly __typename?: 'OsContext';
  /** Build number of the operating system. */
  readonly build?: Maybe<Scalars['String']['output']>;
  /** Version of the kernel. `kernel_version` in Sentry's REST API. */
  readonly kernelVersion?: Maybe<Scalars['String']['output']>;
  /** Name of the operating system, such as `Android`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** Whether the system is rooted or jailbroken. */
  readonly rooted?: Maybe<Scalars['Boolean']['output']>;
  /** Version of the operating system. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** An activity of another kind, or of one that Sentry has added. */
export type OtherActivity = IssueActivity & {
  readonly __typename?: 'OtherActivity';
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** What was done, as Sentry names it: `first_seen`, `set_ignored` …. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
};

/** Information about one page of a connection, as Relay's cursor connections specification defines it. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last edge of the page; null if the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /**
   * Whether there are edges after this page, as Sentry said when it sent the page. To fetch them, pass
   * `endCursor` as `after`.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /**
   * Whether there are edges before this page, as Sentry said when it sent the page. To fetch them,
   * pass `startCursor` as `before`.
   */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge of the page; null if the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** The priority of the issue was changed. */
export type PriorityActivity = IssueActivity & {
  readonly __typename?: 'PriorityActivity';
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** The new priority: `high`, `medium` or `low`. */
  readonly priority?: Maybe<Scalars['String']['output']>;
  /** Why Sentry changed it: `escalating`, `ongoing` … Null if a person did. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** What was done, as Sentry names it: `set_priority`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
};

/**
 * A project: an application, or a part of one, that sends events to Sentry.
 *
 * A project of an issue or of a list has `projectId`, `slug`, `name` and `platform` for no request; a
 * project of an event has only `projectId`. All other fields are read from the project's detail: one
 * request for each project, which they share.
 */
export type Project = Node & {
  readonly __typename?: 'Project';
  /** When the project was created. Read from the project's detail. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /**
   * An event of this project, in full, found by its ID alone; it may be a transaction. Null if the
   * event no longer exists. Costs one request for each event.
   */
  readonly event?: Maybe<Event>;
  /** Names of the Sentry features that are enabled for the project. Read from the project's detail. */
  readonly features?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * When Sentry received the first event of the project. Null if there is none. Read from the
   * project's detail.
   */
  readonly firstEvent?: Maybe<Scalars['DateTime']['output']>;
  /**
   * How Sentry groups the events of the project: configuration and rules. Null on servers that do not send
   * them, such as GlitchTip. Read from the project's detail.
   */
  readonly grouping?: Maybe<ProjectGrouping>;
  /** Whether the token may read the issues of the project. Read from the project's detail. */
  readonly hasAccess?: Maybe<Scalars['Boolean']['output']>;
  /** Global ID of the project, for `Query.node`. */
  readonly id: Scalars['ID']['output'];
  /** Whether the token's user has bookmarked the project. Read from the project's detail. */
  readonly isBookmarked?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the token's user is in a team of the project. Read from the project's detail. */
  readonly isMember?: Maybe<Scalars['Boolean']['output']>;
  /**
   * The issue that a hash of this project belongs to. Null if there is none. Costs one request.
   * Several hashes of one project in one operation cost as many requests as in `issuesByHash`.
   */
  readonly issueByHash?: Maybe<Issue>;
  /**
   * Issues of this project alone; otherwise as `Organization.issues`.
   *
   * A page costs one request, or two if it starts in the middle of an earlier page, and one more if
   * the project's numeric ID is not known yet.
   */
  readonly issues?: Maybe<IssueConnection>;
  /**
   * The issues that hashes of this project belong to, in the order of `hashes`: the inverse of
   * `Issue.hashes`.
   *
   * One hash costs one request. Several hashes cost one request for all of them and usually one more
   * for each issue found: Sentry does not say which hash belongs to which issue, so the gateway reads
   * the first page of hashes of each issue, in parallel. A hash that is on none of these pages,
   * because it is old, is searched for again, together with fewer others.
   */
  readonly issuesByHash?: Maybe<ReadonlyArray<HashMatch>>;
  /** Display name of the project. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organization that the project belongs to. */
  readonly organization: Organization;
  /** Slug of the organization that the project belongs to. */
  readonly organizationSlug: Scalars['String']['output'];
  /** Language or framework that the project was created for: `python-django`, `javascript` … */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** Numeric ID of the project. `id` in Sentry's REST API. */
  readonly projectId: Scalars['String']['output'];
  /** Short name of the project in Sentry's URLs. Unique in its organization. */
  readonly slug: Scalars['String']['output'];
  /**
   * `active`, or a state on the way to deletion. Sentry may add values. Read from the project's
   * detail.
   */
  readonly status?: Maybe<Scalars['String']['output']>;
};


/**
 * A project: an application, or a part of one, that sends events to Sentry.
 *
 * A project of an issue or of a list has `projectId`, `slug`, `name` and `platform` for no request; a
 * project of an event has only `projectId`. All other fields are read from the project's detail: one
 * request for each project, which they share.
 */
export type ProjectEventArgs = {
  id: Scalars['String']['input'];
};


/**
 * A project: an application, or a part of one, that sends events to Sentry.
 *
 * A project of an issue or of a list has `projectId`, `slug`, `name` and `platform` for no request; a
 * project of an event has only `projectId`. All other fields are read from the project's detail: one
 * request for each project, which they share.
 */
export type ProjectIssueByHashArgs = {
  hash: Scalars['String']['input'];
};


/**
 * A project: an application, or a part of one, that sends events to Sentry.
 *
 * A project of an issue or of a list has `projectId`, `slug`, `name` and `platform` for no request; a
 * project of an event has only `projectId`. All other fields are read from the project's detail: one
 * request for each project, which they share.
 */
export type ProjectIssuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  end?: InputMaybe<Scalars['DateTime']['input']>;
  environment?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<Scalars['String']['input']>;
  start?: InputMaybe<Scalars['DateTime']['input']>;
  statsPeriod?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A project: an application, or a part of one, that sends events to Sentry.
 *
 * A project of an issue or of a list has `projectId`, `slug`, `name` and `platform` for no request; a
 * project of an event has only `projectId`. All other fields are read from the project's detail: one
 * request for each project, which they share.
 */
export type ProjectIssuesByHashArgs = {
  hashes: ReadonlyArray<Scalars['String']['input']>;
};

/** One page of the projects of an organization. */
export type ProjectConnection = {
  readonly __typename?: 'ProjectConnection';
  /** The projects of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ProjectEdge>;
  /** The projects of this page, without cursors: the `node` of each edge. */
  readonly nodes: ReadonlyArray<Project>;
  /** Cursors of this page, and whether there are more projects before and after it. */
  readonly pageInfo: PageInfo;
  /**
   * Number of projects in the whole list. Null if the page is not the whole list and the server sends no number with
   * it, as Sentry does not; GlitchTip does. Costs no request.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A project in its place in the list. */
export type ProjectEdge = {
  readonly __typename?: 'ProjectEdge';
  /** Pass it as `after` or `before` to continue the list at this edge, with any page size. */
  readonly cursor: Scalars['String']['output'];
  /** The project itself. */
  readonly node: Project;
};

/** How Sentry groups the events of a project. */
export type ProjectGrouping = {
  readonly __typename?: 'ProjectGrouping';
  /** Name of the grouping configuration, such as `newstyle:2023-01-11`. `groupingConfig` in Sentry's REST API. */
  readonly configuration?: Maybe<Scalars['String']['output']>;
  /**
   * Rules for stack traces, one a line: which frames are in the app, and which count. Empty if there are none.
   * `groupingEnhancements` in Sentry's REST API.
   */
  readonly enhancements?: Maybe<Scalars['String']['output']>;
  /**
   * Rules that set the fingerprint of events, one a line. Empty if there are none. `EventGrouping` shows which
   * of them matched an event.
   */
  readonly fingerprintingRules?: Maybe<Scalars['String']['output']>;
  /**
   * Name of the configuration before the last change, by which Sentry still finds existing issues. Null if there
   * is none. `secondaryGroupingConfig` in Sentry's REST API.
   */
  readonly secondaryConfiguration?: Maybe<Scalars['String']['output']>;
  /** Until when `secondaryConfiguration` is used. Null if there is none. */
  readonly secondaryExpiresAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * Queries: the entry points for reading.
 *
 * Sentry's issues and their hashes, read from Sentry's REST API: sentry.io, a self-hosted Sentry or a
 * GlitchTip.
 *
 * Costs are given in *requests*: HTTP requests from the gateway to Sentry. An operation can cost less:
 * a cached response costs nothing, and fields that need the same request share it. Where neither a
 * field nor its type names a cost, the field arrives with its parent and costs no request. An object's
 * *detail* is the response that has all of its fields; most lists leave some of them out.
 *
 * A nullable field is null where Sentry sends nothing for it, or sends a value of another type. A
 * field that needs a request of its own is also null if that request fails, with an error at its path.
 *
 * A field that the server cannot provide fails with `UNSUPPORTED_BY_UPSTREAM`.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * An issue. Null with a `NOT_FOUND` error if it does not exist.
   *
   * Costs one request, which the fields of the issue itself share (see `Issue`). Costs none if the
   * operation selects hashes or events of the issue and no field of the issue itself.
   */
  readonly issue?: Maybe<Issue>;
  /**
   * The object with this global ID. Null if it is a hash or an event that no longer exists; null with
   * a `NOT_FOUND` error if it is an organization, a project or an issue that does not exist.
   *
   * Costs one request. A hash costs more: the gateway searches the list of the issue's hashes, one
   * request for each 100 hashes, ten at most.
   */
  readonly node?: Maybe<Node>;
  /**
   * The objects with these global IDs, in the same order. A missing object is null, with or without an
   * error, as in `node`; it does not affect the others.
   *
   * Up to 100 issues of one organization cost one request, and so do up to 100 events of one issue.
   * Any other object costs what it costs in `node`.
   */
  readonly nodes?: Maybe<ReadonlyArray<Maybe<Node>>>;
  /**
   * An organization. Null with a `NOT_FOUND` error if it does not exist.
   *
   * Costs one request, which `organizationId`, `name` and `dateCreated` share. Costs none if the
   * operation selects none of these three but `issue`, `issues`, `project`, `projects` or `event`, as
   * the requests of these fields show whether the organization exists. By numeric ID it always costs
   * one request.
   */
  readonly organization?: Maybe<Organization>;
  /**
   * The organizations that the token can access, the newest first (on GlitchTip: by name). Those with a server
   * of their own in the gateway's configuration are left out; `FORBIDDEN` if the gateway serves only some
   * organizations.
   *
   * A page costs one request, or two if it starts in the middle of an earlier page. `organizationId`, `name`
   * and `dateCreated` come with it.
   */
  readonly organizations?: Maybe<OrganizationConnection>;
  /**
   * Sentry's rate limit for the caller's token, as of Sentry's most recent response to it. Null before
   * the first such response, and always for a server without rate limits, such as a self-hosted one.
   *
   * Costs no request. The gateway keeps its requests within this limit: they wait for the next window,
   * and a request that cannot wait that long fails with `RATE_LIMITED`.
   */
  readonly rateLimit?: Maybe<RateLimit>;
  /**
   * The issue, event or project at an address of Sentry, as people copy it from the browser: with the
   * organization in the host name or in the path, of an issue or one of its tabs, of an event, of a project,
   * or of the REST API. `BAD_USER_INPUT` if the address is on another server than the gateway's, or names
   * nothing of these, as a share link does.
   *
   * Null as `node` is. Costs one request.
   */
  readonly resource?: Maybe<Node>;
  /**
   * The scopes of the caller's token, such as `event:read` and `event:write`: what it may do at most. The
   * user that it belongs to may be allowed less. Null if the server does not name them.
   *
   * Costs one request.
   */
  readonly tokenScopes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};


/**
 * Queries: the entry points for reading.
 *
 * Sentry's issues and their hashes, read from Sentry's REST API: sentry.io, a self-hosted Sentry or a
 * GlitchTip.
 *
 * Costs are given in *requests*: HTTP requests from the gateway to Sentry. An operation can cost less:
 * a cached response costs nothing, and fields that need the same request share it. Where neither a
 * field nor its type names a cost, the field arrives with its parent and costs no request. An object's
 * *detail* is the response that has all of its fields; most lists leave some of them out.
 *
 * A nullable field is null where Sentry sends nothing for it, or sends a value of another type. A
 * field that needs a request of its own is also null if that request fails, with an error at its path.
 *
 * A field that the server cannot provide fails with `UNSUPPORTED_BY_UPSTREAM`.
 */
export type QueryIssueArgs = {
  id: Scalars['String']['input'];
  organization?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Queries: the entry points for reading.
 *
 * Sentry's issues and their hashes, read from Sentry's REST API: sentry.io, a self-hosted Sentry or a
 * GlitchTip.
 *
 * Costs are given in *requests*: HTTP requests from the gateway to Sentry. An operation can cost less:
 * a cached response costs nothing, and fields that need the same request share it. Where neither a
 * field nor its type names a cost, the field arrives with its parent and costs no request. An object's
 * *detail* is the response that has all of its fields; most lists leave some of them out.
 *
 * A nullable field is null where Sentry sends nothing for it, or sends a value of another type. A
 * field that needs a request of its own is also null if that request fails, with an error at its path.
 *
 * A field that the server cannot provide fails with `UNSUPPORTED_BY_UPSTREAM`.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries: the entry points for reading.
 *
 * Sentry's issues and their hashes, read from Sentry's REST API: sentry.io, a self-hosted Sentry or a
 * GlitchTip.
 *
 * Costs are given in *requests*: HTTP requests from the gateway to Sentry. An operation can cost less:
 * a cached response costs nothing, and fields that need the same request share it. Where neither a
 * field nor its type names a cost, the field arrives with its parent and costs no request. An object's
 * *detail* is the response that has all of its fields; most lists leave some of them out.
 *
 * A nullable field is null where Sentry sends nothing for it, or sends a value of another type. A
 * field that needs a request of its own is also null if that request fails, with an error at its path.
 *
 * A field that the server cannot provide fails with `UNSUPPORTED_BY_UPSTREAM`.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Queries: the entry points for reading.
 *
 * Sentry's issues and their hashes, read from Sentry's REST API: sentry.io, a self-hosted Sentry or a
 * GlitchTip.
 *
 * Costs are given in *requests*: HTTP requests from the gateway to Sentry. An operation can cost less:
 * a cached response costs nothing, and fields that need the same request share it. Where neither a
 * field nor its type names a cost, the field arrives with its parent and costs no request. An object's
 * *detail* is the response that has all of its fields; most lists leave some of them out.
 *
 * A nullable field is null where Sentry sends nothing for it, or sends a value of another type. A
 * field that needs a request of its own is also null if that request fails, with an error at its path.
 *
 * A field that the server cannot provide fails with `UNSUPPORTED_BY_UPSTREAM`.
 */
export type QueryOrganizationArgs = {
  slug: Scalars['String']['input'];
};


/**
 * Queries: the entry points for reading.
 *
 * Sentry's issues and their hashes, read from Sentry's REST API: sentry.io, a self-hosted Sentry or a
 * GlitchTip.
 *
 * Costs are given in *requests*: HTTP requests from the gateway to Sentry. An operation can cost less:
 * a cached response costs nothing, and fields that need the same request share it. Where neither a
 * field nor its type names a cost, the field arrives with its parent and costs no request. An object's
 * *detail* is the response that has all of its fields; most lists leave some of them out.
 *
 * A nullable field is null where Sentry sends nothing for it, or sends a value of another type. A
 * field that needs a request of its own is also null if that request fails, with an error at its path.
 *
 * A field that the server cannot provide fails with `UNSUPPORTED_BY_UPSTREAM`.
 */
export type QueryOrganizationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Queries: the entry points for reading.
 *
 * Sentry's issues and their hashes, read from Sentry's REST API: sentry.io, a self-hosted Sentry or a
 * GlitchTip.
 *
 * Costs are given in *requests*: HTTP requests from the gateway to Sentry. An operation can cost less:
 * a cached response costs nothing, and fields that need the same request share it. Where neither a
 * field nor its type names a cost, the field arrives with its parent and costs no request. An object's
 * *detail* is the response that has all of its fields; most lists leave some of them out.
 *
 * A nullable field is null where Sentry sends nothing for it, or sends a value of another type. A
 * field that needs a request of its own is also null if that request fails, with an error at its path.
 *
 * A field that the server cannot provide fails with `UNSUPPORTED_BY_UPSTREAM`.
 */
export type QueryRateLimitArgs = {
  organization?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Queries: the entry points for reading.
 *
 * Sentry's issues and their hashes, read from Sentry's REST API: sentry.io, a self-hosted Sentry or a
 * GlitchTip.
 *
 * Costs are given in *requests*: HTTP requests from the gateway to Sentry. An operation can cost less:
 * a cached response costs nothing, and fields that need the same request share it. Where neither a
 * field nor its type names a cost, the field arrives with its parent and costs no request. An object's
 * *detail* is the response that has all of its fields; most lists leave some of them out.
 *
 * A nullable field is null where Sentry sends nothing for it, or sends a value of another type. A
 * field that needs a request of its own is also null if that request fails, with an error at its path.
 *
 * A field that the server cannot provide fails with `UNSUPPORTED_BY_UPSTREAM`.
 */
export type QueryResourceArgs = {
  url: Scalars['String']['input'];
};


/**
 * Queries: the entry points for reading.
 *
 * Sentry's issues and their hashes, read from Sentry's REST API: sentry.io, a self-hosted Sentry or a
 * GlitchTip.
 *
 * Costs are given in *requests*: HTTP requests from the gateway to Sentry. An operation can cost less:
 * a cached response costs nothing, and fields that need the same request share it. Where neither a
 * field nor its type names a cost, the field arrives with its parent and costs no request. An object's
 * *detail* is the response that has all of its fields; most lists leave some of them out.
 *
 * A nullable field is null where Sentry sends nothing for it, or sends a value of another type. A
 * field that needs a request of its own is also null if that request fails, with an error at its path.
 *
 * A field that the server cannot provide fails with `UNSUPPORTED_BY_UPSTREAM`.
 */
export type QueryTokenScopesArgs = {
  organization: Scalars['String']['input'];
};

/** Sentry's rate limit for one token, as of one response. Sentry counts requests in fixed time windows. */
export type RateLimit = {
  readonly __typename?: 'RateLimit';
  /** Number of requests that Sentry allows at the same time. Null if Sentry does not say. */
  readonly concurrentLimit?: Maybe<Scalars['Int']['output']>;
  /**
   * Number of further requests that Sentry would have allowed at that moment. Null if Sentry does not
   * say.
   */
  readonly concurrentRemaining?: Maybe<Scalars['Int']['output']>;
  /** Number of requests that Sentry allows in one window. */
  readonly limit: Scalars['Int']['output'];
  /** When the gateway received the response that these values come from. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** Number of requests that were left in the window. */
  readonly remaining: Scalars['Int']['output'];
  /** When the window ends and `remaining` returns to `limit`. */
  readonly resetAt: Scalars['DateTime']['output'];
};

/** The issue happened again after it was resolved. */
export type RegressionActivity = IssueActivity & {
  readonly __typename?: 'RegressionActivity';
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** ID of the event that showed it. */
  readonly eventId?: Maybe<Scalars['String']['output']>;
  /** The release that it was resolved in. */
  readonly resolvedInVersion?: Maybe<Scalars['String']['output']>;
  /** What was done, as Sentry names it: `set_regression`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
  /** The release that it happened again in. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A release: one version of the application that sends events. */
export type Release = {
  readonly __typename?: 'Release';
  /** Number of commits in the release. */
  readonly commitCount?: Maybe<Scalars['Int']['output']>;
  /** When the release was created in Sentry. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** When the release was published. Null if nobody set it. */
  readonly dateReleased?: Maybe<Scalars['DateTime']['output']>;
  /** Number of times that the release was deployed. */
  readonly deployCount?: Maybe<Scalars['Int']['output']>;
  /** When Sentry received the first event of the release. Null if there is none. */
  readonly firstEvent?: Maybe<Scalars['DateTime']['output']>;
  /** When Sentry received the last event of the release. Null if there is none. */
  readonly lastEvent?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Number of issues that were first seen in this release. `newGroups` is the name in Sentry's REST
   * API.
   */
  readonly newGroups?: Maybe<Scalars['Int']['output']>;
  /** The release as JSON, as Sentry sent it, with projects, authors, deploys and commits. */
  readonly raw: Scalars['JSON']['output'];
  /** Commit, branch or tag that the release was built from. Null if nobody set it. */
  readonly ref?: Maybe<Scalars['String']['output']>;
  /** The part of `version` that Sentry displays, such as `2.4.1`. */
  readonly shortVersion?: Maybe<Scalars['String']['output']>;
  /** `open` or `archived`. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Web page about the release. Null if nobody set it. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Full name of the release, such as `shop@2.4.1+b38c`. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A Session Replay: the recording of a user's session. */
export type ReplayContext = {
  readonly __typename?: 'ReplayContext';
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** ID of the replay: 32 hexadecimal digits. `replay_id` in Sentry's REST API. */
  readonly replayId?: Maybe<Scalars['String']['output']>;
};

/**
 * The HTTP request that the program was serving, or the page that was open in the browser, when the
 * event happened.
 */
export type RequestEntry = Entry & {
  readonly __typename?: 'RequestEntry';
  /** `graphql` if the request was a GraphQL operation. Null otherwise. */
  readonly apiTarget?: Maybe<Scalars['String']['output']>;
  /**
   * Body of the request: text, a list or an object. `data` in Sentry's REST API, inside the `data` of
   * the entry.
   */
  readonly body?: Maybe<Scalars['JSON']['output']>;
  /** Cookies of the request, in order. An item is null where Sentry removed the cookie. */
  readonly cookies?: Maybe<ReadonlyArray<Maybe<RequestParameter>>>;
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Variables of the web server's environment, by name. */
  readonly env?: Maybe<Scalars['JSON']['output']>;
  /** Fragment of the URL: the part after `#`. */
  readonly fragment?: Maybe<Scalars['String']['output']>;
  /** Headers of the request, in order. An item is null where Sentry removed the header. */
  readonly headers?: Maybe<ReadonlyArray<Maybe<RequestParameter>>>;
  /** Content type of the body, as guessed by Sentry. */
  readonly inferredContentType?: Maybe<Scalars['String']['output']>;
  /** HTTP method, such as `POST`. */
  readonly method?: Maybe<Scalars['String']['output']>;
  /**
   * Parameters of the query string, in order. Null if the SDK sent the query string as text: it is in
   * `queryString` then. An item is null where Sentry removed the parameter.
   */
  readonly query?: Maybe<ReadonlyArray<Maybe<RequestParameter>>>;
  /** Query string as text. Null if the SDK sent it as parameters: they are in `query` then. */
  readonly queryString?: Maybe<Scalars['String']['output']>;
  /** Kind of the entry, as Sentry names it: `request`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** URL of the request. The query string and the fragment have fields of their own. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** A parameter of a query string, a header or a cookie. */
export type RequestParameter = {
  readonly __typename?: 'RequestParameter';
  /** Name of the parameter, header or cookie. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Value of the parameter, header or cookie. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** The issue was resolved in a release or by a commit. */
export type ResolutionActivity = IssueActivity & {
  readonly __typename?: 'ResolutionActivity';
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** The commit as JSON. Null for a release. */
  readonly commit?: Maybe<Scalars['JSON']['output']>;
  /** The release after which it is resolved, if versions are compared by their numbers. */
  readonly currentReleaseVersion?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** What was done, as Sentry names it: `set_resolved_in_release` or `set_resolved_in_commit`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
  /** The release that it is resolved in. Empty while the next release is not known; null for a commit. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** How `updateIssue` resolves an issue. Without a field: at once. */
export type ResolveIssueInput = {
  /** Commit that resolves the issue. Not together with the others. */
  readonly inCommit?: InputMaybe<IssueCommitInput>;
  /** `true`: resolved in the release that comes after the last one. Not together with the others. */
  readonly inNextRelease?: InputMaybe<Scalars['Boolean']['input']>;
  /** Version of the release that the issue is resolved in, or `latest`. Not together with the others. */
  readonly inRelease?: InputMaybe<Scalars['String']['input']>;
};

/** An HTTP response. */
export type ResponseContext = {
  readonly __typename?: 'ResponseContext';
  /** Size of the body, in bytes. `body_size` in Sentry's REST API. */
  readonly bodySize?: Maybe<Scalars['Float']['output']>;
  /** Headers of the response, as JSON. */
  readonly headers?: Maybe<Scalars['JSON']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** HTTP status code. `status_code` in Sentry's REST API. */
  readonly statusCode?: Maybe<Scalars['Int']['output']>;
};

/** An interpreter or virtual machine. */
export type RuntimeContext = {
  readonly __typename?: 'RuntimeContext';
  /** Build of the runtime. */
  readonly build?: Maybe<Scalars['String']['output']>;
  /** Name of the runtime, such as `CPython`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** Version of the runtime. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/**
 * A report that a browser sent about a violated security policy. The fields are those of a `csp`
 * report; the other kinds of reports are in `data`, with the keys that the browser sent.
 */
export type SecurityReportEntry = Entry & {
  readonly __typename?: 'SecurityReportEntry';
  /** URL that the browser blocked. `blocked_uri` in Sentry's REST API. */
  readonly blockedUri?: Maybe<Scalars['String']['output']>;
  /** Column in `sourceFile`. `column_number` in Sentry's REST API. */
  readonly columnNumber?: Maybe<Scalars['Int']['output']>;
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Whether the browser applied the policy or only reported: `enforce` or `report`. */
  readonly disposition?: Maybe<Scalars['String']['output']>;
  /** URL of the page on which the policy was violated. `document_uri` in Sentry's REST API. */
  readonly documentUri?: Maybe<Scalars['String']['output']>;
  /** Directive that the browser applied. `effective_directive` in Sentry's REST API. */
  readonly effectiveDirective?: Maybe<Scalars['String']['output']>;
  /** Line in `sourceFile`. `line_number` in Sentry's REST API. */
  readonly lineNumber?: Maybe<Scalars['Int']['output']>;
  /** The whole policy that was violated. `original_policy` in Sentry's REST API. */
  readonly originalPolicy?: Maybe<Scalars['String']['output']>;
  /** URL of the page that linked to the page. */
  readonly referrer?: Maybe<Scalars['String']['output']>;
  /** Beginning of the script or the style that violated the policy. `script_sample` in Sentry's REST API. */
  readonly scriptSample?: Maybe<Scalars['String']['output']>;
  /** URL of the file that violated the policy. `source_file` in Sentry's REST API. */
  readonly sourceFile?: Maybe<Scalars['String']['output']>;
  /** HTTP status code of the page. `status_code` in Sentry's REST API. */
  readonly statusCode?: Maybe<Scalars['Int']['output']>;
  /** Kind of the entry, as Sentry names it: `csp`, `hpkp`, `expectct`, `expectstaple` or `nel`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Directive that was violated, as the policy writes it. `violated_directive` in Sentry's REST API. */
  readonly violatedDirective?: Maybe<Scalars['String']['output']>;
};

/** A line of source code near a frame. */
export type SourceLine = {
  readonly __typename?: 'SourceLine';
  /** Text of the line. Null if Sentry does not have it. */
  readonly line?: Maybe<Scalars['String']['output']>;
  /** Line number in the file, from 1. */
  readonly lineNo?: Maybe<Scalars['Int']['output']>;
};

/** A span: one timed operation of a transaction. */
export type Span = {
  readonly __typename?: 'Span';
  /** Additional data of the span, by name. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** What the span did, such as the text of a database query. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Type of operation: `db`, `http.client` … */
  readonly op?: Maybe<Scalars['String']['output']>;
  /** ID of the span that started this one. */
  readonly parentSpanId?: Maybe<Scalars['String']['output']>;
  /** ID of the span: 16 hexadecimal digits. */
  readonly spanId?: Maybe<Scalars['String']['output']>;
  /** When the span started, in seconds since 1970. `start_timestamp` in Sentry's REST API. */
  readonly startTimestamp?: Maybe<Scalars['Float']['output']>;
  /** Result of the span: `ok`, `cancelled`, `internal_error` … */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Tags of the span, by key. */
  readonly tags?: Maybe<Scalars['JSON']['output']>;
  /** When the span ended, in seconds since 1970. */
  readonly timestamp?: Maybe<Scalars['Float']['output']>;
  /** ID of the trace that the span belongs to: 32 hexadecimal digits. */
  readonly traceId?: Maybe<Scalars['String']['output']>;
};

/** The spans of a transaction. In Sentry's REST API, `data` of this entry is a list. */
export type SpansEntry = Entry & {
  readonly __typename?: 'SpansEntry';
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** The spans of the entry, in the order that the SDK sent. */
  readonly spans?: Maybe<ReadonlyArray<Span>>;
  /** Kind of the entry, as Sentry names it: `spans`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** A stack trace: the calls that were active when the event happened. */
export type Stacktrace = {
  readonly __typename?: 'Stacktrace';
  /** Frames from the outermost call to the innermost one, where the event happened. */
  readonly frames?: Maybe<ReadonlyArray<Frame>>;
  /** Start and end of the range of frames that were left out of a long stack. Null if none were. */
  readonly framesOmitted?: Maybe<ReadonlyArray<Maybe<Scalars['Int']['output']>>>;
  /**
   * Whether any frame is the application's own code. The name comes from Sentry's REST API and
   * misleads.
   */
  readonly hasSystemFrames?: Maybe<Scalars['Boolean']['output']>;
  /** Values of the CPU registers by name, in hexadecimal. */
  readonly registers?: Maybe<Scalars['JSON']['output']>;
};


/** A stack trace: the calls that were active when the event happened. */
export type StacktraceFramesArgs = {
  inApp?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A stack trace that belongs to no exception. */
export type StacktraceEntry = Entry & {
  readonly __typename?: 'StacktraceEntry';
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** The stack trace of the entry. */
  readonly stacktrace?: Maybe<Stacktrace>;
  /** Kind of the entry, as Sentry names it: `stacktrace`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** A commit that may have caused an issue. */
export type SuspectCommit = {
  readonly __typename?: 'SuspectCommit';
  /** Author of the commit: a user of Sentry, or only a name and an email address. */
  readonly author?: Maybe<IssueUser>;
  /** Hash of the commit. `id` in Sentry's REST API. */
  readonly commitId?: Maybe<Scalars['String']['output']>;
  /** When the commit was made. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** Message of the commit. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** The pull request that the commit is part of, as JSON. Null if Sentry knows none. */
  readonly pullRequest?: Maybe<Scalars['JSON']['output']>;
  /** How Sentry found the commit, such as `via SCM integration`. `suspectCommitType` in Sentry's REST API. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Name of the repository, such as `acme/shop`. */
  readonly repository?: Maybe<Scalars['String']['output']>;
};

/** The place in a template that could not be rendered. */
export type TemplateEntry = Entry & {
  readonly __typename?: 'TemplateEntry';
  /** Lines of the template around `lineNo`, in order. */
  readonly context?: Maybe<ReadonlyArray<SourceLine>>;
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** File name of the template. */
  readonly filename?: Maybe<Scalars['String']['output']>;
  /** Line number in the template, from 1. */
  readonly lineNo?: Maybe<Scalars['Int']['output']>;
  /** Kind of the entry, as Sentry names it: `template`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** A thread of the program at the time of the event. */
export type Thread = {
  readonly __typename?: 'Thread';
  /** Whether this thread crashed. */
  readonly crashed?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the SDK reported the event from this thread. */
  readonly current?: Maybe<Scalars['Boolean']['output']>;
  /** Locks that the thread holds, as JSON, by address. */
  readonly heldLocks?: Maybe<Scalars['JSON']['output']>;
  /** ID of the thread in the program: a number or a name. */
  readonly id?: Maybe<Scalars['String']['output']>;
  /** Name of the thread. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Stack trace as the SDK sent it. Null if it is the same as `stacktrace`. */
  readonly rawStacktrace?: Maybe<Stacktrace>;
  /** Stack trace, as resolved by Sentry with source maps or debug symbols. */
  readonly stacktrace?: Maybe<Stacktrace>;
  /** State of the thread, such as `RUNNABLE`. */
  readonly state?: Maybe<Scalars['String']['output']>;
};

/** The threads of the program at the time of the event. */
export type ThreadsEntry = Entry & {
  readonly __typename?: 'ThreadsEntry';
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Kind of the entry, as Sentry names it: `threads`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The threads of the entry, in the order that the SDK sent. */
  readonly values?: Maybe<ReadonlyArray<Thread>>;
};

/** A place in a distributed trace. */
export type TraceContext = {
  readonly __typename?: 'TraceContext';
  /** Share of the traces that the SDK keeps, from 0 to 1. `client_sample_rate` in Sentry's REST API. */
  readonly clientSampleRate?: Maybe<Scalars['Float']['output']>;
  /** Additional data of the span, as JSON. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** What the span did, in words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /**
   * Time that the span spent outside its child spans, in milliseconds. `exclusive_time` in Sentry's REST
   * API.
   */
  readonly exclusiveTime?: Maybe<Scalars['Float']['output']>;
  /** Type of operation: `pageload`, `http.server` … */
  readonly op?: Maybe<Scalars['String']['output']>;
  /** What created the span: `auto.http.fetch`, `manual` … */
  readonly origin?: Maybe<Scalars['String']['output']>;
  /** ID of the span that started this one. `parent_span_id` in Sentry's REST API. */
  readonly parentSpanId?: Maybe<Scalars['String']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** ID of the span: 16 hexadecimal digits. `span_id` in Sentry's REST API. */
  readonly spanId?: Maybe<Scalars['String']['output']>;
  /** Result of the span: `ok`, `cancelled`, `internal_error` … */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** ID of the trace: 32 hexadecimal digits. `trace_id` in Sentry's REST API. */
  readonly traceId?: Maybe<Scalars['String']['output']>;
};

/** An entry of a kind that this schema has no type for. All of it is in `data`. */
export type UnknownEntry = Entry & {
  readonly __typename?: 'UnknownEntry';
  /** The entry as JSON, as Sentry sent it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Kind of the entry, as Sentry or the SDK names it. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** This issue received hashes of another one by an unmerge. */
export type UnmergeDestinationActivity = IssueActivity & {
  readonly __typename?: 'UnmergeDestinationActivity';
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** The checksums that were moved. `fingerprints` in Sentry's REST API. */
  readonly hashes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * The issue that they came from. Null if it no longer exists. Its own fields cost one request for all such
   * issues.
   */
  readonly source?: Maybe<Issue>;
  /** Numeric ID of the issue that they came from. Null if it no longer exists. */
  readonly sourceId?: Maybe<Scalars['String']['output']>;
  /** What was done, as Sentry names it: `unmerge_destination`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
};

/** Input of `Mutation.unmergeIssueHashes`. */
export type UnmergeIssueHashesInput = {
  /** Must be `true` if `hashes` are all hashes of the issue: the unmerge leaves it empty. */
  readonly all?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any text: the payload returns it unchanged, so that a client can match response and request. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 checksums of the issue (`IssueHash.hash`). */
  readonly hashes: ReadonlyArray<Scalars['String']['input']>;
  /** The issue: its global ID (`Issue.id`), `organization/SHORT-ID`, or its address in Sentry. */
  readonly issue: Scalars['ID']['input'];
};

/**
 * Result of `Mutation.unmergeIssueHashes`.
 *
 * Sentry moves the hashes after it has responded. To see it happen, repeat the query
 * `activity(types: ["unmerge_source"]) { ... on UnmergeSourceActivity { hashes destination { id } } }` on the
 * issue: when an item has the accepted hashes, its `destination` is the new issue. While the hashes remain in
 * `Issue.hashes` and no item appears, Sentry has not begun, or has stopped.
 */
export type UnmergeIssueHashesPayload = {
  readonly __typename?: 'UnmergeIssueHashesPayload';
  /**
   * The checksums of the request that Sentry accepted: it will move them to a new issue. Those that it was
   * moving already are among them, because Sentry passes over them without naming them. When it has begun to
   * move, `unmerge_source` in the issue's `activity` lists the hashes that this request moves.
   */
  readonly accepted: ReadonlyArray<Scalars['String']['output']>;
  /** The `clientMutationId` of the input. Null if it had none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** Always `true`: Sentry moves the events after it has responded. */
  readonly isAsynchronous: Scalars['Boolean']['output'];
  /** The issue that the hashes are removed from. Fields of the issue itself cost one request. */
  readonly issue?: Maybe<Issue>;
};

/** Hashes of this issue were moved to another one by an unmerge. */
export type UnmergeSourceActivity = IssueActivity & {
  readonly __typename?: 'UnmergeSourceActivity';
  /**
   * ID of the activity. `0` for an activity that Sentry derives from other data, such as `first_seen`.
   * `id` in Sentry's REST API.
   */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** Details as JSON, as Sentry sent them. Keys depend on `type`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** When it was done. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The issue that they were moved to. Null if it no longer exists. Its own fields cost one request for all such
   * issues.
   */
  readonly destination?: Maybe<Issue>;
  /** Numeric ID of the issue that they were moved to. Null if it no longer exists. */
  readonly destinationId?: Maybe<Scalars['String']['output']>;
  /** The checksums that were moved. `fingerprints` in Sentry's REST API. */
  readonly hashes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What was done, as Sentry names it: `unmerge_source`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The user who did it. Null if Sentry or an integration did it. */
  readonly user?: Maybe<IssueUser>;
};

/** A crash report of Unreal Engine. */
export type UnrealContext = {
  readonly __typename?: 'UnrealContext';
  /** Configuration of the build, such as `Shipping`. `build_configuration` in Sentry's REST API. */
  readonly buildConfiguration?: Maybe<Scalars['String']['output']>;
  /** Version of the build. `build_version` in Sentry's REST API. */
  readonly buildVersion?: Maybe<Scalars['String']['output']>;
  /** Call stack as text. `legacy_call_stack` in Sentry's REST API. */
  readonly callStack?: Maybe<Scalars['String']['output']>;
  /** ID that Unreal Engine gave to the crash. `crash_guid` in Sentry's REST API. */
  readonly crashGuid?: Maybe<Scalars['String']['output']>;
  /** Kind of the crash, such as `Crash`, `Assert` or `Ensure`. `crash_type` in Sentry's REST API. */
  readonly crashType?: Maybe<Scalars['String']['output']>;
  /** Version of the engine. `engine_version` in Sentry's REST API. */
  readonly engineVersion?: Maybe<Scalars['String']['output']>;
  /** What the engine reported when it crashed. `error_message` in Sentry's REST API. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Name of the executable. `executable_name` in Sentry's REST API. */
  readonly executableName?: Maybe<Scalars['String']['output']>;
  /** Name of the game. `game_name` in Sentry's REST API. */
  readonly gameName?: Maybe<Scalars['String']['output']>;
  /** Name of the platform, such as `Windows`. `platform_name` in Sentry's REST API. */
  readonly platformName?: Maybe<Scalars['String']['output']>;
  /** The whole context as JSON, including keys that have no field here. */
  readonly raw: Scalars['JSON']['output'];
  /** How long the game had been running, in seconds. `seconds_since_start` in Sentry's REST API. */
  readonly secondsSinceStart?: Maybe<Scalars['Float']['output']>;
  /** What the user wrote about the crash. `user_description` in Sentry's REST API. */
  readonly userDescription?: Maybe<Scalars['String']['output']>;
};

/** Input of `Mutation.updateIssue`: at least one field besides `issue`. */
export type UpdateIssueInput = {
  /** Archives the issue: for good, or until something happens. */
  readonly archive?: InputMaybe<ArchiveIssueInput>;
  /**
   * User or team to assign the issue to: a user name, an email address or `user:<id>`; `#` and the slug of a
   * team of the issue's project, such as `#backend`, or `team:<id>`. An empty string assigns it to nobody.
   */
  readonly assignedTo?: InputMaybe<Scalars['String']['input']>;
  /** Any text: the payload returns it unchanged, so that a client can match response and request. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /**
   * Whether the token's user has viewed the issue. Sentry ignores it unless that user is a member of the
   * project.
   */
  readonly hasSeen?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the token's user bookmarks the issue. `false` also ends a subscription. */
  readonly isBookmarked?: InputMaybe<Scalars['Boolean']['input']>;
  /** The issue: its global ID (`Issue.id`), `organization/SHORT-ID`, or its address in Sentry. */
  readonly issue: Scalars['ID']['input'];
  /** New priority: `high`, `medium` or `low`, in upper or lower case. */
  readonly priority?: InputMaybe<Scalars['String']['input']>;
  /** Resolves the issue: at once, in a release or by a commit. */
  readonly resolve?: InputMaybe<ResolveIssueInput>;
  /**
   * New status: `resolved`, `resolvedInNextRelease`, `unresolved` or `ignored`, in upper or lower case. Not
   * together with `resolve` or `archive`.
   */
  readonly status?: InputMaybe<Scalars['String']['input']>;
  /**
   * Details of the status: `archived_until_escalating`, `archived_forever`, `ongoing` … in upper or lower case. Not
   * together with `resolve` or `archive`.
   */
  readonly substatus?: InputMaybe<Scalars['String']['input']>;
  /** `true` assigns the issue to nobody. Not together with `assignedTo`. */
  readonly unassign?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of `Mutation.updateIssue`. */
export type UpdateIssuePayload = {
  readonly __typename?: 'UpdateIssuePayload';
  /** The `clientMutationId` of the input. Null if it had none. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /**
   * The issue after the change; the surviving issue, if the one of the input was merged. Fields of the
   * issue itself cost one request.
   */
  readonly issue?: Maybe<Issue>;
};

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = ResolversObject<{
  Event: Event;
  Issue: Issue;
  IssueHash: IssueHash;
  Organization: Organization;
  Project: Project;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  Event:
    ( { __typename: 'Event' }
    & ( GraphQLRecursivePick<FederationTypes['Event'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Event'], {"organizationSlug":true,"eventId":true}> ) );
  Issue:
    ( { __typename: 'Issue' }
    & ( GraphQLRecursivePick<FederationTypes['Issue'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Issue'], {"organizationSlug":true,"issueId":true}>
        | GraphQLRecursivePick<FederationTypes['Issue'], {"organizationSlug":true,"shortId":true}> ) );
  IssueHash:
    ( { __typename: 'IssueHash' }
    & ( GraphQLRecursivePick<FederationTypes['IssueHash'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['IssueHash'], {"organizationSlug":true,"issueId":true,"hash":true}> ) );
  Organization:
    ( { __typename: 'Organization' }
    & ( GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Organization'], {"slug":true}> ) );
  Project:
    ( { __typename: 'Project' }
    & ( GraphQLRecursivePick<FederationTypes['Project'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Project'], {"organizationSlug":true,"slug":true}> ) );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  AddIssueNoteInput: ResolverTypeWrapper<unknown>;
  String: ResolverTypeWrapper<unknown>;
  ID: ResolverTypeWrapper<unknown>;
  AddIssueNotePayload: ResolverTypeWrapper<unknown>;
  AppContext: ResolverTypeWrapper<AppContextJson>;
  Float: ResolverTypeWrapper<unknown>;
  ArchiveIssueInput: ResolverTypeWrapper<unknown>;
  AssignmentActivity: ResolverTypeWrapper<SentryActivity>;
  Breadcrumb: ResolverTypeWrapper<BreadcrumbJson>;
  BreadcrumbsEntry: ResolverTypeWrapper<BreadcrumbsEntryJson>;
  BrowserContext: ResolverTypeWrapper<BrowserContextJson>;
  CloudContext: ResolverTypeWrapper<CloudContextJson>;
  CultureContext: ResolverTypeWrapper<CultureContextJson>;
  DateTime: ResolverTypeWrapper<unknown>;
  DebugImage: ResolverTypeWrapper<DebugImageJson>;
  DebugImagesEntry: ResolverTypeWrapper<DebugImagesEntryJson>;
  DeviceContext: ResolverTypeWrapper<DeviceContextJson>;
  Entry: ResolverTypeWrapper<EntryJson>;
  Event: ResolverTypeWrapper<SentryEvent>;
  EventAttachment: ResolverTypeWrapper<AttachedFile>;
  EventConnection: ResolverTypeWrapper<EventConnectionPage>;
  EventContexts: ResolverTypeWrapper<ContextsJson>;
  EventEdge: ResolverTypeWrapper<PlacedEvent>;
  EventGrouping: ResolverTypeWrapper<JsonObject>;
  EventGroupingConfig: ResolverTypeWrapper<GroupingConfigJson>;
  EventOccurrence: ResolverTypeWrapper<OccurrenceJson>;
  EventProcessingError: ResolverTypeWrapper<ProcessingErrorJson>;
  EventSdk: ResolverTypeWrapper<EventSdkJson>;
  EventSdkPackage: ResolverTypeWrapper<SdkPackageJson>;
  EventTag: ResolverTypeWrapper<EventTagJson>;
  EventUser: ResolverTypeWrapper<EventUserJson>;
  EventUserGeo: ResolverTypeWrapper<GeoJson>;
  EventUserReport: ResolverTypeWrapper<UserReportJson>;
  ExceptionEntry: ResolverTypeWrapper<ExceptionEntryJson>;
  ExceptionValue: ResolverTypeWrapper<ExceptionValueJson>;
  ExternalIssue: ResolverTypeWrapper<LinkedTicket>;
  Frame: ResolverTypeWrapper<FrameJson>;
  GpuContext: ResolverTypeWrapper<GpuContextJson>;
  GroupingFingerprint: ResolverTypeWrapper<GroupingVariantJson>;
  GroupingValue: ResolverTypeWrapper<ContributingValue>;
  GroupingVariant: ResolverTypeWrapper<VariantOfEvent>;
  HashComparison: ResolverTypeWrapper<ComparedHashes>;
  HashComparisonRow: ResolverTypeWrapper<ComparisonRow>;
  HashGrouping: ResolverTypeWrapper<GroupingOfHash>;
  HashMatch: ResolverTypeWrapper<HashKey>;
  Issue: ResolverTypeWrapper<IssueRef>;
  IssueActivity: ResolverTypeWrapper<SentryActivity>;
  IssueAnnotation: ResolverTypeWrapper<AnnotationJson>;
  IssueAssignee: ResolverTypeWrapper<AssigneeJson>;
  IssueCommitInput: ResolverTypeWrapper<unknown>;
  IssueConnection: ResolverTypeWrapper<IssueConnectionPage>;
  IssueCounts: ResolverTypeWrapper<IssueCountsJson>;
  IssueEdge: ResolverTypeWrapper<PlacedIssue>;
  IssueHash: ResolverTypeWrapper<SentryHash>;
  IssueHashConnection: ResolverTypeWrapper<HashConnectionPage>;
  IssueHashEdge: ResolverTypeWrapper<PlacedHash>;
  IssueOpenPeriod: ResolverTypeWrapper<OpenPeriodJson>;
  IssueTag: ResolverTypeWrapper<IssueTagJson>;
  IssueTagValue: ResolverTypeWrapper<TagValueJson>;
  IssueTagValueConnection: ResolverTypeWrapper<TagValueConnectionPage>;
  IssueTagValueEdge: ResolverTypeWrapper<PlacedTagValue>;
  IssueTrendPoint: ResolverTypeWrapper<JsonList>;
  IssueUser: ResolverTypeWrapper<IssueUserJson>;
  JSON: ResolverTypeWrapper<unknown>;
  Mechanism: ResolverTypeWrapper<MechanismJson>;
  MergeActivity: ResolverTypeWrapper<SentryActivity>;
  MergeIssuesInput: ResolverTypeWrapper<unknown>;
  MergeIssuesPayload: ResolverTypeWrapper<unknown>;
  MessageEntry: ResolverTypeWrapper<MessageEntryJson>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<NodeParent>;
  NoteActivity: ResolverTypeWrapper<SentryActivity>;
  OccurrenceEvidence: ResolverTypeWrapper<EvidenceJson>;
  Organization: ResolverTypeWrapper<OrganizationRef>;
  OrganizationConnection: ResolverTypeWrapper<OrganizationConnectionPage>;
  OrganizationEdge: ResolverTypeWrapper<PlacedOrganization>;
  OsContext: ResolverTypeWrapper<OsContextJson>;
  OtherActivity: ResolverTypeWrapper<SentryActivity>;
  PageInfo: ResolverTypeWrapper<unknown>;
  PriorityActivity: ResolverTypeWrapper<SentryActivity>;
  Project: ResolverTypeWrapper<ProjectRef>;
  ProjectConnection: ResolverTypeWrapper<ProjectConnectionPage>;
  ProjectEdge: ResolverTypeWrapper<PlacedProject>;
  ProjectGrouping: ResolverTypeWrapper<ProjectJson>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimit: ResolverTypeWrapper<ObservedRateLimit>;
  RegressionActivity: ResolverTypeWrapper<SentryActivity>;
  Release: ResolverTypeWrapper<ReleaseJson>;
  ReplayContext: ResolverTypeWrapper<ReplayContextJson>;
  RequestEntry: ResolverTypeWrapper<RequestEntryJson>;
  RequestParameter: ResolverTypeWrapper<NamedValueJson>;
  ResolutionActivity: ResolverTypeWrapper<SentryActivity>;
  ResolveIssueInput: ResolverTypeWrapper<unknown>;
  ResponseContext: ResolverTypeWrapper<ResponseContextJson>;
  RuntimeContext: ResolverTypeWrapper<RuntimeContextJson>;
  SecurityReportEntry: ResolverTypeWrapper<SecurityReportEntryJson>;
  SourceLine: ResolverTypeWrapper<SourceLineJson>;
  Span: ResolverTypeWrapper<SpanJson>;
  SpansEntry: ResolverTypeWrapper<SpansEntryJson>;
  Stacktrace: ResolverTypeWrapper<StacktraceJson>;
  StacktraceEntry: ResolverTypeWrapper<StacktraceEntryJson>;
  SuspectCommit: ResolverTypeWrapper<SuspectedCommit>;
  TemplateEntry: ResolverTypeWrapper<TemplateEntryJson>;
  Thread: ResolverTypeWrapper<ThreadJson>;
  ThreadsEntry: ResolverTypeWrapper<ThreadsEntryJson>;
  TraceContext: ResolverTypeWrapper<TraceContextJson>;
  UnknownEntry: ResolverTypeWrapper<EntryJson>;
  UnmergeDestinationActivity: ResolverTypeWrapper<SentryActivity>;
  UnmergeIssueHashesInput: ResolverTypeWrapper<unknown>;
  UnmergeIssueHashesPayload: ResolverTypeWrapper<unknown>;
  UnmergeSourceActivity: ResolverTypeWrapper<SentryActivity>;
  UnrealContext: ResolverTypeWrapper<UnrealContextJson>;
  UpdateIssueInput: ResolverTypeWrapper<unknown>;
  UpdateIssuePayload: ResolverTypeWrapper<unknown>;
  Boolean: ResolverTypeWrapper<unknown>;
  Int: ResolverTypeWrapper<unknown>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  AddIssueNoteInput: unknown;
  String: unknown;
  ID: unknown;
  AddIssueNotePayload: unknown;
  AppContext: AppContextJson;
  Float: unknown;
  ArchiveIssueInput: unknown;
  AssignmentActivity: SentryActivity;
  Breadcrumb: BreadcrumbJson;
  BreadcrumbsEntry: BreadcrumbsEntryJson;
  BrowserContext: BrowserContextJson;
  CloudContext: CloudContextJson;
  CultureContext: CultureContextJson;
  DateTime: unknown;
  DebugImage: DebugImageJson;
  DebugImagesEntry: DebugImagesEntryJson;
  DeviceContext: DeviceContextJson;
  Entry: EntryJson;
  Event: SentryEvent;
  EventAttachment: AttachedFile;
  EventConnection: EventConnectionPage;
  EventContexts: ContextsJson;
  EventEdge: PlacedEvent;
  EventGrouping: JsonObject;
  EventGroupingConfig: GroupingConfigJson;
  EventOccurrence: OccurrenceJson;
  EventProcessingError: ProcessingErrorJson;
  EventSdk: EventSdkJson;
  EventSdkPackage: SdkPackageJson;
  EventTag: EventTagJson;
  EventUser: EventUserJson;
  EventUserGeo: GeoJson;
  EventUserReport: UserReportJson;
  ExceptionEntry: ExceptionEntryJson;
  ExceptionValue: ExceptionValueJson;
  ExternalIssue: LinkedTicket;
  Frame: FrameJson;
  GpuContext: GpuContextJson;
  GroupingFingerprint: GroupingVariantJson;
  GroupingValue: ContributingValue;
  GroupingVariant: VariantOfEvent;
  HashComparison: ComparedHashes;
  HashComparisonRow: ComparisonRow;
  HashGrouping: GroupingOfHash;
  HashMatch: HashKey;
  Issue: IssueRef;
  IssueActivity: SentryActivity;
  IssueAnnotation: AnnotationJson;
  IssueAssignee: AssigneeJson;
  IssueCommitInput: unknown;
  IssueConnection: IssueConnectionPage;
  IssueCounts: IssueCountsJson;
  IssueEdge: PlacedIssue;
  IssueHash: SentryHash;
  IssueHashConnection: HashConnectionPage;
  IssueHashEdge: PlacedHash;
  IssueOpenPeriod: OpenPeriodJson;
  IssueTag: IssueTagJson;
  IssueTagValue: TagValueJson;
  IssueTagValueConnection: TagValueConnectionPage;
  IssueTagValueEdge: PlacedTagValue;
  IssueTrendPoint: JsonList;
  IssueUser: IssueUserJson;
  JSON: unknown;
  Mechanism: MechanismJson;
  MergeActivity: SentryActivity;
  MergeIssuesInput: unknown;
  MergeIssuesPayload: unknown;
  MessageEntry: MessageEntryJson;
  Mutation: Record<PropertyKey, never>;
  Node: NodeParent;
  NoteActivity: SentryActivity;
  OccurrenceEvidence: EvidenceJson;
  Organization: OrganizationRef;
  OrganizationConnection: OrganizationConnectionPage;
  OrganizationEdge: PlacedOrganization;
  OsContext: OsContextJson;
  OtherActivity: SentryActivity;
  PageInfo: unknown;
  PriorityActivity: SentryActivity;
  Project: ProjectRef;
  ProjectConnection: ProjectConnectionPage;
  ProjectEdge: PlacedProject;
  ProjectGrouping: ProjectJson;
  Query: Record<PropertyKey, never>;
  RateLimit: ObservedRateLimit;
  RegressionActivity: SentryActivity;
  Release: ReleaseJson;
  ReplayContext: ReplayContextJson;
  RequestEntry: RequestEntryJson;
  RequestParameter: NamedValueJson;
  ResolutionActivity: SentryActivity;
  ResolveIssueInput: unknown;
  ResponseContext: ResponseContextJson;
  RuntimeContext: RuntimeContextJson;
  SecurityReportEntry: SecurityReportEntryJson;
  SourceLine: SourceLineJson;
  Span: SpanJson;
  SpansEntry: SpansEntryJson;
  Stacktrace: StacktraceJson;
  StacktraceEntry: StacktraceEntryJson;
  SuspectCommit: SuspectedCommit;
  TemplateEntry: TemplateEntryJson;
  Thread: ThreadJson;
  ThreadsEntry: ThreadsEntryJson;
  TraceContext: TraceContextJson;
  UnknownEntry: EntryJson;
  UnmergeDestinationActivity: SentryActivity;
  UnmergeIssueHashesInput: unknown;
  UnmergeIssueHashesPayload: unknown;
  UnmergeSourceActivity: SentryActivity;
  UnrealContext: UnrealContextJson;
  UpdateIssueInput: unknown;
  UpdateIssuePayload: unknown;
  Boolean: unknown;
  Int: unknown;
}>;

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddIssueNotePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddIssueNotePayload'] = ResolversParentTypes['AddIssueNotePayload']> = ResolversObject<{
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['NoteActivity']>, ParentType, ContextType>;
}>;

export type AppContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppContext'] = ResolversParentTypes['AppContext']> = ResolversObject<{
  build?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  buildType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inForeground?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  memory?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type AssignmentActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignmentActivity'] = ResolversParentTypes['AssignmentActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assigneeEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assigneeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assigneeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assigneeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  integration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type BreadcrumbResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Breadcrumb'] = ResolversParentTypes['Breadcrumb']> = ResolversObject<{
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timestamp?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type BreadcrumbsEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BreadcrumbsEntry'] = ResolversParentTypes['BreadcrumbsEntry']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Breadcrumb']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type BrowserContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BrowserContext'] = ResolversParentTypes['BrowserContext']> = ResolversObject<{
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type CloudContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloudContext'] = ResolversParentTypes['CloudContext']> = ResolversObject<{
  accountId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availabilityZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hostId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hostType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type CultureContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CultureContext'] = ResolversParentTypes['CultureContext']> = ResolversObject<{
  calendar?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  is24HourFormat?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  timezone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DebugImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DebugImage'] = ResolversParentTypes['DebugImage']> = ResolversObject<{
  arch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  candidates?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  codeFile?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  codeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  debugFile?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  debugId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  debugStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  features?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  imageAddr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imageSize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  imageVmaddr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unwindStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uuid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type DebugImagesEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DebugImagesEntry'] = ResolversParentTypes['DebugImagesEntry']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  images?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['DebugImage']>>>, ParentType, ContextType>;
  sdkInfo?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type DeviceContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeviceContext'] = ResolversParentTypes['DeviceContext']> = ResolversObject<{
  arch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  batteryLevel?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bootTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  charging?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  family?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  freeMemory?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  freeStorage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lowMemory?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  manufacturer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memorySize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  modelId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  online?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  orientation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  processorCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  screenDensity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  screenDpi?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  screenResolution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  simulator?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  storageSize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type EntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Entry'] = ResolversParentTypes['Entry']> = ResolversObject<{
  __resolveType: TypeResolveFn<'BreadcrumbsEntry' | 'DebugImagesEntry' | 'ExceptionEntry' | 'MessageEntry' | 'RequestEntry' | 'SecurityReportEntry' | 'SpansEntry' | 'StacktraceEntry' | 'TemplateEntry' | 'ThreadsEntry' | 'UnknownEntry', ParentType, ContextType>;
}>;

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event'], FederationReferenceType extends FederationReferenceTypes['Event'] = FederationReferenceTypes['Event']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Event']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attachments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventAttachment']>>, ParentType, ContextType>;
  breakdowns?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  contexts?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  crashFile?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  culprit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateReceived?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dist?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endTimestamp?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  entries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Entry']>>, ParentType, ContextType>;
  errors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventProcessingError']>>, ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  extra?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  fingerprints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  grouping?: Resolver<Maybe<ResolversTypes['EventGrouping']>, ParentType, ContextType>;
  groupingConfig?: Resolver<Maybe<ResolversTypes['EventGroupingConfig']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
  issueId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  knownContexts?: Resolver<Maybe<ResolversTypes['EventContexts']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measurements?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  meta?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  metadata?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  nextEvent?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  occurrence?: Resolver<Maybe<ResolversTypes['EventOccurrence']>, ParentType, ContextType>;
  organizationSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  packages?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  previousEvent?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  projectId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  release?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType>;
  resolvedWith?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  sdk?: Resolver<Maybe<ResolversTypes['EventSdk']>, ParentType, ContextType>;
  sdkUpdates?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  sentryId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startTimestamp?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  suspectCommits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SuspectCommit']>>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventTag']>>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['EventUser']>, ParentType, ContextType>;
  userReport?: Resolver<Maybe<ResolversTypes['EventUserReport']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type EventAttachmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventAttachment'] = ResolversParentTypes['EventAttachment']> = ResolversObject<{
  attachmentId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  headers?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  mimetype?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sha1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type EventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type EventContextsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventContexts'] = ResolversParentTypes['EventContexts']> = ResolversObject<{
  app?: Resolver<Maybe<ResolversTypes['AppContext']>, ParentType, ContextType>;
  browser?: Resolver<Maybe<ResolversTypes['BrowserContext']>, ParentType, ContextType>;
  clientOs?: Resolver<Maybe<ResolversTypes['OsContext']>, ParentType, ContextType>;
  cloud?: Resolver<Maybe<ResolversTypes['CloudContext']>, ParentType, ContextType>;
  culture?: Resolver<Maybe<ResolversTypes['CultureContext']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['DeviceContext']>, ParentType, ContextType>;
  gpu?: Resolver<Maybe<ResolversTypes['GpuContext']>, ParentType, ContextType>;
  os?: Resolver<Maybe<ResolversTypes['OsContext']>, ParentType, ContextType>;
  replay?: Resolver<Maybe<ResolversTypes['ReplayContext']>, ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['ResponseContext']>, ParentType, ContextType>;
  runtime?: Resolver<Maybe<ResolversTypes['RuntimeContext']>, ParentType, ContextType>;
  trace?: Resolver<Maybe<ResolversTypes['TraceContext']>, ParentType, ContextType>;
  unreal?: Resolver<Maybe<ResolversTypes['UnrealContext']>, ParentType, ContextType>;
}>;

export type EventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
}>;

export type EventGroupingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventGrouping'] = ResolversParentTypes['EventGrouping']> = ResolversObject<{
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  variants?: Resolver<ReadonlyArray<ResolversTypes['GroupingVariant']>, ParentType, ContextType, Partial<EventGroupingVariantsArgs>>;
}>;

export type EventGroupingConfigResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventGroupingConfig'] = ResolversParentTypes['EventGroupingConfig']> = ResolversObject<{
  enhancements?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type EventOccurrenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventOccurrence'] = ResolversParentTypes['EventOccurrence']> = ResolversObject<{
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  culprit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  detectionTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  evidenceData?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  evidenceDisplay?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OccurrenceEvidence']>>, ParentType, ContextType>;
  fingerprint?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  issueTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurrenceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  resourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subtitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type EventProcessingErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventProcessingError'] = ResolversParentTypes['EventProcessingError']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type EventSdkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSdk'] = ResolversParentTypes['EventSdk']> = ResolversObject<{
  integrations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  packages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventSdkPackage']>>, ParentType, ContextType>;
  upstream?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type EventSdkPackageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventSdkPackage'] = ResolversParentTypes['EventSdkPackage']> = ResolversObject<{
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type EventTagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventTag'] = ResolversParentTypes['EventTag']> = ResolversObject<{
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  meta?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  query?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type EventUserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventUser'] = ResolversParentTypes['EventUser']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  geo?: Resolver<Maybe<ResolversTypes['EventUserGeo']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type EventUserGeoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventUserGeo'] = ResolversParentTypes['EventUserGeo']> = ResolversObject<{
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subdivision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type EventUserReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventUserReport'] = ResolversParentTypes['EventUserReport']> = ResolversObject<{
  comments?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reportId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ExceptionEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExceptionEntry'] = ResolversParentTypes['ExceptionEntry']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  excOmitted?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Int']>>>, ParentType, ContextType>;
  hasSystemFrames?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ExceptionValue']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ExceptionValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExceptionValue'] = ResolversParentTypes['ExceptionValue']> = ResolversObject<{
  mechanism?: Resolver<Maybe<ResolversTypes['Mechanism']>, ParentType, ContextType>;
  module?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawModule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawStacktrace?: Resolver<Maybe<ResolversTypes['Stacktrace']>, ParentType, ContextType>;
  rawType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stacktrace?: Resolver<Maybe<ResolversTypes['Stacktrace']>, ParentType, ContextType>;
  threadId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ExternalIssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExternalIssue'] = ResolversParentTypes['ExternalIssue']> = ResolversObject<{
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalIssueId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type FrameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Frame'] = ResolversParentTypes['Frame']> = ResolversObject<{
  absPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addrMode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  colNo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  context?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SourceLine']>>, ParentType, ContextType>;
  errors?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  filename?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  function?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inApp?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  instructionAddr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lineNo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lock?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  map?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mapUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  minGroupingLevel?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  module?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origAbsPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origColNo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  origFilename?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origFunction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origLineNo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  package?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parentIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawFunction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sampleCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sourceLink?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  symbol?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  symbolAddr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  symbolicatorStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trust?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vars?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
}>;

export type GpuContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GpuContext'] = ResolversParentTypes['GpuContext']> = ResolversObject<{
  apiType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deviceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memorySize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  vendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type GroupingFingerprintResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupingFingerprint'] = ResolversParentTypes['GroupingFingerprint']> = ResolversObject<{
  clientValues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  matchedRule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type GroupingValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupingValue'] = ResolversParentTypes['GroupingValue']> = ResolversObject<{
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type GroupingVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupingVariant'] = ResolversParentTypes['GroupingVariant']> = ResolversObject<{
  checksum?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  component?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  configuration?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  contributes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  contributingValues?: Resolver<ReadonlyArray<ResolversTypes['GroupingValue']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fingerprint?: Resolver<Maybe<ResolversTypes['GroupingFingerprint']>, ParentType, ContextType>;
  hash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isHashMismatch?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rawChecksum?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type HashComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HashComparison'] = ResolversParentTypes['HashComparison']> = ResolversObject<{
  hashes?: Resolver<ReadonlyArray<ResolversTypes['IssueHash']>, ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['HashComparisonRow']>, ParentType, ContextType, Partial<HashComparisonRowsArgs>>;
}>;

export type HashComparisonRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HashComparisonRow'] = ResolversParentTypes['HashComparisonRow']> = ResolversObject<{
  isDifferent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Maybe<ResolversTypes['String']>>, ParentType, ContextType>;
}>;

export type HashGroupingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HashGrouping'] = ResolversParentTypes['HashGrouping']> = ResolversObject<{
  event?: Resolver<Maybe<ResolversTypes['EventGrouping']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['GroupingVariant']>, ParentType, ContextType>;
}>;

export type HashMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HashMatch'] = ResolversParentTypes['HashMatch']> = ResolversObject<{
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
}>;

export type IssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Issue'] = ResolversParentTypes['Issue'], FederationReferenceType extends FederationReferenceTypes['Issue'] = FederationReferenceTypes['Issue']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Issue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activity?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueActivity']>>, ParentType, ContextType, Partial<IssueActivityArgs>>;
  annotations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueAnnotation']>>, ParentType, ContextType>;
  assignedTo?: Resolver<Maybe<ResolversTypes['IssueAssignee']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  compareHashes?: Resolver<Maybe<ResolversTypes['HashComparison']>, ParentType, ContextType, RequireFields<IssueCompareHashesArgs, 'hashes'>>;
  count?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  culprit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<IssueEventArgs, 'id'>>;
  events?: Resolver<Maybe<ResolversTypes['EventConnection']>, ParentType, ContextType, Partial<IssueEventsArgs>>;
  externalIssues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ExternalIssue']>>, ParentType, ContextType>;
  filtered?: Resolver<Maybe<ResolversTypes['IssueCounts']>, ParentType, ContextType, Partial<IssueFilteredArgs>>;
  firstRelease?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hasSeen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  hash?: Resolver<Maybe<ResolversTypes['IssueHash']>, ParentType, ContextType, RequireFields<IssueHashArgs, 'hash'>>;
  hashes?: Resolver<Maybe<ResolversTypes['IssueHashConnection']>, ParentType, ContextType, Partial<IssueHashesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBookmarked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isPublic?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isSubscribed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isUnhandled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issueId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastRelease?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latestEvent?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lifetime?: Resolver<Maybe<ResolversTypes['IssueCounts']>, ParentType, ContextType>;
  logger?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metadata?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  numComments?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  oldestEvent?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  openPeriods?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueOpenPeriod']>>, ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  organizationSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  participants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueUser']>>, ParentType, ContextType>;
  permalink?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priorityLockedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  recommendedEvent?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  seenBy?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueUser']>>, ParentType, ContextType>;
  seerFixabilityScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shareId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shortId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stats?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusDetails?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  subscriptionDetails?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  substatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tagValues?: Resolver<Maybe<ResolversTypes['IssueTagValueConnection']>, ParentType, ContextType, RequireFields<IssueTagValuesArgs, 'key'>>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueTag']>>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trend?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueTrendPoint']>>, ParentType, ContextType, RequireFields<IssueTrendArgs, 'period'>>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userCount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  userReportCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type IssueActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueActivity'] = ResolversParentTypes['IssueActivity']> = ResolversObject<{
  __resolveType: TypeResolveFn<'AssignmentActivity' | 'MergeActivity' | 'NoteActivity' | 'OtherActivity' | 'PriorityActivity' | 'RegressionActivity' | 'ResolutionActivity' | 'UnmergeDestinationActivity' | 'UnmergeSourceActivity', ParentType, ContextType>;
}>;

export type IssueAnnotationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueAnnotation'] = ResolversParentTypes['IssueAnnotation']> = ResolversObject<{
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type IssueAssigneeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueAssignee'] = ResolversParentTypes['IssueAssignee']> = ResolversObject<{
  assigneeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  teamSlug?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type IssueConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueConnection'] = ResolversParentTypes['IssueConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['IssueEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Issue']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type IssueCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueCounts'] = ResolversParentTypes['IssueCounts']> = ResolversObject<{
  count?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userCount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type IssueEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueEdge'] = ResolversParentTypes['IssueEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matchingEventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
}>;

export type IssueHashResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueHash'] = ResolversParentTypes['IssueHash'], FederationReferenceType extends FederationReferenceTypes['IssueHash'] = FederationReferenceTypes['IssueHash']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['IssueHash']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grouping?: Resolver<Maybe<ResolversTypes['HashGrouping']>, ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
  issueId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  latestEvent?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  mergedBySeer?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  organizationSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seerMatchDistance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type IssueHashConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueHashConnection'] = ResolversParentTypes['IssueHashConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['IssueHashEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['IssueHash']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type IssueHashEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueHashEdge'] = ResolversParentTypes['IssueHashEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IssueHash'], ParentType, ContextType>;
}>;

export type IssueOpenPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueOpenPeriod'] = ResolversParentTypes['IssueOpenPeriod']> = ResolversObject<{
  end?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isOpen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastChecked?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type IssueTagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueTag'] = ResolversParentTypes['IssueTag']> = ResolversObject<{
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  totalValues?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  uniqueValues?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type IssueTagValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueTagValue'] = ResolversParentTypes['IssueTagValue']> = ResolversObject<{
  count?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type IssueTagValueConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueTagValueConnection'] = ResolversParentTypes['IssueTagValueConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['IssueTagValueEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['IssueTagValue']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type IssueTagValueEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueTagValueEdge'] = ResolversParentTypes['IssueTagValueEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IssueTagValue'], ParentType, ContextType>;
}>;

export type IssueTrendPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueTrendPoint'] = ResolversParentTypes['IssueTrendPoint']> = ResolversObject<{
  count?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type IssueUserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueUser'] = ResolversParentTypes['IssueUser']> = ResolversObject<{
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  teamSlug?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MechanismResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mechanism'] = ResolversParentTypes['Mechanism']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exceptionId?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  handled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  helpLink?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isExceptionGroup?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  meta?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  parentId?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  synthetic?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type MergeActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeActivity'] = ResolversParentTypes['MergeActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mergedIssueIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MergeIssuesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeIssuesPayload'] = ResolversParentTypes['MergeIssuesPayload']> = ResolversObject<{
  children?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Issue']>>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
}>;

export type MessageEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageEntry'] = ResolversParentTypes['MessageEntry']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  formatted?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  params?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  addIssueNote?: Resolver<Maybe<ResolversTypes['AddIssueNotePayload']>, ParentType, ContextType, RequireFields<MutationAddIssueNoteArgs, 'input'>>;
  mergeIssues?: Resolver<Maybe<ResolversTypes['MergeIssuesPayload']>, ParentType, ContextType, RequireFields<MutationMergeIssuesArgs, 'input'>>;
  unmergeIssueHashes?: Resolver<Maybe<ResolversTypes['UnmergeIssueHashesPayload']>, ParentType, ContextType, RequireFields<MutationUnmergeIssueHashesArgs, 'input'>>;
  updateIssue?: Resolver<Maybe<ResolversTypes['UpdateIssuePayload']>, ParentType, ContextType, RequireFields<MutationUpdateIssueArgs, 'input'>>;
}>;

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Event' | 'Issue' | 'IssueHash' | 'Organization' | 'Project', ParentType, ContextType>;
}>;

export type NoteActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoteActivity'] = ResolversParentTypes['NoteActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type OccurrenceEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OccurrenceEvidence'] = ResolversParentTypes['OccurrenceEvidence']> = ResolversObject<{
  important?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type OrganizationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<OrganizationEventArgs, 'id'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType, RequireFields<OrganizationIssueArgs, 'id'>>;
  issues?: Resolver<Maybe<ResolversTypes['IssueConnection']>, ParentType, ContextType, RequireFields<OrganizationIssuesArgs, 'query' | 'sort'>>;
  issuesByHash?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HashMatch']>>, ParentType, ContextType, RequireFields<OrganizationIssuesByHashArgs, 'hashes'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organizationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, RequireFields<OrganizationProjectArgs, 'slug'>>;
  projects?: Resolver<Maybe<ResolversTypes['ProjectConnection']>, ParentType, ContextType, Partial<OrganizationProjectsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type OrganizationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationConnection'] = ResolversParentTypes['OrganizationConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrganizationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Organization']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type OrganizationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationEdge'] = ResolversParentTypes['OrganizationEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
}>;

export type OsContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OsContext'] = ResolversParentTypes['OsContext']> = ResolversObject<{
  build?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kernelVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  rooted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type OtherActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OtherActivity'] = ResolversParentTypes['OtherActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PriorityActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriorityActivity'] = ResolversParentTypes['PriorityActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<ProjectEventArgs, 'id'>>;
  features?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  firstEvent?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  grouping?: Resolver<Maybe<ResolversTypes['ProjectGrouping']>, ParentType, ContextType>;
  hasAccess?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBookmarked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isMember?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issueByHash?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType, RequireFields<ProjectIssueByHashArgs, 'hash'>>;
  issues?: Resolver<Maybe<ResolversTypes['IssueConnection']>, ParentType, ContextType, RequireFields<ProjectIssuesArgs, 'query' | 'sort'>>;
  issuesByHash?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HashMatch']>>, ParentType, ContextType, RequireFields<ProjectIssuesByHashArgs, 'hashes'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  organizationSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projectId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ProjectConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectConnection'] = ResolversParentTypes['ProjectConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Project']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type ProjectEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectEdge'] = ResolversParentTypes['ProjectEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
}>;

export type ProjectGroupingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectGrouping'] = ResolversParentTypes['ProjectGrouping']> = ResolversObject<{
  configuration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enhancements?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fingerprintingRules?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  secondaryConfiguration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  secondaryExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType, RequireFields<QueryIssueArgs, 'id'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<QueryOrganizationArgs, 'slug'>>;
  organizations?: Resolver<Maybe<ResolversTypes['OrganizationConnection']>, ParentType, ContextType, Partial<QueryOrganizationsArgs>>;
  rateLimit?: Resolver<Maybe<ResolversTypes['RateLimit']>, ParentType, ContextType, Partial<QueryRateLimitArgs>>;
  resource?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryResourceArgs, 'url'>>;
  tokenScopes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType, RequireFields<QueryTokenScopesArgs, 'organization'>>;
}>;

export type RateLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimit'] = ResolversParentTypes['RateLimit']> = ResolversObject<{
  concurrentLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  concurrentRemaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
}>;

export type RegressionActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegressionActivity'] = ResolversParentTypes['RegressionActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedInVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ReleaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Release'] = ResolversParentTypes['Release']> = ResolversObject<{
  commitCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dateReleased?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deployCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstEvent?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastEvent?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  newGroups?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  ref?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shortVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ReplayContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayContext'] = ResolversParentTypes['ReplayContext']> = ResolversObject<{
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  replayId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type RequestEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestEntry'] = ResolversParentTypes['RequestEntry']> = ResolversObject<{
  apiTarget?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  cookies?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['RequestParameter']>>>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  env?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  fragment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headers?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['RequestParameter']>>>, ParentType, ContextType>;
  inferredContentType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  query?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['RequestParameter']>>>, ParentType, ContextType>;
  queryString?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RequestParameterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestParameter'] = ResolversParentTypes['RequestParameter']> = ResolversObject<{
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ResolutionActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResolutionActivity'] = ResolversParentTypes['ResolutionActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commit?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  currentReleaseVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ResponseContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResponseContext'] = ResolversParentTypes['ResponseContext']> = ResolversObject<{
  bodySize?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  headers?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  statusCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type RuntimeContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuntimeContext'] = ResolversParentTypes['RuntimeContext']> = ResolversObject<{
  build?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type SecurityReportEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecurityReportEntry'] = ResolversParentTypes['SecurityReportEntry']> = ResolversObject<{
  blockedUri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  columnNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  disposition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentUri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveDirective?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lineNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  originalPolicy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  referrer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scriptSample?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceFile?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  violatedDirective?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SourceLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceLine'] = ResolversParentTypes['SourceLine']> = ResolversObject<{
  line?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lineNo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type SpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Span'] = ResolversParentTypes['Span']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  op?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parentSpanId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spanId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startTimestamp?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  timestamp?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  traceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type SpansEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpansEntry'] = ResolversParentTypes['SpansEntry']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  spans?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Span']>>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type StacktraceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Stacktrace'] = ResolversParentTypes['Stacktrace']> = ResolversObject<{
  frames?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Frame']>>, ParentType, ContextType, Partial<StacktraceFramesArgs>>;
  framesOmitted?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Int']>>>, ParentType, ContextType>;
  hasSystemFrames?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  registers?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
}>;

export type StacktraceEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StacktraceEntry'] = ResolversParentTypes['StacktraceEntry']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  stacktrace?: Resolver<Maybe<ResolversTypes['Stacktrace']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SuspectCommitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuspectCommit'] = ResolversParentTypes['SuspectCommit']> = ResolversObject<{
  author?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  commitId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pullRequest?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  repository?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type TemplateEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateEntry'] = ResolversParentTypes['TemplateEntry']> = ResolversObject<{
  context?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SourceLine']>>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  filename?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lineNo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ThreadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Thread'] = ResolversParentTypes['Thread']> = ResolversObject<{
  crashed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  current?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  heldLocks?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawStacktrace?: Resolver<Maybe<ResolversTypes['Stacktrace']>, ParentType, ContextType>;
  stacktrace?: Resolver<Maybe<ResolversTypes['Stacktrace']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ThreadsEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ThreadsEntry'] = ResolversParentTypes['ThreadsEntry']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Thread']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type TraceContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TraceContext'] = ResolversParentTypes['TraceContext']> = ResolversObject<{
  clientSampleRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exclusiveTime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  op?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parentSpanId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  spanId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  traceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type UnknownEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnknownEntry'] = ResolversParentTypes['UnknownEntry']> = ResolversObject<{
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type UnmergeDestinationActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnmergeDestinationActivity'] = ResolversParentTypes['UnmergeDestinationActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hashes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type UnmergeIssueHashesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnmergeIssueHashesPayload'] = ResolversParentTypes['UnmergeIssueHashesPayload']> = ResolversObject<{
  accepted?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isAsynchronous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
}>;

export type UnmergeSourceActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnmergeSourceActivity'] = ResolversParentTypes['UnmergeSourceActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
  destinationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hashes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type UnrealContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnrealContext'] = ResolversParentTypes['UnrealContext']> = ResolversObject<{
  buildConfiguration?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  buildVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  callStack?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  crashGuid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  crashType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  engineVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  executableName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gameName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platformName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  secondsSinceStart?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  userDescription?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type UpdateIssuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateIssuePayload'] = ResolversParentTypes['UpdateIssuePayload']> = ResolversObject<{
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  AddIssueNotePayload?: AddIssueNotePayloadResolvers<ContextType>;
  AppContext?: AppContextResolvers<ContextType>;
  AssignmentActivity?: AssignmentActivityResolvers<ContextType>;
  Breadcrumb?: BreadcrumbResolvers<ContextType>;
  BreadcrumbsEntry?: BreadcrumbsEntryResolvers<ContextType>;
  BrowserContext?: BrowserContextResolvers<ContextType>;
  CloudContext?: CloudContextResolvers<ContextType>;
  CultureContext?: CultureContextResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DebugImage?: DebugImageResolvers<ContextType>;
  DebugImagesEntry?: DebugImagesEntryResolvers<ContextType>;
  DeviceContext?: DeviceContextResolvers<ContextType>;
  Entry?: EntryResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventAttachment?: EventAttachmentResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventContexts?: EventContextsResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  EventGrouping?: EventGroupingResolvers<ContextType>;
  EventGroupingConfig?: EventGroupingConfigResolvers<ContextType>;
  EventOccurrence?: EventOccurrenceResolvers<ContextType>;
  EventProcessingError?: EventProcessingErrorResolvers<ContextType>;
  EventSdk?: EventSdkResolvers<ContextType>;
  EventSdkPackage?: EventSdkPackageResolvers<ContextType>;
  EventTag?: EventTagResolvers<ContextType>;
  EventUser?: EventUserResolvers<ContextType>;
  EventUserGeo?: EventUserGeoResolvers<ContextType>;
  EventUserReport?: EventUserReportResolvers<ContextType>;
  ExceptionEntry?: ExceptionEntryResolvers<ContextType>;
  ExceptionValue?: ExceptionValueResolvers<ContextType>;
  ExternalIssue?: ExternalIssueResolvers<ContextType>;
  Frame?: FrameResolvers<ContextType>;
  GpuContext?: GpuContextResolvers<ContextType>;
  GroupingFingerprint?: GroupingFingerprintResolvers<ContextType>;
  GroupingValue?: GroupingValueResolvers<ContextType>;
  GroupingVariant?: GroupingVariantResolvers<ContextType>;
  HashComparison?: HashComparisonResolvers<ContextType>;
  HashComparisonRow?: HashComparisonRowResolvers<ContextType>;
  HashGrouping?: HashGroupingResolvers<ContextType>;
  HashMatch?: HashMatchResolvers<ContextType>;
  Issue?: IssueResolvers<ContextType>;
  IssueActivity?: IssueActivityResolvers<ContextType>;
  IssueAnnotation?: IssueAnnotationResolvers<ContextType>;
  IssueAssignee?: IssueAssigneeResolvers<ContextType>;
  IssueConnection?: IssueConnectionResolvers<ContextType>;
  IssueCounts?: IssueCountsResolvers<ContextType>;
  IssueEdge?: IssueEdgeResolvers<ContextType>;
  IssueHash?: IssueHashResolvers<ContextType>;
  IssueHashConnection?: IssueHashConnectionResolvers<ContextType>;
  IssueHashEdge?: IssueHashEdgeResolvers<ContextType>;
  IssueOpenPeriod?: IssueOpenPeriodResolvers<ContextType>;
  IssueTag?: IssueTagResolvers<ContextType>;
  IssueTagValue?: IssueTagValueResolvers<ContextType>;
  IssueTagValueConnection?: IssueTagValueConnectionResolvers<ContextType>;
  IssueTagValueEdge?: IssueTagValueEdgeResolvers<ContextType>;
  IssueTrendPoint?: IssueTrendPointResolvers<ContextType>;
  IssueUser?: IssueUserResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Mechanism?: MechanismResolvers<ContextType>;
  MergeActivity?: MergeActivityResolvers<ContextType>;
  MergeIssuesPayload?: MergeIssuesPayloadResolvers<ContextType>;
  MessageEntry?: MessageEntryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NoteActivity?: NoteActivityResolvers<ContextType>;
  OccurrenceEvidence?: OccurrenceEvidenceResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationConnection?: OrganizationConnectionResolvers<ContextType>;
  OrganizationEdge?: OrganizationEdgeResolvers<ContextType>;
  OsContext?: OsContextResolvers<ContextType>;
  OtherActivity?: OtherActivityResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PriorityActivity?: PriorityActivityResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  ProjectGrouping?: ProjectGroupingResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimit?: RateLimitResolvers<ContextType>;
  RegressionActivity?: RegressionActivityResolvers<ContextType>;
  Release?: ReleaseResolvers<ContextType>;
  ReplayContext?: ReplayContextResolvers<ContextType>;
  RequestEntry?: RequestEntryResolvers<ContextType>;
  RequestParameter?: RequestParameterResolvers<ContextType>;
  ResolutionActivity?: ResolutionActivityResolvers<ContextType>;
  ResponseContext?: ResponseContextResolvers<ContextType>;
  RuntimeContext?: RuntimeContextResolvers<ContextType>;
  SecurityReportEntry?: SecurityReportEntryResolvers<ContextType>;
  SourceLine?: SourceLineResolvers<ContextType>;
  Span?: SpanResolvers<ContextType>;
  SpansEntry?: SpansEntryResolvers<ContextType>;
  Stacktrace?: StacktraceResolvers<ContextType>;
  StacktraceEntry?: StacktraceEntryResolvers<ContextType>;
  SuspectCommit?: SuspectCommitResolvers<ContextType>;
  TemplateEntry?: TemplateEntryResolvers<ContextType>;
  Thread?: ThreadResolvers<ContextType>;
  ThreadsEntry?: ThreadsEntryResolvers<ContextType>;
  TraceContext?: TraceContextResolvers<ContextType>;
  UnknownEntry?: UnknownEntryResolvers<ContextType>;
  UnmergeDestinationActivity?: UnmergeDestinationActivityResolvers<ContextType>;
  UnmergeIssueHashesPayload?: UnmergeIssueHashesPayloadResolvers<ContextType>;
  UnmergeSourceActivity?: UnmergeSourceActivityResolvers<ContextType>;
  UnrealContext?: UnrealContextResolvers<ContextType>;
  UpdateIssuePayload?: UpdateIssuePayloadResolvers<ContextType>;
}>;

export type DirectiveResolvers<ContextType = Context> = ResolversObject<{
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
}>;
