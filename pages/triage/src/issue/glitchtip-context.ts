import { createContext } from 'react';

/** Whether the issue is on a GlitchTip; false until it is known. */
export const GlitchTipContext = createContext(false);
