import type { Web3Strategy, Web3WalletResource } from '@foyer/js/types';
import { Badge } from '../../../foundation/controls/badge.tsx';
import { ActionMenu, SectionItem } from '../../../foundation/profile/section.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { ProviderIcon } from '../../../foundation/social/provider-icon.tsx';
import { walletsOf } from '../../../foundation/social/providers.ts';
import { isVerified } from './connect.ts';

/** `0x1234…cdef`: the ends of an address are what people compare. */
export const shortAddress = (address: string) => (address.length > 14 ? `${address.slice(0, 6)}…${address.slice(-4)}` : address);

/** A wallet of the account, and what can be done with it. */
export function Wallet({ wallet, isPrimary, onMakePrimary, onRemove }: {
  wallet: Web3WalletResource;
  isPrimary: boolean;
  onMakePrimary: () => void;
  onRemove: () => void;
}) {
  const { text } = useScope();
  const verified = isVerified(wallet);
  const { strategy } = wallet.verification;
  const [provider] = strategy ? walletsOf([strategy as Web3Strategy]) : [];
  const address = shortAddress(wallet.web3Wallet);
  return (
    <SectionItem
      id="web3Wallets"
      action={
        <ActionMenu
          id="web3Wallets"
          about={address}
          actions={[
            ...(verified && !isPrimary ? [{ label: text('userProfile.start.web3WalletsSection.detailsAction__nonPrimary'), onClick: onMakePrimary }] : []),
            { label: text('userProfile.start.web3WalletsSection.destructiveAction'), destructive: true, onClick: onRemove },
          ]}
        />
      }
    >
      {provider && <ProviderIcon provider={provider} icon="providerIcon" initial="providerInitialIcon" />}
      {provider && <span>{provider.name}</span>}
      <bdi class="f-quiet" title={wallet.web3Wallet}>
        {address}
      </bdi>
      {isPrimary && <Badge kind="primary">{text('badge__primary')}</Badge>}
      {!verified && <Badge kind="actionRequired">{text('badge__unverified')}</Badge>}
    </SectionItem>
  );
}
