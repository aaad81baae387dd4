export type { CustomItemProps } from './custom-items.tsx';
export { GoogleOneTap, SignIn, SignUp, TaskChooseOrganization, TaskResetPassword, TaskSetupMFA, UserAvatar, Waitlist } from './simple.tsx';
export { UserButton } from './user-button.tsx';
export { UserProfile } from './user-profile.tsx';
