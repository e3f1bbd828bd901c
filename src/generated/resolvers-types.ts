// Made from schema/*.graphql by `npm run codegen`. Never edited by hand.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NodeParent } from '../resolvers/node.ts';
import type { OrganizationRef } from '../sentry/organizations.ts';
import type { ProjectRef } from '../sentry/projects.ts';
import type { ProjectConnectionPage, PlacedProject } from '../loaders/project.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { ObservedRateLimit } from '../sentry/rate-limit.ts';
import type { IssueConnectionPage, PlacedIssue } from '../loaders/issue-connection.ts';
import type { HashConnection } from '../loaders/hash-connection.ts';
import type { SentryHash } from '../sentry/hashes.ts';
import type { SentryEvent } from '../sentry/events.ts';
import type { EventConnectionPage, PlacedEvent } from '../loaders/event-connection.ts';
import type { JsonObject, JsonList } from '../sentry/json.ts';
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
  /** A moment in UTC, as ISO 8601 text with a `Z`, to the microsecond where the upstream has it. */
  DateTime: { input: string; output: string; }
  /** Any JSON value, as the upstream sent it. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: string; output: string; }
};

/** The reporting application. */
export type AppContext = {
  readonly __typename?: 'AppContext';
  readonly build?: Maybe<Scalars['String']['output']>;
  /** `release`, `debug`, `testflight` … */
  readonly buildType?: Maybe<Scalars['String']['output']>;
  /** Such as `com.example.scanner`. */
  readonly identifier?: Maybe<Scalars['String']['output']>;
  readonly inForeground?: Maybe<Scalars['Boolean']['output']>;
  /** In bytes. */
  readonly memory?: Maybe<Scalars['Float']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly raw: Scalars['JSON']['output'];
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** One thing that happened before the event. */
export type Breadcrumb = {
  readonly __typename?: 'Breadcrumb';
  /** Such as `xhr` or `ui.click`. */
  readonly category?: Maybe<Scalars['String']['output']>;
  /** What goes with the type: `url`, `method` and `status_code` for `http`. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Another event, where the breadcrumb is one. */
  readonly eventId?: Maybe<Scalars['String']['output']>;
  /** `debug`, `info`, `warning`, `error` … */
  readonly level?: Maybe<Scalars['String']['output']>;
  readonly message?: Maybe<Scalars['String']['output']>;
  readonly timestamp?: Maybe<Scalars['DateTime']['output']>;
  /** `default`, `http`, `navigation` … */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** What happened before, the oldest first. */
export type BreadcrumbsEntry = Entry & {
  readonly __typename?: 'BreadcrumbsEntry';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly type?: Maybe<Scalars['String']['output']>;
  readonly values?: Maybe<ReadonlyArray<Breadcrumb>>;
};

/** The user's browser. */
export type BrowserContext = {
  readonly __typename?: 'BrowserContext';
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly raw: Scalars['JSON']['output'];
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A machine in a cloud. */
export type CloudContext = {
  readonly __typename?: 'CloudContext';
  readonly accountId?: Maybe<Scalars['String']['output']>;
  readonly availabilityZone?: Maybe<Scalars['String']['output']>;
  readonly hostId?: Maybe<Scalars['String']['output']>;
  readonly hostType?: Maybe<Scalars['String']['output']>;
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** `aws`, `gcp`, `azure` … */
  readonly provider?: Maybe<Scalars['String']['output']>;
  readonly raw: Scalars['JSON']['output'];
  readonly region?: Maybe<Scalars['String']['output']>;
};

/** What the user's system is set to. */
export type CultureContext = {
  readonly __typename?: 'CultureContext';
  readonly calendar?: Maybe<Scalars['String']['output']>;
  readonly displayName?: Maybe<Scalars['String']['output']>;
  readonly is24HourFormat?: Maybe<Scalars['Boolean']['output']>;
  /** Such as `de-AT`. */
  readonly locale?: Maybe<Scalars['String']['output']>;
  readonly raw: Scalars['JSON']['output'];
  /** Such as `Europe/Vienna`. */
  readonly timezone?: Maybe<Scalars['String']['output']>;
};

/** A library or program in memory. */
export type DebugImage = {
  readonly __typename?: 'DebugImage';
  /** The processor: `arm64`, `x86_64` … */
  readonly arch?: Maybe<Scalars['String']['output']>;
  /** Where Sentry looked for its files. */
  readonly candidates?: Maybe<Scalars['JSON']['output']>;
  /** The file on the machine that ran it. */
  readonly codeFile?: Maybe<Scalars['String']['output']>;
  /** The ID of the file. */
  readonly codeId?: Maybe<Scalars['String']['output']>;
  /** The file of its debug symbols. */
  readonly debugFile?: Maybe<Scalars['String']['output']>;
  /** The ID of its debug symbols. */
  readonly debugId?: Maybe<Scalars['String']['output']>;
  /** Whether Sentry has its debug symbols: `found`, `missing`, `unused` … */
  readonly debugStatus?: Maybe<Scalars['String']['output']>;
  /** What its files hold: sources, debug information, symbols, unwind information. */
  readonly features?: Maybe<Scalars['JSON']['output']>;
  /** Where it begins in memory, in hexadecimal. */
  readonly imageAddr?: Maybe<Scalars['String']['output']>;
  /** How much memory it takes, in bytes: a whole number, which may exceed 32 bits. */
  readonly imageSize?: Maybe<Scalars['Float']['output']>;
  /** Where it asked to begin, in hexadecimal. */
  readonly imageVmaddr?: Maybe<Scalars['String']['output']>;
  /** `macho`, `elf`, `pe`, `wasm` … */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Whether Sentry could unwind through it: `found`, `missing`, `unused` … */
  readonly unwindStatus?: Maybe<Scalars['String']['output']>;
};

/** The libraries that a native program had loaded. It is `debugmeta` in REST. */
export type DebugImagesEntry = Entry & {
  readonly __typename?: 'DebugImagesEntry';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Null for an image that Sentry removed. */
  readonly images?: Maybe<ReadonlyArray<Maybe<DebugImage>>>;
  /** The SDK of the operating system that the program was built for. */
  readonly sdkInfo?: Maybe<Scalars['JSON']['output']>;
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** A machine or phone. */
export type DeviceContext = {
  readonly __typename?: 'DeviceContext';
  readonly arch?: Maybe<Scalars['String']['output']>;
  /** In per cent. */
  readonly batteryLevel?: Maybe<Scalars['Float']['output']>;
  readonly bootTime?: Maybe<Scalars['DateTime']['output']>;
  readonly brand?: Maybe<Scalars['String']['output']>;
  readonly charging?: Maybe<Scalars['Boolean']['output']>;
  readonly family?: Maybe<Scalars['String']['output']>;
  /** In bytes. */
  readonly freeMemory?: Maybe<Scalars['Float']['output']>;
  /** In bytes. */
  readonly freeStorage?: Maybe<Scalars['Float']['output']>;
  readonly lowMemory?: Maybe<Scalars['Boolean']['output']>;
  readonly manufacturer?: Maybe<Scalars['String']['output']>;
  /** In bytes. */
  readonly memorySize?: Maybe<Scalars['Float']['output']>;
  readonly model?: Maybe<Scalars['String']['output']>;
  readonly modelId?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly online?: Maybe<Scalars['Boolean']['output']>;
  /** `portrait` or `landscape`. */
  readonly orientation?: Maybe<Scalars['String']['output']>;
  readonly processorCount?: Maybe<Scalars['Int']['output']>;
  readonly raw: Scalars['JSON']['output'];
  readonly screenDensity?: Maybe<Scalars['Float']['output']>;
  readonly screenDpi?: Maybe<Scalars['Int']['output']>;
  /** Such as `1170x2532`. */
  readonly screenResolution?: Maybe<Scalars['String']['output']>;
  readonly simulator?: Maybe<Scalars['Boolean']['output']>;
  /** In bytes. */
  readonly storageSize?: Maybe<Scalars['Float']['output']>;
};

/** One part of an event's report. */
export type Entry = {
  /** The part as the upstream gave it. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** `exception`, `breadcrumbs`, `request` …; SDKs and Sentry add to them. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/**
 * An error, or something else that happened, as a Sentry SDK reported it. Events never change.
 *
 * A *light* event has `title`, `message`, `location`, `culprit`, `platform`, `type`, `tags`, `metadata`,
 * `dateCreated`, `crashFile`, the IDs, and of `user` its `id`, `email`, `username` and `ipAddress`.
 * Selecting any other field has Sentry send the event in full, which is about a hundred times as much.
 * Whatever the upstream leaves out or has in another shape is null; `raw` still has it.
 */
export type Event = Node & {
  readonly __typename?: 'Event';
  /** Of a transaction: how its time divides, by kind of operation. */
  readonly breakdowns?: Maybe<Scalars['JSON']['output']>;
  /** What is known of the surroundings, by name: browser, os, device, trace … */
  readonly contexts?: Maybe<Scalars['JSON']['output']>;
  /** The minidump that a native event was made from. */
  readonly crashFile?: Maybe<Scalars['JSON']['output']>;
  /** The code or the route that Sentry holds responsible. */
  readonly culprit?: Maybe<Scalars['String']['output']>;
  /** When it happened, by the clock of the SDK's machine. */
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** When Sentry received it. */
  readonly dateReceived?: Maybe<Scalars['DateTime']['output']>;
  /** The build of the release that it happened in. */
  readonly dist?: Maybe<Scalars['String']['output']>;
  /** Of a transaction: when it ended, in seconds since 1970. */
  readonly endTimestamp?: Maybe<Scalars['Float']['output']>;
  /** The parts of the report: exception, breadcrumbs, request …, the most telling one first. */
  readonly entries?: Maybe<ReadonlyArray<Entry>>;
  /** What was wrong with the report itself, such as a source map that could not be read. */
  readonly errors?: Maybe<ReadonlyArray<EventProcessingError>>;
  /** The event's ID: 32 hexadecimal digits. It is `eventID` in Sentry's REST API. */
  readonly eventId: Scalars['String']['output'];
  /** Extra data that the SDK attached. It is `context` in REST. */
  readonly extra?: Maybe<Scalars['JSON']['output']>;
  /** What the event is grouped by: checksums, or values that the SDK set. */
  readonly fingerprints?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly groupingConfig?: Maybe<EventGroupingConfig>;
  readonly id: Scalars['ID']['output'];
  /** The issue that the event belongs to now; null for a transaction, which has none. */
  readonly issue?: Maybe<Issue>;
  /** The numeric ID of the issue that the event belongs to now. It is `groupID` in REST. */
  readonly issueId?: Maybe<Scalars['String']['output']>;
  /** The same, of the names that SDKs agree on, each with a type. */
  readonly knownContexts?: Maybe<EventContexts>;
  /** Where it happened: a file name, usually that of the innermost frame. */
  readonly location?: Maybe<Scalars['String']['output']>;
  /** Of a transaction: what was measured, by name. */
  readonly measurements?: Maybe<Scalars['JSON']['output']>;
  /**
   * What the SDK logged; often empty where there is an exception. Sentry writes it differently in light
   * and in full events, so it may depend on what else is selected.
   */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** What Sentry changed while it stored the event, by part. It is `_meta` in REST. */
  readonly meta?: Maybe<Scalars['JSON']['output']>;
  /** What the title is made of, by type of event: `type` and `value` for an error. */
  readonly metadata?: Maybe<Scalars['JSON']['output']>;
  /** The event of the same issue that happened after; null at the last. */
  readonly nextEvent?: Maybe<Event>;
  /** What Sentry detected, where the event is not an error but an occurrence of an issue. */
  readonly occurrence?: Maybe<EventOccurrence>;
  /** The organization that it belongs to, by the name that Sentry's URLs carry. */
  readonly organizationSlug: Scalars['String']['output'];
  /** Versions of the packages that were loaded, by name. */
  readonly packages?: Maybe<Scalars['JSON']['output']>;
  /** The language or system of the SDK: `javascript`, `python`, `native` … */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** The event of the same issue that happened before; null at the first. */
  readonly previousEvent?: Maybe<Event>;
  /** The project that the event was sent to. */
  readonly project?: Maybe<Project>;
  /** The numeric ID of the project that the event was sent to. */
  readonly projectId?: Maybe<Scalars['String']['output']>;
  /** The whole event as the upstream gave it in full. */
  readonly raw: Scalars['JSON']['output'];
  /** The release it happened in. One request for each event, which these six fields share. */
  readonly release?: Maybe<Release>;
  /** Names of the files of sources that the stack trace was read with. */
  readonly resolvedWith?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The SDK that reported it. */
  readonly sdk?: Maybe<EventSdk>;
  /** What the reporting SDK could do better, by Sentry's reckoning. */
  readonly sdkUpdates?: Maybe<Scalars['JSON']['output']>;
  /** `id` in Sentry's REST API: the same as `eventId` on all servers of today. */
  readonly sentryId?: Maybe<Scalars['String']['output']>;
  /** Size of the event as it was sent, in bytes. */
  readonly size?: Maybe<Scalars['Int']['output']>;
  /** Of a transaction: when it began, in seconds since 1970. */
  readonly startTimestamp?: Maybe<Scalars['Float']['output']>;
  readonly tags?: Maybe<ReadonlyArray<EventTag>>;
  readonly title?: Maybe<Scalars['String']['output']>;
  /** `error`, `default`, `transaction`, `csp` …; Sentry adds to them. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Who was concerned. */
  readonly user?: Maybe<EventUser>;
  /** What the user wrote of it. */
  readonly userReport?: Maybe<EventUserReport>;
};

/** One page of an issue's events. */
export type EventConnection = {
  readonly __typename?: 'EventConnection';
  readonly edges: ReadonlyArray<EventEdge>;
  /** The nodes of `edges`, for those who need no cursors. */
  readonly nodes: ReadonlyArray<Event>;
  readonly pageInfo: PageInfo;
};

/**
 * What is known of an event's surroundings, as far as SDKs agree on its shape. All of it, and what
 * only some SDKs send, is in `Event.contexts`.
 */
export type EventContexts = {
  readonly __typename?: 'EventContexts';
  readonly app?: Maybe<AppContext>;
  readonly browser?: Maybe<BrowserContext>;
  /** The cloud it ran in. It is `cloud_resource` in REST. */
  readonly cloud?: Maybe<CloudContext>;
  readonly culture?: Maybe<CultureContext>;
  readonly device?: Maybe<DeviceContext>;
  readonly gpu?: Maybe<GpuContext>;
  readonly os?: Maybe<OsContext>;
  /** The HTTP response that was on its way. */
  readonly response?: Maybe<ResponseContext>;
  /** The interpreter or virtual machine: CPython, JVM, Node.js … */
  readonly runtime?: Maybe<RuntimeContext>;
  /** The trace and span that the event happened in. */
  readonly trace?: Maybe<TraceContext>;
};

/** An event in its place in the list. */
export type EventEdge = {
  readonly __typename?: 'EventEdge';
  /** Resumes the list at this edge, with any page size and in both directions, for one request. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Event;
};

/** The rules by which the event was grouped. */
export type EventGroupingConfig = {
  readonly __typename?: 'EventGroupingConfig';
  /** The stack trace rules, packed by Sentry. */
  readonly enhancements?: Maybe<Scalars['String']['output']>;
  /** The strategy, such as `newstyle:2023-01-11`. */
  readonly id?: Maybe<Scalars['String']['output']>;
};

/** What Sentry detected itself: a slow query, an outage … */
export type EventOccurrence = {
  readonly __typename?: 'EventOccurrence';
  /** Whom it is assigned to from the start: `user:<id>` or `team:<id>`. */
  readonly assignee?: Maybe<Scalars['String']['output']>;
  readonly culprit?: Maybe<Scalars['String']['output']>;
  /** When Sentry detected it, in seconds since 1970. */
  readonly detectionTime?: Maybe<Scalars['Float']['output']>;
  /** What it was detected by, by name. */
  readonly evidenceData?: Maybe<Scalars['JSON']['output']>;
  /** The same for people to read. */
  readonly evidenceDisplay?: Maybe<ReadonlyArray<OccurrenceEvidence>>;
  /** What it is grouped by. */
  readonly fingerprint?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The title of the issue that it belongs to. */
  readonly issueTitle?: Maybe<Scalars['String']['output']>;
  readonly level?: Maybe<Scalars['String']['output']>;
  /** Sentry's ID of the occurrence: 32 hexadecimal digits. */
  readonly occurrenceId?: Maybe<Scalars['String']['output']>;
  /** 0 to 100 and beyond, the greater the more urgent: 25 low, 50 medium, 75 high. */
  readonly priority?: Maybe<Scalars['Int']['output']>;
  readonly raw: Scalars['JSON']['output'];
  /** What it concerns, where it is none of the event's parts. */
  readonly resourceId?: Maybe<Scalars['String']['output']>;
  readonly subtitle?: Maybe<Scalars['String']['output']>;
  /** Its kind, a number of Sentry's; `Issue.type` is its name. */
  readonly type?: Maybe<Scalars['Int']['output']>;
};

/** Something that Sentry could not make sense of in a report. */
export type EventProcessingError = {
  readonly __typename?: 'EventProcessingError';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly message?: Maybe<Scalars['String']['output']>;
  /** Such as `js_invalid_sourcemap_location`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** The library that reported an event. */
export type EventSdk = {
  readonly __typename?: 'EventSdk';
  /** Such as `sentry.javascript.browser`. */
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A key and a value by which Sentry searches events. */
export type EventTag = {
  readonly __typename?: 'EventTag';
  readonly key?: Maybe<Scalars['String']['output']>;
  /** What Sentry changed of the tag. It is `_meta` in REST. */
  readonly meta?: Maybe<Scalars['JSON']['output']>;
  /** A search for events with the tag, where it is not simply key and value. */
  readonly query?: Maybe<Scalars['String']['output']>;
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** The user of the reporting application, as far as its SDK said. */
export type EventUser = {
  readonly __typename?: 'EventUser';
  /** Whatever else the SDK said of the user. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Where the IP address is, as far as Sentry knows. */
  readonly geo?: Maybe<EventUserGeo>;
  /** The ID in the reporting application. */
  readonly id?: Maybe<Scalars['String']['output']>;
  readonly ipAddress?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly username?: Maybe<Scalars['String']['output']>;
};

/** Where an IP address is. */
export type EventUserGeo = {
  readonly __typename?: 'EventUserGeo';
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Two letters, such as `AT`. */
  readonly countryCode?: Maybe<Scalars['String']['output']>;
  /** The country's name. */
  readonly region?: Maybe<Scalars['String']['output']>;
  /** The part of the country. */
  readonly subdivision?: Maybe<Scalars['String']['output']>;
};

/** What a user wrote of an event. */
export type EventUserReport = {
  readonly __typename?: 'EventUserReport';
  readonly comments?: Maybe<Scalars['String']['output']>;
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Sentry's numeric ID of the report. */
  readonly reportId?: Maybe<Scalars['String']['output']>;
};

/** The exceptions that were raised, the outermost cause first. */
export type ExceptionEntry = Entry & {
  readonly __typename?: 'ExceptionEntry';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** The range of exceptions left out of a long chain: from, to. */
  readonly excOmitted?: Maybe<ReadonlyArray<Maybe<Scalars['Int']['output']>>>;
  /** Whether any frame is the application's own, whatever the name says. */
  readonly hasSystemFrames?: Maybe<Scalars['Boolean']['output']>;
  readonly type?: Maybe<Scalars['String']['output']>;
  readonly values?: Maybe<ReadonlyArray<ExceptionValue>>;
};

/** One exception of a chain. */
export type ExceptionValue = {
  readonly __typename?: 'ExceptionValue';
  readonly mechanism?: Maybe<Mechanism>;
  readonly module?: Maybe<Scalars['String']['output']>;
  /** The module before it was resolved. */
  readonly rawModule?: Maybe<Scalars['String']['output']>;
  /** Frames as the SDK sent them; null where that is the same. */
  readonly rawStacktrace?: Maybe<Stacktrace>;
  /** The class before it was resolved. */
  readonly rawType?: Maybe<Scalars['String']['output']>;
  /** The message before it was resolved. */
  readonly rawValue?: Maybe<Scalars['String']['output']>;
  /** Frames as Sentry resolved them, by source maps or debug symbols. */
  readonly stacktrace?: Maybe<Stacktrace>;
  /** The thread that raised it, where threads have IDs. */
  readonly threadId?: Maybe<Scalars['String']['output']>;
  /** The class, such as `TypeError`. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The exception's message. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** One call of a stack trace. */
export type Frame = {
  readonly __typename?: 'Frame';
  /** The whole path or URL of the file. */
  readonly absPath?: Maybe<Scalars['String']['output']>;
  /** What the addresses count from: `abs`, or `rel:` and the number of a debug image. */
  readonly addrMode?: Maybe<Scalars['String']['output']>;
  readonly colNo?: Maybe<Scalars['Int']['output']>;
  /** The lines around `lineNo`, where Sentry has the source. */
  readonly context?: Maybe<ReadonlyArray<SourceLine>>;
  /** What went wrong in resolving the frame. */
  readonly errors?: Maybe<Scalars['JSON']['output']>;
  readonly filename?: Maybe<Scalars['String']['output']>;
  readonly function?: Maybe<Scalars['String']['output']>;
  /** Whether the code is the application's own. */
  readonly inApp?: Maybe<Scalars['Boolean']['output']>;
  /** Where the instruction is, in hexadecimal. */
  readonly instructionAddr?: Maybe<Scalars['String']['output']>;
  readonly lineNo?: Maybe<Scalars['Int']['output']>;
  /** The lock that the frame holds or waits for. */
  readonly lock?: Maybe<Scalars['JSON']['output']>;
  /** The source map that resolved the frame, by name. */
  readonly map?: Maybe<Scalars['String']['output']>;
  /** Where that source map was read. */
  readonly mapUrl?: Maybe<Scalars['String']['output']>;
  /** The least level of hierarchical grouping that the frame counts for. */
  readonly minGroupingLevel?: Maybe<Scalars['Int']['output']>;
  readonly module?: Maybe<Scalars['String']['output']>;
  /** `absPath` before a source map resolved it. */
  readonly origAbsPath?: Maybe<Scalars['String']['output']>;
  /** `colNo` before a source map resolved it; null where Sentry has `?`. */
  readonly origColNo?: Maybe<Scalars['Int']['output']>;
  /** `filename` before a source map resolved it. */
  readonly origFilename?: Maybe<Scalars['String']['output']>;
  /** The function before a source map resolved it. */
  readonly origFunction?: Maybe<Scalars['String']['output']>;
  /** `lineNo` before a source map resolved it; null where Sentry has `?`. */
  readonly origLineNo?: Maybe<Scalars['Int']['output']>;
  readonly package?: Maybe<Scalars['String']['output']>;
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** The function before its name was shortened or demangled. */
  readonly rawFunction?: Maybe<Scalars['String']['output']>;
  /** The file in the project's repository. */
  readonly sourceLink?: Maybe<Scalars['String']['output']>;
  readonly symbol?: Maybe<Scalars['String']['output']>;
  /** Where its symbol begins, in hexadecimal. */
  readonly symbolAddr?: Maybe<Scalars['String']['output']>;
  /** How debug symbols were applied: `symbolicated`, `missing`, `unknown_image` … */
  readonly symbolicatorStatus?: Maybe<Scalars['String']['output']>;
  /** How the frame was found: `cfi`, `fp`, `scan` …, from certain to guessed. */
  readonly trust?: Maybe<Scalars['String']['output']>;
  /** Local variables by name, as the SDK wrote them. */
  readonly vars?: Maybe<Scalars['JSON']['output']>;
};

/** A graphics card. */
export type GpuContext = {
  readonly __typename?: 'GpuContext';
  /** `Metal`, `Direct3D11`, `OpenGL` … */
  readonly apiType?: Maybe<Scalars['String']['output']>;
  readonly deviceId?: Maybe<Scalars['String']['output']>;
  /** In megabytes. */
  readonly memorySize?: Maybe<Scalars['Float']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly raw: Scalars['JSON']['output'];
  readonly vendorId?: Maybe<Scalars['String']['output']>;
  readonly vendorName?: Maybe<Scalars['String']['output']>;
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A hash that was asked for, and the issue it belongs to. */
export type HashMatch = {
  readonly __typename?: 'HashMatch';
  readonly hash: Scalars['String']['output'];
  /** Null where no issue of the project has the hash. */
  readonly issue?: Maybe<Issue>;
};

/**
 * A Sentry issue: the error events that were grouped together by their hashes.
 *
 * Its own fields cost one request to Sentry, shared by all issues of an organization that one
 * operation asks for; `hashes` costs one more for each issue and page.
 */
export type Issue = Node & {
  readonly __typename?: 'Issue';
  /** What people and Sentry did to the issue, the newest first. */
  readonly activity?: Maybe<ReadonlyArray<IssueActivity>>;
  /** Links that integrations and plugins have put on it. */
  readonly annotations?: Maybe<ReadonlyArray<IssueAnnotation>>;
  /** Whom it is assigned to. */
  readonly assignedTo?: Maybe<IssueAssignee>;
  /** The family of its type: `error`, `performance`, `outage` … It is `issueCategory` in REST. */
  readonly category?: Maybe<Scalars['String']['output']>;
  /** How many events it has had: a whole number, which may exceed 32 bits. */
  readonly count?: Maybe<Scalars['Float']['output']>;
  /** The code or the route that Sentry holds responsible. */
  readonly culprit?: Maybe<Scalars['String']['output']>;
  /** One of its events by ID; null if it is gone. Events of one issue are one request. */
  readonly event?: Maybe<Event>;
  /**
   * The issue's events, the newest first. One request for a page; it carries full events only where the
   * operation selects a field that a light event lacks.
   */
  readonly events: EventConnection;
  /** The first release it was seen in. */
  readonly firstRelease?: Maybe<Release>;
  readonly firstSeen?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the token's owner has looked at the issue. */
  readonly hasSeen?: Maybe<Scalars['Boolean']['output']>;
  /**
   * The issue's hashes, the one with the newest event first. A hash is listed as long as one of its
   * events is retained.
   *
   * Costs one request to Sentry for each page; the page carries full events only where the operation
   * selects a field of `latestEvent` that a light event lacks. `last` without `before` has to find
   * the end of the list first: one request for each 100 hashes, ten at most, and is refused past that.
   *
   * Hashes move to the top as events arrive: a page may then repeat or miss a hash of another page.
   */
  readonly hashes: IssueHashConnection;
  readonly id: Scalars['ID']['output'];
  /** Whether the token's owner bookmarked the issue. */
  readonly isBookmarked?: Maybe<Scalars['Boolean']['output']>;
  /** Whether anybody may see the issue by its share link. */
  readonly isPublic?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the token's owner is told of what happens to the issue. */
  readonly isSubscribed?: Maybe<Scalars['Boolean']['output']>;
  /** Whether any of its events would have ended the program; null where the server does not say. */
  readonly isUnhandled?: Maybe<Scalars['Boolean']['output']>;
  /** Sentry's numeric ID. Of an issue that was merged away, the ID it was asked by still answers. */
  readonly issueId: Scalars['String']['output'];
  /** The last release it was seen in. */
  readonly lastRelease?: Maybe<Release>;
  readonly lastSeen?: Maybe<Scalars['DateTime']['output']>;
  /** The newest event, in full. */
  readonly latestEvent?: Maybe<Event>;
  /** `fatal`, `error`, `warning`, `info` … */
  readonly level?: Maybe<Scalars['String']['output']>;
  /** The logger that reported it, where it was logged. */
  readonly logger?: Maybe<Scalars['String']['output']>;
  /** What the title is made of, by type of event: `type` and `value` for an error. */
  readonly metadata?: Maybe<Scalars['JSON']['output']>;
  /** How many comments people have left on it. */
  readonly numComments?: Maybe<Scalars['Int']['output']>;
  /** The oldest event that is retained, in full. */
  readonly oldestEvent?: Maybe<Event>;
  /** The organization that the issue belongs to. */
  readonly organization: Organization;
  /** The organization that it belongs to, by the name that Sentry's URLs carry. */
  readonly organizationSlug: Scalars['String']['output'];
  /** Who took part: commented, was assigned, subscribed … */
  readonly participants?: Maybe<ReadonlyArray<IssueUser>>;
  /** Its page in Sentry. */
  readonly permalink?: Maybe<Scalars['String']['output']>;
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** `high`, `medium` or `low`, as Sentry or a person set it. */
  readonly priority?: Maybe<Scalars['String']['output']>;
  /** When a person set the priority; null while Sentry does. */
  readonly priorityLockedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The project that its events were sent to. */
  readonly project?: Maybe<Project>;
  /** The event that Sentry finds most telling, in full. */
  readonly recommendedEvent?: Maybe<Event>;
  /** Who has looked at the issue. */
  readonly seenBy?: Maybe<ReadonlyArray<IssueUser>>;
  /** The last part of its share link. */
  readonly shareId?: Maybe<Scalars['String']['output']>;
  /** The ID that people use: the project's slug and a number, such as `CHECKOUT-4F`. */
  readonly shortId?: Maybe<Scalars['String']['output']>;
  /** Events by time, by the name of the period (`24h`, `30d`): lists of seconds since 1970 and count. */
  readonly stats?: Maybe<Scalars['JSON']['output']>;
  /** `unresolved`, `resolved`, `ignored` …; Sentry adds to them. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Details of the status: the release it is resolved in, until when it is ignored … */
  readonly statusDetails?: Maybe<Scalars['JSON']['output']>;
  /** Why the token's owner is told, or that they chose not to be. */
  readonly subscriptionDetails?: Maybe<Scalars['JSON']['output']>;
  /** What more there is to the status: `new`, `ongoing`, `escalating`, `regressed` … */
  readonly substatus?: Maybe<Scalars['String']['output']>;
  /** The tags of its events, the most frequent first; their values are on Sentry's own pages. */
  readonly tags?: Maybe<ReadonlyArray<IssueTag>>;
  readonly title?: Maybe<Scalars['String']['output']>;
  /** The kind of trouble: `error`, `performance_n_plus_one_db_queries` … It is `issueType` in REST. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** How many users it has concerned: a whole number. */
  readonly userCount?: Maybe<Scalars['Float']['output']>;
  /** How many users have written what they saw. */
  readonly userReportCount?: Maybe<Scalars['Int']['output']>;
};


/**
 * A Sentry issue: the error events that were grouped together by their hashes.
 *
 * Its own fields cost one request to Sentry, shared by all issues of an organization that one
 * operation asks for; `hashes` costs one more for each issue and page.
 */
export type IssueEventArgs = {
  id: Scalars['String']['input'];
};


/**
 * A Sentry issue: the error events that were grouped together by their hashes.
 *
 * Its own fields cost one request to Sentry, shared by all issues of an organization that one
 * operation asks for; `hashes` costs one more for each issue and page.
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
 * A Sentry issue: the error events that were grouped together by their hashes.
 *
 * Its own fields cost one request to Sentry, shared by all issues of an organization that one
 * operation asks for; `hashes` costs one more for each issue and page.
 */
export type IssueHashesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Something that was done to an issue. */
export type IssueActivity = {
  readonly __typename?: 'IssueActivity';
  /** Sentry's ID of it; `0` for what is derived, such as `first_seen`. */
  readonly activityId?: Maybe<Scalars['String']['output']>;
  /** What there is to say of it, by type: of an unmerge, the other issue. */
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** `set_resolved`, `assigned`, `note`, `unmerge_source` …; Sentry adds to them. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Who did it; null for Sentry itself. */
  readonly user?: Maybe<IssueUser>;
};

/** A link that an integration has put on an issue. */
export type IssueAnnotation = {
  readonly __typename?: 'IssueAnnotation';
  readonly displayName?: Maybe<Scalars['String']['output']>;
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** A person or a team that an issue is assigned to. */
export type IssueAssignee = {
  readonly __typename?: 'IssueAssignee';
  /** Sentry's numeric ID of the person or team. */
  readonly assigneeId?: Maybe<Scalars['String']['output']>;
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** `user` or `team`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** One page of an issue list. */
export type IssueConnection = {
  readonly __typename?: 'IssueConnection';
  readonly edges: ReadonlyArray<IssueEdge>;
  /** The nodes of `edges`, for those who need no cursors. */
  readonly nodes: ReadonlyArray<Issue>;
  readonly pageInfo: PageInfo;
  /**
   * How many issues the list has, as Sentry counts them with the page: an estimate where there are
   * many. Null where the server does not say.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An issue in its place in the list. */
export type IssueEdge = {
  readonly __typename?: 'IssueEdge';
  /** Resumes the list at this edge, with any page size and in both directions. */
  readonly cursor: Scalars['String']['output'];
  /** The event that was searched for, where the search was an event's ID. */
  readonly matchingEventId?: Maybe<Scalars['String']['output']>;
  readonly node: Issue;
};

/**
 * A checksum by which Sentry groups events into an issue. The same checksum in another project is
 * another hash.
 */
export type IssueHash = Node & {
  readonly __typename?: 'IssueHash';
  /** The checksum: 32 hexadecimal digits. It is `id` in Sentry's REST API. */
  readonly hash: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly issue: Issue;
  /** The numeric ID of its issue. */
  readonly issueId: Scalars['String']['output'];
  /** The newest event with this hash; null when its body is gone. */
  readonly latestEvent?: Maybe<Event>;
  /** Whether Sentry's AI merged the hash into the issue; null where the server does not say. */
  readonly mergedBySeer?: Maybe<Scalars['Boolean']['output']>;
  /** The organization of its issue, by the name that Sentry's URLs carry. */
  readonly organizationSlug: Scalars['String']['output'];
  /** How far the hash was from the one it was merged with; null unless merged by Seer. */
  readonly seerMatchDistance?: Maybe<Scalars['Float']['output']>;
};

/** One page of an issue's hashes. */
export type IssueHashConnection = {
  readonly __typename?: 'IssueHashConnection';
  readonly edges: ReadonlyArray<IssueHashEdge>;
  /** The nodes of `edges`, for those who need no cursors. */
  readonly nodes: ReadonlyArray<IssueHash>;
  readonly pageInfo: PageInfo;
  /**
   * How many hashes the issue has. Sentry does not count them, so they are walked: one request for
   * each 100 hashes, one after another, ten at most; null past 1,000 hashes. Costs nothing
   * where the page itself ends the list.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A hash in its place in the list. */
export type IssueHashEdge = {
  readonly __typename?: 'IssueHashEdge';
  /** Resumes the list at this edge, with any page size and in both directions, for one request. */
  readonly cursor: Scalars['String']['output'];
  readonly node: IssueHash;
};

/** A tag that an issue's events have. */
export type IssueTag = {
  readonly __typename?: 'IssueTag';
  readonly key?: Maybe<Scalars['String']['output']>;
  /** The key as people read it. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** How many events have it. */
  readonly totalValues?: Maybe<Scalars['Float']['output']>;
};

/** A person or a team, as far as an issue tells of them. */
export type IssueUser = {
  readonly __typename?: 'IssueUser';
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  /** `user` or `team`, where both can be. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** Sentry's numeric ID of the person or team. */
  readonly userId?: Maybe<Scalars['String']['output']>;
  readonly username?: Maybe<Scalars['String']['output']>;
};

/** How the exception was caught. */
export type Mechanism = {
  readonly __typename?: 'Mechanism';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Its number in an exception group. */
  readonly exceptionId?: Maybe<Scalars['Int']['output']>;
  /** False where it would have ended the program; null where the SDK does not know. */
  readonly handled?: Maybe<Scalars['Boolean']['output']>;
  readonly helpLink?: Maybe<Scalars['String']['output']>;
  readonly isExceptionGroup?: Maybe<Scalars['Boolean']['output']>;
  /** Signal, errno and Mach exception of a native crash. */
  readonly meta?: Maybe<Scalars['JSON']['output']>;
  /** The number of its parent in an exception group. */
  readonly parentId?: Maybe<Scalars['Int']['output']>;
  /** The property of the parent that holds this exception, such as `cause`. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** Whether the stack trace was made for the report, and not by the exception. */
  readonly synthetic?: Maybe<Scalars['Boolean']['output']>;
  /** Such as `generic`, `onerror` or `promise`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

export type MergeIssuesInput = {
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Global IDs of 2 to 100 issues of one organization. */
  readonly issues: ReadonlyArray<Scalars['ID']['input']>;
};

/** What became of merged issues. */
export type MergeIssuesPayload = {
  readonly __typename?: 'MergeIssuesPayload';
  /** The issues that were merged into it. */
  readonly children: ReadonlyArray<Issue>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** The issue that has the events of all of them now. */
  readonly parent: Issue;
};

/** What was logged. */
export type MessageEntry = Entry & {
  readonly __typename?: 'MessageEntry';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** The message with its parameters filled in. */
  readonly formatted?: Maybe<Scalars['String']['output']>;
  /** The message before. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** A list, or an object by name. */
  readonly params?: Maybe<Scalars['JSON']['output']>;
  readonly type?: Maybe<Scalars['String']['output']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Makes one issue of several of an organization. The one with the most events stays; the IDs of the
   * others go on to answer for it.
   */
  readonly mergeIssues?: Maybe<MergeIssuesPayload>;
  /**
   * Takes hashes out of an issue. All of them go to one new issue together.
   *
   * Sentry accepts the wish and moves the events later: until then the issue still lists the hashes.
   * It does not tell the new issue's ID. `CONFLICT` where all of them are being moved already.
   */
  readonly unmergeIssueHashes?: Maybe<UnmergeIssueHashesPayload>;
  /** Changes what people set on an issue. What is absent stays as it is. */
  readonly updateIssue?: Maybe<UpdateIssuePayload>;
};


export type MutationMergeIssuesArgs = {
  input: MergeIssuesInput;
};


export type MutationUnmergeIssueHashesArgs = {
  input: UnmergeIssueHashesInput;
};


export type MutationUpdateIssueArgs = {
  input: UpdateIssueInput;
};

/** An object that can be fetched again by its global ID. */
export type Node = {
  /** Global and opaque: the same object has the same ID wherever it is met. */
  readonly id: Scalars['ID']['output'];
};

/** A line of what an occurrence was detected by. */
export type OccurrenceEvidence = {
  readonly __typename?: 'OccurrenceEvidence';
  /** Whether it stands out among the others. */
  readonly important?: Maybe<Scalars['Boolean']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** A Sentry organization: what owns projects and their issues. */
export type Organization = Node & {
  readonly __typename?: 'Organization';
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Any event of the organization, by ID alone; null if it is gone, or is a transaction.
   *
   * Sentry serves one such look-up a second to each caller. An event whose issue is known is found
   * faster by `Issue.event`.
   */
  readonly event?: Maybe<Event>;
  readonly id: Scalars['ID']['output'];
  /** An issue of this organization, by numeric ID or short ID. */
  readonly issue?: Maybe<Issue>;
  /**
   * Issues of this organization: Sentry's issue list.
   *
   * One request for a page; going on from an edge in the middle of a page takes one more. All fields
   * of the issues come with the page, except those that say that they cost a request.
   */
  readonly issues: IssueConnection;
  /** The name people see. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Sentry's numeric ID of the organization. */
  readonly organizationId?: Maybe<Scalars['String']['output']>;
  /** A project by slug or numeric ID. */
  readonly project?: Maybe<Project>;
  /** Projects that the token may read, by slug. One request for a page. */
  readonly projects: ProjectConnection;
  /** The name that Sentry's URLs carry; unique on its server. */
  readonly slug: Scalars['String']['output'];
};


/** A Sentry organization: what owns projects and their issues. */
export type OrganizationEventArgs = {
  id: Scalars['String']['input'];
};


/** A Sentry organization: what owns projects and their issues. */
export type OrganizationIssueArgs = {
  id: Scalars['String']['input'];
};


/** A Sentry organization: what owns projects and their issues. */
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


/** A Sentry organization: what owns projects and their issues. */
export type OrganizationProjectArgs = {
  slug: Scalars['String']['input'];
};


/** A Sentry organization: what owns projects and their issues. */
export type OrganizationProjectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** An operating system. */
export type OsContext = {
  readonly __typename?: 'OsContext';
  readonly build?: Maybe<Scalars['String']['output']>;
  readonly kernelVersion?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly raw: Scalars['JSON']['output'];
  /** Whether the system is rooted or jailbroken. */
  readonly rooted?: Maybe<Scalars['Boolean']['output']>;
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** Where a page stands in its list, as Relay's cursor connections define it. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the last edge; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are edges after this page, as the upstream said with it. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are edges before this page, as the upstream said with it. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A project: what a reporting application sends its events to. */
export type Project = Node & {
  readonly __typename?: 'Project';
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  /** Any event of the project, by ID; null if it is gone. In full. */
  readonly event?: Maybe<Event>;
  /** What Sentry has switched on for the project, by name. */
  readonly features?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** When the project received its first event; null before it. */
  readonly firstEvent?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the token may read the project's issues. */
  readonly hasAccess?: Maybe<Scalars['Boolean']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Whether the token's owner marked the project. */
  readonly isBookmarked?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the token's owner is on a team of the project. */
  readonly isMember?: Maybe<Scalars['Boolean']['output']>;
  /** The issue that a hash of this project belongs to; null if none. As `issuesByHash`, batched with it. */
  readonly issueByHash?: Maybe<Issue>;
  /** Issues of this project: as `Organization.issues`, of the one project. */
  readonly issues: IssueConnection;
  /**
   * The issues that hashes of this project belong to: the inverse of `Issue.hashes`.
   *
   * One request for all of the hashes. Sentry answers with the issues of all of them, without saying which
   * hash led where; so where several hashes are asked for, the hash list of each issue that was found
   * is read, side by side: one request for each issue, as a rule. A hash that stands in none of those
   * lists, because it is old or far down, is asked for again with fewer others.
   */
  readonly issuesByHash: ReadonlyArray<HashMatch>;
  /** The name people see. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The organization that the project belongs to. */
  readonly organization: Organization;
  /** The organization that it belongs to, by the name that Sentry's URLs carry. */
  readonly organizationSlug: Scalars['String']['output'];
  /** The language or framework that the project was made for: `python-django`, `javascript` … */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** Sentry's numeric ID of the project. */
  readonly projectId: Scalars['String']['output'];
  /** The name that Sentry's URLs carry; unique in its organization. */
  readonly slug: Scalars['String']['output'];
  /** `active`, or on its way out; Sentry adds to them. */
  readonly status?: Maybe<Scalars['String']['output']>;
};


/** A project: what a reporting application sends its events to. */
export type ProjectEventArgs = {
  id: Scalars['String']['input'];
};


/** A project: what a reporting application sends its events to. */
export type ProjectIssueByHashArgs = {
  hash: Scalars['String']['input'];
};


/** A project: what a reporting application sends its events to. */
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


/** A project: what a reporting application sends its events to. */
export type ProjectIssuesByHashArgs = {
  hashes: ReadonlyArray<Scalars['String']['input']>;
};

/** One page of an organization's projects. */
export type ProjectConnection = {
  readonly __typename?: 'ProjectConnection';
  readonly edges: ReadonlyArray<ProjectEdge>;
  /** The nodes of `edges`, for those who need no cursors. */
  readonly nodes: ReadonlyArray<Project>;
  readonly pageInfo: PageInfo;
};

/** A project in its place in the list. */
export type ProjectEdge = {
  readonly __typename?: 'ProjectEdge';
  /** Resumes the list at this edge, with any page size and in both directions. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Project;
};

export type Query = {
  readonly __typename?: 'Query';
  /** An issue by the slug of its organization and its numeric ID or short ID. */
  readonly issue?: Maybe<Issue>;
  /** The object with this global ID; null with an error if it is gone or was never there. */
  readonly node?: Maybe<Node>;
  /**
   * The objects with these global IDs, in the order asked. Each missing one is null with an error of
   * its own. Look-ups of one kind are batched: many issues, or many events of one issue, cost one
   * request to Sentry. At most 100 IDs.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** An organization by its slug, the name that Sentry's URLs carry. */
  readonly organization?: Maybe<Organization>;
  /**
   * What the upstream last told of the budget that the caller's token has for requests to it. It asks
   * nothing: null until an answer has told, and always for a server that has no limits, as self-hosted
   * ones have none. The gateway keeps within the budget by itself; what cannot wait is `RATE_LIMITED`.
   */
  readonly rateLimit?: Maybe<RateLimit>;
};


export type QueryIssueArgs = {
  id: Scalars['String']['input'];
  organization: Scalars['String']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryOrganizationArgs = {
  slug: Scalars['String']['input'];
};


export type QueryRateLimitArgs = {
  organization?: InputMaybe<Scalars['String']['input']>;
};

/** The upstream's limits for one token, as the last answer told them. */
export type RateLimit = {
  readonly __typename?: 'RateLimit';
  /** Requests that may be under way at once; null where the upstream does not tell. */
  readonly concurrentLimit?: Maybe<Scalars['Int']['output']>;
  /** How many more could have been under way; null where the upstream does not tell. */
  readonly concurrentRemaining?: Maybe<Scalars['Int']['output']>;
  /** Requests to the upstream that one window takes. */
  readonly limit: Scalars['Int']['output'];
  /** When the answer came that told all this. */
  readonly observedAt: Scalars['DateTime']['output'];
  /** What was left of that window. */
  readonly remaining: Scalars['Int']['output'];
  /** When that window ends and the next begins. */
  readonly resetAt: Scalars['DateTime']['output'];
};

/** A version of a reporting application. */
export type Release = {
  readonly __typename?: 'Release';
  readonly commitCount?: Maybe<Scalars['Int']['output']>;
  readonly dateCreated?: Maybe<Scalars['DateTime']['output']>;
  readonly dateReleased?: Maybe<Scalars['DateTime']['output']>;
  readonly deployCount?: Maybe<Scalars['Int']['output']>;
  /** When its first event came. */
  readonly firstEvent?: Maybe<Scalars['DateTime']['output']>;
  /** When its last event came. */
  readonly lastEvent?: Maybe<Scalars['DateTime']['output']>;
  /** How many issues were first seen in it. */
  readonly newGroups?: Maybe<Scalars['Int']['output']>;
  /** The whole release as the upstream gave it: projects, authors, deploys, commits. */
  readonly raw: Scalars['JSON']['output'];
  /** The commit, branch or tag that it was built from. */
  readonly ref?: Maybe<Scalars['String']['output']>;
  /** The part of its name that people read. */
  readonly shortVersion?: Maybe<Scalars['String']['output']>;
  /** `open` or `archived`. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Where to read about it. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Its whole name, such as `shop@2.4.1+b38c`. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** The HTTP request that was being served, or the page that was open. */
export type RequestEntry = Entry & {
  readonly __typename?: 'RequestEntry';
  /** `graphql` where the request was an operation. */
  readonly apiTarget?: Maybe<Scalars['String']['output']>;
  /** The body: text, a list or an object. It is `data` within the entry's `data`. */
  readonly body?: Maybe<Scalars['JSON']['output']>;
  readonly cookies?: Maybe<ReadonlyArray<Maybe<RequestParameter>>>;
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** Server variables by name. */
  readonly env?: Maybe<Scalars['JSON']['output']>;
  readonly fragment?: Maybe<Scalars['String']['output']>;
  readonly headers?: Maybe<ReadonlyArray<Maybe<RequestParameter>>>;
  /** The type of the body, as Sentry read it. */
  readonly inferredContentType?: Maybe<Scalars['String']['output']>;
  readonly method?: Maybe<Scalars['String']['output']>;
  /** The query's parameters, in order; null where the SDK sent it as text. */
  readonly query?: Maybe<ReadonlyArray<Maybe<RequestParameter>>>;
  /** The query where the SDK sent it as text. */
  readonly queryString?: Maybe<Scalars['String']['output']>;
  readonly type?: Maybe<Scalars['String']['output']>;
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** A name and a value of a query, of the headers or of the cookies. */
export type RequestParameter = {
  readonly __typename?: 'RequestParameter';
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** An HTTP response. */
export type ResponseContext = {
  readonly __typename?: 'ResponseContext';
  /** In bytes. */
  readonly bodySize?: Maybe<Scalars['Float']['output']>;
  readonly headers?: Maybe<Scalars['JSON']['output']>;
  readonly raw: Scalars['JSON']['output'];
  readonly statusCode?: Maybe<Scalars['Int']['output']>;
};

/** An interpreter or virtual machine. */
export type RuntimeContext = {
  readonly __typename?: 'RuntimeContext';
  readonly build?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly raw: Scalars['JSON']['output'];
  readonly version?: Maybe<Scalars['String']['output']>;
};

/**
 * What a browser reported of a policy: `csp`, `hpkp`, `expectct`, `expectstaple` or `nel`. The fields
 * are those of `csp`; the others' reports are in `data`, with the keys that the browser sent.
 */
export type SecurityReportEntry = Entry & {
  readonly __typename?: 'SecurityReportEntry';
  /** What was kept from loading. */
  readonly blockedUri?: Maybe<Scalars['String']['output']>;
  readonly data?: Maybe<Scalars['JSON']['output']>;
  /** The page on which it happened. */
  readonly documentUri?: Maybe<Scalars['String']['output']>;
  /** The directive that applied. */
  readonly effectiveDirective?: Maybe<Scalars['String']['output']>;
  readonly type?: Maybe<Scalars['String']['output']>;
  /** The directive that was violated, as it is named by the policy. */
  readonly violatedDirective?: Maybe<Scalars['String']['output']>;
};

/** A line of source code around a frame. */
export type SourceLine = {
  readonly __typename?: 'SourceLine';
  readonly line?: Maybe<Scalars['String']['output']>;
  readonly lineNo?: Maybe<Scalars['Int']['output']>;
};

/** One timed operation of a transaction. */
export type Span = {
  readonly __typename?: 'Span';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The kind of operation: `db`, `http.client` … */
  readonly op?: Maybe<Scalars['String']['output']>;
  readonly parentSpanId?: Maybe<Scalars['String']['output']>;
  readonly spanId?: Maybe<Scalars['String']['output']>;
  /** In seconds since 1970. */
  readonly startTimestamp?: Maybe<Scalars['Float']['output']>;
  readonly tags?: Maybe<Scalars['JSON']['output']>;
  /** When it ended, in seconds since 1970. */
  readonly timestamp?: Maybe<Scalars['Float']['output']>;
  readonly traceId?: Maybe<Scalars['String']['output']>;
};

/** The operations that a transaction was made of. It is a bare list in REST. */
export type SpansEntry = Entry & {
  readonly __typename?: 'SpansEntry';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly spans?: Maybe<ReadonlyArray<Span>>;
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** The calls that were open when the exception was raised. */
export type Stacktrace = {
  readonly __typename?: 'Stacktrace';
  /** The outermost call first. */
  readonly frames?: Maybe<ReadonlyArray<Frame>>;
  /** The range of frames left out: from, to. */
  readonly framesOmitted?: Maybe<ReadonlyArray<Maybe<Scalars['Int']['output']>>>;
  readonly hasSystemFrames?: Maybe<Scalars['Boolean']['output']>;
  /** CPU registers by name, in hexadecimal. */
  readonly registers?: Maybe<Scalars['JSON']['output']>;
};

/** A stack trace without an exception. */
export type StacktraceEntry = Entry & {
  readonly __typename?: 'StacktraceEntry';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly stacktrace?: Maybe<Stacktrace>;
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** The place in a template that could not be rendered. */
export type TemplateEntry = Entry & {
  readonly __typename?: 'TemplateEntry';
  /** The lines around `lineNo`. */
  readonly context?: Maybe<ReadonlyArray<SourceLine>>;
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly filename?: Maybe<Scalars['String']['output']>;
  readonly lineNo?: Maybe<Scalars['Int']['output']>;
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** One thread of the program when the event was reported. */
export type Thread = {
  readonly __typename?: 'Thread';
  readonly crashed?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the event was reported from it. */
  readonly current?: Maybe<Scalars['Boolean']['output']>;
  /** The locks it holds, by address. */
  readonly heldLocks?: Maybe<Scalars['JSON']['output']>;
  /** The ID in the program; a number or a name. */
  readonly id?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly rawStacktrace?: Maybe<Stacktrace>;
  readonly stacktrace?: Maybe<Stacktrace>;
  readonly state?: Maybe<Scalars['String']['output']>;
};

/** The threads of the program. */
export type ThreadsEntry = Entry & {
  readonly __typename?: 'ThreadsEntry';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly type?: Maybe<Scalars['String']['output']>;
  readonly values?: Maybe<ReadonlyArray<Thread>>;
};

/** A place in a distributed trace. */
export type TraceContext = {
  readonly __typename?: 'TraceContext';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The kind of operation: `pageload`, `http.server` … */
  readonly op?: Maybe<Scalars['String']['output']>;
  /** What made the span: `auto.http.fetch`, `manual` … */
  readonly origin?: Maybe<Scalars['String']['output']>;
  readonly parentSpanId?: Maybe<Scalars['String']['output']>;
  readonly raw: Scalars['JSON']['output'];
  /** 16 hexadecimal digits. */
  readonly spanId?: Maybe<Scalars['String']['output']>;
  /** `ok`, `cancelled`, `internal_error` … */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** 32 hexadecimal digits. */
  readonly traceId?: Maybe<Scalars['String']['output']>;
};

/** A part that has no type of its own here; all of it is in `data`. */
export type UnknownEntry = Entry & {
  readonly __typename?: 'UnknownEntry';
  readonly data?: Maybe<Scalars['JSON']['output']>;
  readonly type?: Maybe<Scalars['String']['output']>;
};

export type UnmergeIssueHashesInput = {
  /** Has to be true to take all of an issue's hashes out at once, which leaves it empty. */
  readonly all?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 checksums of the issue (`IssueHash.hash`). */
  readonly hashes: ReadonlyArray<Scalars['String']['input']>;
  /** The issue's global ID. */
  readonly issue: Scalars['ID']['input'];
};

/** What Sentry accepted of an unmerge. */
export type UnmergeIssueHashesPayload = {
  readonly __typename?: 'UnmergeIssueHashesPayload';
  /** The checksums that are on their way to a new issue. */
  readonly accepted: ReadonlyArray<Scalars['String']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  /** Always true: Sentry moves the events after it has answered. */
  readonly isAsynchronous: Scalars['Boolean']['output'];
  /** The issue that they leave. */
  readonly issue: Issue;
};

export type UpdateIssueInput = {
  /** A user name, an email, `user:<id>` or `team:<id>`; empty for nobody. */
  readonly assignedTo?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
  readonly hasSeen?: InputMaybe<Scalars['Boolean']['input']>;
  readonly isBookmarked?: InputMaybe<Scalars['Boolean']['input']>;
  /** The issue's global ID. */
  readonly issue: Scalars['ID']['input'];
  /** `high`, `medium` or `low`. */
  readonly priority?: InputMaybe<Scalars['String']['input']>;
  /** `resolved`, `unresolved`, `ignored` … */
  readonly status?: InputMaybe<Scalars['String']['input']>;
  /** `archived_until_escalating`, `archived_forever` … */
  readonly substatus?: InputMaybe<Scalars['String']['input']>;
};

/** An issue that was changed. */
export type UpdateIssuePayload = {
  readonly __typename?: 'UpdateIssuePayload';
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
  readonly issue: Issue;
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
  AppContext: ResolverTypeWrapper<JsonObject>;
  String: ResolverTypeWrapper<unknown>;
  Float: ResolverTypeWrapper<unknown>;
  Breadcrumb: ResolverTypeWrapper<JsonObject>;
  BreadcrumbsEntry: ResolverTypeWrapper<JsonObject>;
  BrowserContext: ResolverTypeWrapper<JsonObject>;
  CloudContext: ResolverTypeWrapper<JsonObject>;
  CultureContext: ResolverTypeWrapper<JsonObject>;
  DateTime: ResolverTypeWrapper<unknown>;
  DebugImage: ResolverTypeWrapper<JsonObject>;
  DebugImagesEntry: ResolverTypeWrapper<JsonObject>;
  DeviceContext: ResolverTypeWrapper<JsonObject>;
  Entry: ResolverTypeWrapper<JsonObject>;
  Event: ResolverTypeWrapper<SentryEvent>;
  ID: ResolverTypeWrapper<unknown>;
  EventConnection: ResolverTypeWrapper<EventConnectionPage>;
  EventContexts: ResolverTypeWrapper<JsonObject>;
  EventEdge: ResolverTypeWrapper<PlacedEvent>;
  EventGroupingConfig: ResolverTypeWrapper<JsonObject>;
  EventOccurrence: ResolverTypeWrapper<JsonObject>;
  EventProcessingError: ResolverTypeWrapper<JsonObject>;
  EventSdk: ResolverTypeWrapper<JsonObject>;
  EventTag: ResolverTypeWrapper<JsonObject>;
  EventUser: ResolverTypeWrapper<JsonObject>;
  EventUserGeo: ResolverTypeWrapper<JsonObject>;
  EventUserReport: ResolverTypeWrapper<JsonObject>;
  ExceptionEntry: ResolverTypeWrapper<JsonObject>;
  ExceptionValue: ResolverTypeWrapper<JsonObject>;
  Frame: ResolverTypeWrapper<JsonObject>;
  GpuContext: ResolverTypeWrapper<JsonObject>;
  HashMatch: ResolverTypeWrapper<unknown>;
  Issue: ResolverTypeWrapper<IssueRef>;
  IssueActivity: ResolverTypeWrapper<JsonObject>;
  IssueAnnotation: ResolverTypeWrapper<JsonObject>;
  IssueAssignee: ResolverTypeWrapper<JsonObject>;
  IssueConnection: ResolverTypeWrapper<IssueConnectionPage>;
  IssueEdge: ResolverTypeWrapper<PlacedIssue>;
  IssueHash: ResolverTypeWrapper<SentryHash>;
  IssueHashConnection: ResolverTypeWrapper<HashConnection>;
  IssueHashEdge: ResolverTypeWrapper<SentryHash>;
  IssueTag: ResolverTypeWrapper<JsonObject>;
  IssueUser: ResolverTypeWrapper<JsonObject>;
  JSON: ResolverTypeWrapper<unknown>;
  Mechanism: ResolverTypeWrapper<JsonObject>;
  MergeIssuesInput: ResolverTypeWrapper<unknown>;
  MergeIssuesPayload: ResolverTypeWrapper<unknown>;
  MessageEntry: ResolverTypeWrapper<JsonObject>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<NodeParent>;
  OccurrenceEvidence: ResolverTypeWrapper<JsonObject>;
  Organization: ResolverTypeWrapper<OrganizationRef>;
  OsContext: ResolverTypeWrapper<JsonObject>;
  PageInfo: ResolverTypeWrapper<unknown>;
  Project: ResolverTypeWrapper<ProjectRef>;
  ProjectConnection: ResolverTypeWrapper<ProjectConnectionPage>;
  ProjectEdge: ResolverTypeWrapper<PlacedProject>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimit: ResolverTypeWrapper<ObservedRateLimit>;
  Release: ResolverTypeWrapper<JsonObject>;
  RequestEntry: ResolverTypeWrapper<JsonObject>;
  RequestParameter: ResolverTypeWrapper<JsonList>;
  ResponseContext: ResolverTypeWrapper<JsonObject>;
  RuntimeContext: ResolverTypeWrapper<JsonObject>;
  SecurityReportEntry: ResolverTypeWrapper<JsonObject>;
  SourceLine: ResolverTypeWrapper<JsonList>;
  Span: ResolverTypeWrapper<JsonObject>;
  SpansEntry: ResolverTypeWrapper<JsonObject>;
  Stacktrace: ResolverTypeWrapper<JsonObject>;
  StacktraceEntry: ResolverTypeWrapper<JsonObject>;
  TemplateEntry: ResolverTypeWrapper<JsonObject>;
  Thread: ResolverTypeWrapper<JsonObject>;
  ThreadsEntry: ResolverTypeWrapper<JsonObject>;
  TraceContext: ResolverTypeWrapper<JsonObject>;
  UnknownEntry: ResolverTypeWrapper<JsonObject>;
  UnmergeIssueHashesInput: ResolverTypeWrapper<unknown>;
  UnmergeIssueHashesPayload: ResolverTypeWrapper<unknown>;
  UpdateIssueInput: ResolverTypeWrapper<unknown>;
  UpdateIssuePayload: ResolverTypeWrapper<unknown>;
  Boolean: ResolverTypeWrapper<unknown>;
  Int: ResolverTypeWrapper<unknown>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  AppContext: JsonObject;
  String: unknown;
  Float: unknown;
  Breadcrumb: JsonObject;
  BreadcrumbsEntry: JsonObject;
  BrowserContext: JsonObject;
  CloudContext: JsonObject;
  CultureContext: JsonObject;
  DateTime: unknown;
  DebugImage: JsonObject;
  DebugImagesEntry: JsonObject;
  DeviceContext: JsonObject;
  Entry: JsonObject;
  Event: SentryEvent;
  ID: unknown;
  EventConnection: EventConnectionPage;
  EventContexts: JsonObject;
  EventEdge: PlacedEvent;
  EventGroupingConfig: JsonObject;
  EventOccurrence: JsonObject;
  EventProcessingError: JsonObject;
  EventSdk: JsonObject;
  EventTag: JsonObject;
  EventUser: JsonObject;
  EventUserGeo: JsonObject;
  EventUserReport: JsonObject;
  ExceptionEntry: JsonObject;
  ExceptionValue: JsonObject;
  Frame: JsonObject;
  GpuContext: JsonObject;
  HashMatch: unknown;
  Issue: IssueRef;
  IssueActivity: JsonObject;
  IssueAnnotation: JsonObject;
  IssueAssignee: JsonObject;
  IssueConnection: IssueConnectionPage;
  IssueEdge: PlacedIssue;
  IssueHash: SentryHash;
  IssueHashConnection: HashConnection;
  IssueHashEdge: SentryHash;
  IssueTag: JsonObject;
  IssueUser: JsonObject;
  JSON: unknown;
  Mechanism: JsonObject;
  MergeIssuesInput: unknown;
  MergeIssuesPayload: unknown;
  MessageEntry: JsonObject;
  Mutation: Record<PropertyKey, never>;
  Node: NodeParent;
  OccurrenceEvidence: JsonObject;
  Organization: OrganizationRef;
  OsContext: JsonObject;
  PageInfo: unknown;
  Project: ProjectRef;
  ProjectConnection: ProjectConnectionPage;
  ProjectEdge: PlacedProject;
  Query: Record<PropertyKey, never>;
  RateLimit: ObservedRateLimit;
  Release: JsonObject;
  RequestEntry: JsonObject;
  RequestParameter: JsonList;
  ResponseContext: JsonObject;
  RuntimeContext: JsonObject;
  SecurityReportEntry: JsonObject;
  SourceLine: JsonList;
  Span: JsonObject;
  SpansEntry: JsonObject;
  Stacktrace: JsonObject;
  StacktraceEntry: JsonObject;
  TemplateEntry: JsonObject;
  Thread: JsonObject;
  ThreadsEntry: JsonObject;
  TraceContext: JsonObject;
  UnknownEntry: JsonObject;
  UnmergeIssueHashesInput: unknown;
  UnmergeIssueHashesPayload: unknown;
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
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EventTag']>>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['EventUser']>, ParentType, ContextType>;
  userReport?: Resolver<Maybe<ResolversTypes['EventUserReport']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type EventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type EventContextsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventContexts'] = ResolversParentTypes['EventContexts']> = ResolversObject<{
  app?: Resolver<Maybe<ResolversTypes['AppContext']>, ParentType, ContextType>;
  browser?: Resolver<Maybe<ResolversTypes['BrowserContext']>, ParentType, ContextType>;
  cloud?: Resolver<Maybe<ResolversTypes['CloudContext']>, ParentType, ContextType>;
  culture?: Resolver<Maybe<ResolversTypes['CultureContext']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['DeviceContext']>, ParentType, ContextType>;
  gpu?: Resolver<Maybe<ResolversTypes['GpuContext']>, ParentType, ContextType>;
  os?: Resolver<Maybe<ResolversTypes['OsContext']>, ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['ResponseContext']>, ParentType, ContextType>;
  runtime?: Resolver<Maybe<ResolversTypes['RuntimeContext']>, ParentType, ContextType>;
  trace?: Resolver<Maybe<ResolversTypes['TraceContext']>, ParentType, ContextType>;
}>;

export type EventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
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
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rawFunction?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type HashMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HashMatch'] = ResolversParentTypes['HashMatch']> = ResolversObject<{
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType>;
}>;

export type IssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Issue'] = ResolversParentTypes['Issue'], FederationReferenceType extends FederationReferenceTypes['Issue'] = FederationReferenceTypes['Issue']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Issue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activity?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueActivity']>>, ParentType, ContextType>;
  annotations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueAnnotation']>>, ParentType, ContextType>;
  assignedTo?: Resolver<Maybe<ResolversTypes['IssueAssignee']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  culprit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<IssueEventArgs, 'id'>>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<IssueEventsArgs>>;
  firstRelease?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType>;
  firstSeen?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hasSeen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  hashes?: Resolver<ResolversTypes['IssueHashConnection'], ParentType, ContextType, Partial<IssueHashesArgs>>;
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
  logger?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metadata?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  numComments?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  oldestEvent?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  organizationSlug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  participants?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueUser']>>, ParentType, ContextType>;
  permalink?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priorityLockedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  recommendedEvent?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  seenBy?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueUser']>>, ParentType, ContextType>;
  shareId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shortId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stats?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusDetails?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  subscriptionDetails?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  substatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IssueTag']>>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userCount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  userReportCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type IssueActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueActivity'] = ResolversParentTypes['IssueActivity']> = ResolversObject<{
  activityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['IssueUser']>, ParentType, ContextType>;
}>;

export type IssueAnnotationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueAnnotation'] = ResolversParentTypes['IssueAnnotation']> = ResolversObject<{
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type IssueAssigneeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueAssignee'] = ResolversParentTypes['IssueAssignee']> = ResolversObject<{
  assigneeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type IssueConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueConnection'] = ResolversParentTypes['IssueConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['IssueEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Issue']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type IssueEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueEdge'] = ResolversParentTypes['IssueEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matchingEventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
}>;

export type IssueHashResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueHash'] = ResolversParentTypes['IssueHash'], FederationReferenceType extends FederationReferenceTypes['IssueHash'] = FederationReferenceTypes['IssueHash']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['IssueHash']> | FederationReferenceType, FederationReferenceType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issue?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
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

export type IssueTagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueTag'] = ResolversParentTypes['IssueTag']> = ResolversObject<{
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  totalValues?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type IssueUserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueUser'] = ResolversParentTypes['IssueUser']> = ResolversObject<{
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type MergeIssuesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeIssuesPayload'] = ResolversParentTypes['MergeIssuesPayload']> = ResolversObject<{
  children?: Resolver<ReadonlyArray<ResolversTypes['Issue']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
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
  mergeIssues?: Resolver<Maybe<ResolversTypes['MergeIssuesPayload']>, ParentType, ContextType, RequireFields<MutationMergeIssuesArgs, 'input'>>;
  unmergeIssueHashes?: Resolver<Maybe<ResolversTypes['UnmergeIssueHashesPayload']>, ParentType, ContextType, RequireFields<MutationUnmergeIssueHashesArgs, 'input'>>;
  updateIssue?: Resolver<Maybe<ResolversTypes['UpdateIssuePayload']>, ParentType, ContextType, RequireFields<MutationUpdateIssueArgs, 'input'>>;
}>;

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Event' | 'Issue' | 'IssueHash' | 'Organization' | 'Project', ParentType, ContextType>;
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
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<OrganizationIssuesArgs, 'query' | 'sort'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organizationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, RequireFields<OrganizationProjectArgs, 'slug'>>;
  projects?: Resolver<ResolversTypes['ProjectConnection'], ParentType, ContextType, Partial<OrganizationProjectsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type OsContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OsContext'] = ResolversParentTypes['OsContext']> = ResolversObject<{
  build?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kernelVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  rooted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  dateCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<ProjectEventArgs, 'id'>>;
  features?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  firstEvent?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hasAccess?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBookmarked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isMember?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issueByHash?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType, RequireFields<ProjectIssueByHashArgs, 'hash'>>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, RequireFields<ProjectIssuesArgs, 'query' | 'sort'>>;
  issuesByHash?: Resolver<ReadonlyArray<ResolversTypes['HashMatch']>, ParentType, ContextType, RequireFields<ProjectIssuesByHashArgs, 'hashes'>>;
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
}>;

export type ProjectEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectEdge'] = ResolversParentTypes['ProjectEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  issue?: Resolver<Maybe<ResolversTypes['Issue']>, ParentType, ContextType, RequireFields<QueryIssueArgs, 'id' | 'organization'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<QueryOrganizationArgs, 'slug'>>;
  rateLimit?: Resolver<Maybe<ResolversTypes['RateLimit']>, ParentType, ContextType, Partial<QueryRateLimitArgs>>;
}>;

export type RateLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimit'] = ResolversParentTypes['RateLimit']> = ResolversObject<{
  concurrentLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  concurrentRemaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  documentUri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveDirective?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  frames?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Frame']>>, ParentType, ContextType>;
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
  data?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type UnmergeIssueHashesPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnmergeIssueHashesPayload'] = ResolversParentTypes['UnmergeIssueHashesPayload']> = ResolversObject<{
  accepted?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isAsynchronous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issue?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
}>;

export type UpdateIssuePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateIssuePayload'] = ResolversParentTypes['UpdateIssuePayload']> = ResolversObject<{
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issue?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  AppContext?: AppContextResolvers<ContextType>;
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
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventContexts?: EventContextsResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  EventGroupingConfig?: EventGroupingConfigResolvers<ContextType>;
  EventOccurrence?: EventOccurrenceResolvers<ContextType>;
  EventProcessingError?: EventProcessingErrorResolvers<ContextType>;
  EventSdk?: EventSdkResolvers<ContextType>;
  EventTag?: EventTagResolvers<ContextType>;
  EventUser?: EventUserResolvers<ContextType>;
  EventUserGeo?: EventUserGeoResolvers<ContextType>;
  EventUserReport?: EventUserReportResolvers<ContextType>;
  ExceptionEntry?: ExceptionEntryResolvers<ContextType>;
  ExceptionValue?: ExceptionValueResolvers<ContextType>;
  Frame?: FrameResolvers<ContextType>;
  GpuContext?: GpuContextResolvers<ContextType>;
  HashMatch?: HashMatchResolvers<ContextType>;
  Issue?: IssueResolvers<ContextType>;
  IssueActivity?: IssueActivityResolvers<ContextType>;
  IssueAnnotation?: IssueAnnotationResolvers<ContextType>;
  IssueAssignee?: IssueAssigneeResolvers<ContextType>;
  IssueConnection?: IssueConnectionResolvers<ContextType>;
  IssueEdge?: IssueEdgeResolvers<ContextType>;
  IssueHash?: IssueHashResolvers<ContextType>;
  IssueHashConnection?: IssueHashConnectionResolvers<ContextType>;
  IssueHashEdge?: IssueHashEdgeResolvers<ContextType>;
  IssueTag?: IssueTagResolvers<ContextType>;
  IssueUser?: IssueUserResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Mechanism?: MechanismResolvers<ContextType>;
  MergeIssuesPayload?: MergeIssuesPayloadResolvers<ContextType>;
  MessageEntry?: MessageEntryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OccurrenceEvidence?: OccurrenceEvidenceResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OsContext?: OsContextResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimit?: RateLimitResolvers<ContextType>;
  Release?: ReleaseResolvers<ContextType>;
  RequestEntry?: RequestEntryResolvers<ContextType>;
  RequestParameter?: RequestParameterResolvers<ContextType>;
  ResponseContext?: ResponseContextResolvers<ContextType>;
  RuntimeContext?: RuntimeContextResolvers<ContextType>;
  SecurityReportEntry?: SecurityReportEntryResolvers<ContextType>;
  SourceLine?: SourceLineResolvers<ContextType>;
  Span?: SpanResolvers<ContextType>;
  SpansEntry?: SpansEntryResolvers<ContextType>;
  Stacktrace?: StacktraceResolvers<ContextType>;
  StacktraceEntry?: StacktraceEntryResolvers<ContextType>;
  TemplateEntry?: TemplateEntryResolvers<ContextType>;
  Thread?: ThreadResolvers<ContextType>;
  ThreadsEntry?: ThreadsEntryResolvers<ContextType>;
  TraceContext?: TraceContextResolvers<ContextType>;
  UnknownEntry?: UnknownEntryResolvers<ContextType>;
  UnmergeIssueHashesPayload?: UnmergeIssueHashesPayloadResolvers<ContextType>;
  UpdateIssuePayload?: UpdateIssuePayloadResolvers<ContextType>;
}>;

export type DirectiveResolvers<ContextType = Context> = ResolversObject<{
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
}>;
