import type { IssueRow, Platform } from './issues-table.ts';
import { type FrameWords, STACKS } from './stack-traces.ts';
import { variedAppearance } from './varied.ts';

/** The varying parts of an error event. */
export interface Appearance {
  readonly platform: Platform;
  readonly title: string;
  readonly culprit: string;
  /** Outermost call first. */
  readonly frames: readonly FrameWords[];
}

/** The varying parts of the events of the issue's hash with this number. */
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
