import type { ComponentName } from '@foyer/js/types';
import type { ComponentModule } from './foundation/component.ts';

/** What can be drawn: the components, and the notice that comes by itself. */
export type DrawnName = ComponentName | 'Impersonation';

export interface Registration {
  /** The component's key in `appearance`. */
  appearanceKey: string;
  load: () => Promise<{ component: ComponentModule }>;
}

const loadTasks = () => import('./components/tasks/index.ts');

/** Each component is a chunk of its own, loaded at its first mount. */
export const registry: Partial<Record<DrawnName, Registration>> = {
  GoogleOneTap: { appearanceKey: 'oneTap', load: () => import('./components/google-one-tap/index.ts') },
  Impersonation: { appearanceKey: 'impersonationFab', load: () => import('./components/impersonation/index.ts') },
  SignIn: { appearanceKey: 'signIn', load: () => import('./components/sign-in/index.ts') },
  SignUp: { appearanceKey: 'signUp', load: () => import('./components/sign-up/index.ts') },
  TaskChooseOrganization: { appearanceKey: 'taskChooseOrganization', load: async () => ({ component: (await loadTasks()).taskChooseOrganization }) },
  TaskResetPassword: { appearanceKey: 'taskResetPassword', load: async () => ({ component: (await loadTasks()).taskResetPassword }) },
  TaskSetupMFA: { appearanceKey: 'taskSetupMfa', load: async () => ({ component: (await loadTasks()).taskSetupMfa }) },
  UserAvatar: { appearanceKey: 'userAvatar', load: () => import('./components/user-avatar/index.ts') },
  UserButton: { appearanceKey: 'userButton', load: () => import('./components/user-button/index.ts') },
  UserProfile: { appearanceKey: 'userProfile', load: () => import('./components/user-profile/index.ts') },
  UserVerification: { appearanceKey: 'userVerification', load: () => import('./components/user-verification/index.ts') },
  Waitlist: { appearanceKey: 'waitlist', load: () => import('./components/waitlist/index.ts') },
};
