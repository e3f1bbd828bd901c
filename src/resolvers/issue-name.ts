import type { Context } from '../context.ts';
import { badUserInput } from '../errors.ts';
import { decodeGlobalId, readGlobalId } from '../global-id.ts';
import { type Address, isAddress, isOnServer, readAddress } from '../sentry/address.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { isTooGreatForSentry, toNotFound } from '../sentry/path.ts';

/** The issue of a change, by its address, its global ID, or `organization/SHORT-ID`. */
export function readChangedIssue(client: Context['client'], text: string): IssueRef {
  const [organization, issue, ...more] = text.split('/');
  const named =
    organization && issue && more.length === 0
      ? { organization, issue }
      : readIssueName(client, text);
  if (isTooGreatForSentry(named.issue)) {
    throw toNotFound(named.issue, 'issue');
  }
  return named;
}

function readIssueName(client: Context['client'], text: string): IssueRef {
  if (isAddress(text)) {
    const { organization, issue } = readAddressOfServer(client, text);
    if (issue === undefined) {
      throw badUserInput('The address is not that of an issue.');
    }
    return { organization, issue };
  }
  const { type, parts } = decodeGlobalId(text);
  const [organization, issue] = parts;
  if (type !== 'Issue' || organization === undefined || issue === undefined) {
    throw badUserInput(
      `The ID belongs to an object of the type ${type}; expected the ID of an issue.`,
    );
  }
  return { organization, issue };
}

/**
 * An issue by any of its names in an organization. A numeric ID or a short ID needs the organization; other names contain
 * it.
 */
export function readIssueIn(
  client: Context['client'],
  organization: string | null | undefined,
  id: string,
): IssueRef {
  if (!isAddress(id) && readGlobalId(id) === null) {
    if (organization == null) {
      throw badUserInput(
        '`organization` is missing; only the address or the global ID of an issue contains it.',
      );
    }
    return { organization, issue: id };
  }
  const named = readIssueName(client, id);
  if (organization != null && organization !== named.organization) {
    throw badUserInput(
      `The issue belongs to the organization ${JSON.stringify(named.organization.slice(0, 100))}, not to ${JSON.stringify(organization.slice(0, 100))}.`,
    );
  }
  return named;
}

export function readAddressOfServer(client: Context['client'], url: string): Address {
  const address = readAddress(url);
  if (address === null) {
    throw badUserInput(
      'The address does not name an organization with an issue, an event or a project, as `https://sentry.io/organizations/ORGANIZATION/issues/1/` does.',
    );
  }
  if (!isOnServer(url, client.urlOf(address.organization))) {
    throw badUserInput(
      `The address is on another server than that of the organization ${JSON.stringify(address.organization.slice(0, 100))}.`,
    );
  }
  return address;
}
