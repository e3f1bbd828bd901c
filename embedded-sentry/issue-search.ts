import { Refusal } from './answer.ts';
import type { Issue } from './dataset.ts';
import { issueBody } from './issue-body.ts';
import { userCount } from './issue-counts.ts';

export function requireParsable(query: string): void {
  const error = findParseError(query);
  if (error) {
    throw new Refusal(400, `Error parsing search query: ${error}`);
  }
}

/** Sentry's message for the first unclosed parenthesis. */
export function findParseError(query: string): string | null {
  const open: number[] = [];
  for (const [place, letter] of [...query].entries()) {
    if (letter === '(') {
      open.push(place);
    } else if (letter === ')') {
      open.pop();
    }
  }
  const [first] = open;
  return first === undefined
    ? null
    : `Parse error at '${query.slice(Math.max(0, first - 5), first + 5)}' (column ${first + 1}). This is commonly caused by unmatched parentheses. Enclose any text in double quotes.`;
}

/**
 * The supported part of Sentry's search syntax: words of the title, and `key:value`, negated by `!`. Any other key
 * is treated as a tag that no event has.
 */
export function matchesQuery(issue: Issue, query: string): boolean {
  return termsOf(query).every((term) => matchesTerm(issue, term));
}

/** Conditions on issues; all others are conditions on events. */
const ISSUE_CONDITIONS = /^!?(?:is|assigned|bookmarks|issue(?:\.\w+)?|project):/;

/** Words are searched in events too. */
export function eventConditions(query: string): readonly string[] {
  return termsOf(query).filter((term) => !ISSUE_CONDITIONS.test(term));
}

function termsOf(query: string): readonly string[] {
  return query.match(/[^\s"]*"[^"]*"|\S+/g) ?? [];
}

function matchesTerm(issue: Issue, term: string): boolean {
  const [, not, key = '', quoted = ''] = /^(!?)([\w.]+):(.*)$/.exec(term) ?? [];
  if (key === '') {
    return issue.title.toLowerCase().includes(term.replaceAll('"', '').toLowerCase());
  }
  const value = quoted.replace(/^"(.*)"$/, '$1');
  const values = /^\[.*\]$/.test(value) ? value.slice(1, -1).split(/\s*,\s*/) : [value];
  return values.some((each) => hasValue(issue, key, each)) !== (not === '!');
}

const PROPERTIES: Readonly<Record<string, (issue: Issue) => string | null>> = {
  level: () => 'error',
  project: ({ project }) => project,
  platform: ({ platform }) => platform,
  'issue.priority': (issue) => issueBody(issue).priority,
  'issue.category': () => 'error',
  'issue.type': () => 'error',
  issue: ({ shortId }) => shortId,
  title: ({ title }) => title,
};

function hasValue(issue: Issue, key: string, value: string): boolean {
  if (key === 'is') {
    return is(issue, value);
  }
  if (key === 'assigned') {
    const email = issueBody(issue).assignedTo?.email ?? null;
    return value === 'none' ? email === null : email === value;
  }
  if (key === 'has') {
    return value === 'user' && userCount(issue) > 0;
  }
  const read = Object.hasOwn(PROPERTIES, key) ? PROPERTIES[key] : undefined;
  return read?.(issue)?.toLowerCase() === value.toLowerCase();
}

function is(issue: Issue, value: string): boolean {
  switch (value) {
    case 'archived':
      return issue.status === 'ignored';
    case 'assigned':
    case 'unassigned':
      return (issueBody(issue).assignedTo !== null) === (value === 'assigned');
    case 'resolved':
    case 'unresolved':
    case 'ignored':
      return issue.status === value;
    case 'new':
    case 'ongoing':
    case 'escalating':
    case 'regressed':
      return issueBody(issue).substatus === value;
    default:
      throw new Refusal(
        400,
        `Error parsing search query: Invalid value for "is" search, valid values are ${IS_VALUES}`,
      );
  }
}

const IS_VALUES =
  "['archived', 'assigned', 'escalating', 'ignored', 'new', 'ongoing', 'regressed', 'resolved', 'unassigned', 'unresolved']";
