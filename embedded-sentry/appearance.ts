import type { IssueRow, Platform } from './issues-table.ts';
import { type FrameWords, STACKS } from './stack-traces.ts';
import { variedAppearance } from './varied.ts';

/** What an error event looks like. */
export interface Appearance {
  readonly platform: Platform;
  readonly title: string;
  readonly culprit: string;
  /** The outermost call first. */
  readonly frames: readonly FrameWords[];
}

/** How the events of an issue's hash with this number look. */
export function appearanceOf(origin: IssueRow, index: number): Appearance {
  return origin.kind === 'varied'
    ? variedAppearance(index)
    : {
        platform: origin.platform,
        title: origin.title,
        culprit: `checkout(${origin.project})`,
        frames: STACKS[origin.platform].frames,
      };
}
