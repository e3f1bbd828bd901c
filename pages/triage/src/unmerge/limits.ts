/** The limit of `unmergeIssueHashes`. */
export const MAX_UNMERGED = 100;

/** Each unmerge makes an issue of its own, so several would scatter the hashes. */
export function tooManyText(selected: number): string {
  const issues = Math.ceil(selected / MAX_UNMERGED);
  return `One unmerge moves at most ${MAX_UNMERGED} hashes to one new issue; all of them would need ${issues} unmerges, and end in ${issues} new issues.`;
}
