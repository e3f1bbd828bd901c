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
  SourceLine,
  Stacktrace,
  StacktraceEntry,
  Thread,
  ThreadsEntry,
  UnknownEntry,
};
