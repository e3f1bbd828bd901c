import type { Resolvers } from '../generated/resolvers-types.ts';
import {
  Breadcrumb,
  BreadcrumbsEntry,
  Entry,
  MessageEntry,
  RequestEntry,
  RequestParameter,
  UnknownEntry,
} from './entry.ts';
import {
  Event,
  EventGroupingConfig,
  EventProcessingError,
  EventSdk,
  EventTag,
  EventUser,
} from './event.ts';
import {
  DebugImage,
  DebugImagesEntry,
  SecurityReportEntry,
  Span,
  SpansEntry,
  TemplateEntry,
} from './rare-entries.ts';
import {
  ExceptionEntry,
  ExceptionValue,
  Frame,
  Mechanism,
  SourceLine,
  Stacktrace,
  StacktraceEntry,
  Thread,
  ThreadsEntry,
} from './stacktrace.ts';

/** `Event` and all that hangs on it. */
export const eventResolvers: Resolvers = {
  Breadcrumb,
  BreadcrumbsEntry,
  DebugImage,
  DebugImagesEntry,
  Entry,
  Event,
  EventGroupingConfig,
  EventProcessingError,
  EventSdk,
  EventTag,
  EventUser,
  ExceptionEntry,
  ExceptionValue,
  Frame,
  Mechanism,
  MessageEntry,
  RequestEntry,
  RequestParameter,
  SecurityReportEntry,
  SourceLine,
  Span,
  SpansEntry,
  Stacktrace,
  StacktraceEntry,
  TemplateEntry,
  Thread,
  ThreadsEntry,
  UnknownEntry,
};
