import { useScope } from '../../foundation/scope.ts';
import { providersOf } from '../../foundation/social/providers.ts';
import { ConnectedAccountsSection } from './connected-accounts-section.tsx';
import { EmailAddressesSection } from './email-addresses-section.tsx';
import { PhoneNumbersSection } from './phone-numbers-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { useUser } from './use-user.ts';
import { UsernameSection } from './username-section.tsx';
import { WalletsSlot } from './wallets-slot.tsx';

/** Who one is, and how one can be reached. */
export function AccountPage() {
  const { attributes, social } = useScope().environment.userSettings;
  const user = useUser();
  return (
    <>
      <ProfileSection />
      {attributes.username?.enabled && <UsernameSection />}
      {attributes.email_address?.enabled && <EmailAddressesSection />}
      {attributes.phone_number?.enabled && <PhoneNumbersSection />}
      {(providersOf(social, true).length > 0 || user.externalAccounts.length > 0) && <ConnectedAccountsSection />}
      {attributes.web3_wallet?.enabled && <WalletsSlot />}
    </>
  );
}
