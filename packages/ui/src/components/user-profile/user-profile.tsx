import type { UserProfileProps } from '@foyer/js/types';
import { useEffect } from 'preact/hooks';
import { orderPages, ProfileLayout } from '../../foundation/profile/profile-layout.tsx';
import { useScope } from '../../foundation/scope.ts';
import { AccountPage } from './account-page.tsx';
import { SecurityPage } from './security-page.tsx';

/** `<UserProfile/>`: everything about one's account, in pages. */
export function UserProfileView() {
  const { text, clerk, props, close } = useScope<UserProfileProps>();
  const signedOut = !clerk.user;
  useEffect(() => {
    if (signedOut) close();
  }, [signedOut]);
  if (signedOut) return null;
  const pages = orderPages(
    [
      { id: 'account', path: 'account', label: text('userProfile.navbar.account'), title: text('userProfile.start.headerTitle__account'), icon: 'user', content: AccountPage },
      { id: 'security', path: 'security', label: text('userProfile.navbar.security'), title: text('userProfile.start.headerTitle__security'), icon: 'shield', content: SecurityPage },
    ],
    props.customPages ?? [],
  );
  return <ProfileLayout title={text('userProfile.navbar.title')} description={text('userProfile.navbar.description')} pages={pages} />;
}
