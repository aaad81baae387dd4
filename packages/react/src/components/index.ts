export type { CustomItemProps } from './custom-items.tsx';
export { GoogleOneTap, SignIn, SignUp, UserAvatar, Waitlist } from './simple.tsx';
export { UserButton } from './user-button.tsx';
export { UserProfile } from './user-profile.tsx';
