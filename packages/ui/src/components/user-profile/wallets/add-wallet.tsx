import type { Web3Strategy } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { Button } from '../../../foundation/controls/button.tsx';
import { useForm } from '../../../foundation/form/use-form.ts';
import { ActionCard } from '../../../foundation/profile/action-card.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { ProviderIcon } from '../../../foundation/social/provider-icon.tsx';
import { walletsOf, type Provider } from '../../../foundation/social/providers.ts';
import { useUser } from '../use-user.ts';
import { isVerified, useConnectWallet } from './connect.ts';

/** Offers the wallets that the instance knows and the account has not. */
export function AddWallet({ onDone }: { onDone: () => void }) {
  const { cl, text, environment } = useScope();
  const user = useUser();
  const connect = useConnectWallet();
  const form = useForm({});
  const [busy, setBusy] = useState<string>();
  const connected = new Set(user.web3Wallets.filter(isVerified).map(({ verification }) => verification.strategy));
  const providers = walletsOf(environment.userSettings.web3FirstFactors).filter(({ strategy }) => !connected.has(strategy));

  const choose = async (provider: Provider<Web3Strategy>) => {
    setBusy(provider.id);
    if (await form.run(() => connect(provider))) onDone();
    setBusy(undefined);
  };

  return (
    <ActionCard
      title={text('userProfile.web3WalletPage.title')}
      subtitle={text(`userProfile.web3WalletPage.subtitle__${providers.length > 0 ? 'available' : 'unavailable'}Wallets`)}
    >
      <Alert>{form.error}</Alert>
      <div class={cl('alternativeMethods')}>
        {providers.map(provider => (
          <Button
            key={provider.id}
            element={`socialButtonsBlockButton__${provider.id}`}
            look="outlined"
            wide
            loading={busy === provider.id}
            disabled={busy !== undefined}
            onClick={() => choose(provider)}
          >
            <ProviderIcon provider={provider} icon="socialButtonsProviderIcon" initial="socialButtonsProviderInitialIcon" />
            {text('userProfile.web3WalletPage.web3WalletButtonsBlockButton', { provider: provider.name })}
          </Button>
        ))}
      </div>
      <div class="f-formButtons">
        <Button element="formButtonReset" look="bare" onClick={onDone}>
          {text('userProfile.formButtonReset')}
        </Button>
      </div>
    </ActionCard>
  );
}
