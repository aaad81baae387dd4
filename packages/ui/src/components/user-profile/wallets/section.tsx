import type { Web3WalletResource } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { useForm } from '../../../foundation/form/use-form.ts';
import { RemoveCard } from '../../../foundation/profile/action-card.tsx';
import { Section, SectionButton } from '../../../foundation/profile/section.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { useUser } from '../use-user.ts';
import { AddWallet } from './add-wallet.tsx';
import { Wallet } from './wallet.tsx';

/** The crypto wallets that one can sign in with: connect, make primary, remove. */
export function WalletsSection() {
  const { cl, text } = useScope();
  const user = useUser();
  const form = useForm({});
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Web3WalletResource>();
  const makePrimary = ({ id }: Web3WalletResource) => form.run(() => user.update({ primaryWeb3WalletId: id }));

  return (
    <Section id="web3Wallets" title={text('userProfile.start.web3WalletsSection.title')}>
      <Alert>{form.error}</Alert>
      <div class={cl('profileSectionItemList', 'profileSectionItemList__web3Wallets')}>
        {user.web3Wallets.map(wallet =>
          removing?.id === wallet.id ? (
            <RemoveCard
              key={wallet.id}
              title={text('userProfile.web3WalletPage.removeResource.title')}
              lines={[
                text('userProfile.web3WalletPage.removeResource.messageLine1', { identifier: wallet.web3Wallet }),
                text('userProfile.web3WalletPage.removeResource.messageLine2'),
              ]}
              remove={() => wallet.destroy()}
              onDone={() => setRemoving(undefined)}
            />
          ) : (
            <Wallet
              key={wallet.id}
              wallet={wallet}
              isPrimary={wallet.id === user.primaryWeb3WalletId}
              onMakePrimary={() => makePrimary(wallet)}
              onRemove={() => setRemoving(wallet)}
            />
          ),
        )}
      </div>
      {adding ? (
        <AddWallet onDone={() => setAdding(false)} />
      ) : (
        <SectionButton id="web3Wallets" icon="plus" onClick={() => setAdding(true)}>
          {text('userProfile.start.web3WalletsSection.primaryButton')}
        </SectionButton>
      )}
    </Section>
  );
}
