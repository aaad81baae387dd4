import { texts as profileTexts } from '../user-profile/texts.ts';
import { texts as taskTexts } from './texts.ts';

/** What a new session may still need of the person: within a flow, or as components of their own. */
export { taskChooseOrganization, taskResetPassword, taskSetupMfa } from './components.tsx';
export { Tasks } from './tasks.tsx';

export const texts: readonly object[] = [taskTexts, profileTexts];
