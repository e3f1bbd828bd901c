import type { Issue } from '../dataset.ts';
import { LEVELS, STATUSES } from './issue-body.ts';
import { ServerFailure } from './server-failure.ts';
import { tagsOfIssue } from './tags.ts';

/**
 * GlitchTip's search: `key:value` terms, then words of the title. It is split like a shell command, so an
 * apostrophe opens a quote, and an unclosed quote is an internal error.
 */
export function matchesSearch(issue: Issue, query: string): boolean {
  const terms = splitAsShell(query);
  const firstWord = terms.findIndex((term) => !term.includes(':'));
  const [filters, words] =
    firstWord < 0 ? [terms, []] : [terms.slice(0, firstWord), terms.slice(firstWord)];
  return (
    filters.every((term) => matchesFilter(issue, term)) &&
    words.every((word) => matchesWord(issue, word))
  );
}

function matchesFilter(issue: Issue, term: string): boolean {
  const colon = term.indexOf(':');
  const [key, value] = [term.slice(0, colon), term.slice(colon + 1)];
  switch (key) {
    case 'is':
      return STATUSES.some((status) => status === value && issue.status === value);
    case 'level':
      return LEVELS.includes(value) && value === 'error';
    case 'has':
      return tagsOfIssue(issue).some((tag) => tag.key === value);
    default:
      return tagsOfIssue(issue).some(
        (tag) => tag.key === key && tag.topValues.some((top) => top.value === value),
      );
  }
}

function matchesWord({ title }: Issue, word: string): boolean {
  const parts = word.toLowerCase().split('*').filter(Boolean);
  return parts.every((part) => title.toLowerCase().includes(part));
}

/** Python's `shlex.split`. */
function splitAsShell(text: string): readonly string[] {
  if (text.includes('\0')) {
    throw new ServerFailure('A string literal cannot contain NUL (0x00) characters.');
  }
  const terms: string[] = [];
  const pattern = /\s+|\\([\s\S])|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|([^\s\\'"]+)/y;
  let term: string | null = null;
  for (let place = 0; place < text.length; place = pattern.lastIndex) {
    pattern.lastIndex = place;
    const [found, escaped, single, double, plain] = pattern.exec(text) ?? [];
    if (found === undefined) {
      throw new ServerFailure('No closing quotation');
    }
    const part = escaped ?? single ?? double?.replace(/\\(["\\])/g, '$1') ?? plain;
    if (part !== undefined) {
      term = (term ?? '') + part;
    } else if (term !== null) {
      terms.push(term);
      term = null;
    }
  }
  return term === null ? terms : [...terms, term];
}
