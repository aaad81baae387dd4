import type { ExternalAccountResource, UserProfileProps } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Badge } from '../../foundation/controls/badge.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { ActionCard, RemoveCard } from '../../foundation/profile/action-card.tsx';
import { ActionMenu, Section, SectionButton, SectionItem } from '../../foundation/profile/section.tsx';
import { useScope } from '../../foundation/scope.ts';
import { ProviderIcon } from '../../foundation/social/provider-icon.tsx';
import { providersOf, type Provider } from '../../foundation/social/providers.ts';
import { SocialButtons } from '../../foundation/social/social-buttons.tsx';
import { useUser } from './use-user.ts';

/** Accounts elsewhere that one can sign in with. */
export function ConnectedAccountsSection() {
  const { cl, text, environment } = useScope();
  const user = useUser();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ExternalAccountResource>();
  const connect = useConnect();
  const providers = providersOf(environment.userSettings.social, true);
  const connected = new Set(user.externalAccounts.map(account => `oauth_${account.provider}`));
  const addable = providers.filter(provider => !connected.has(provider.strategy));

  return (
    <Section id="connectedAccounts" title={text('userProfile.start.connectedAccountsSection.title')}>
      <Alert>{connect.form.error}</Alert>
      <div class={cl('profileSectionItemList', 'profileSectionItemList__connectedAccounts')}>
        {user.externalAccounts.map(account =>
          removing?.id === account.id ? (
            <RemoveCard
              key={account.id}
              title={text('userProfile.connectedAccountPage.removeResource.title')}
              lines={[
                text('userProfile.connectedAccountPage.removeResource.messageLine1', { identifier: account.providerTitle() }),
                text('userProfile.connectedAccountPage.removeResource.messageLine2'),
              ]}
              remove={() => account.destroy()}
              onDone={() => setRemoving(undefined)}
            />
          ) : (
            <ConnectedAccount key={account.id} account={account} providers={providers} onConnect={connect.run} onRemove={() => setRemoving(account)} />
          ),
        )}
      </div>
      {adding ? (
        <ActionCard title={text('userProfile.connectedAccountPage.title')} subtitle={text('userProfile.connectedAccountPage.formHint')}>
          <SocialButtons providers={addable} onSelect={connect.run} />
          <div class="f-formButtons">
            <Button element="formButtonReset" look="bare" onClick={() => setAdding(false)}>
              {text('userProfile.formButtonReset')}
            </Button>
          </div>
        </ActionCard>
      ) : (
        addable.length > 0 && (
          <SectionButton id="connectedAccounts" icon="plus" onClick={() => setAdding(true)}>
            {text('userProfile.start.connectedAccountsSection.primaryButton')}
          </SectionButton>
        )
      )}
    </Section>
  );
}

function ConnectedAccount({ account, providers, onConnect, onRemove }: {
  account: ExternalAccountResource;
  providers: readonly Provider[];
  onConnect: (provider: Provider) => Promise<unknown>;
  onRemove: () => void;
}) {
  const { text } = useScope();
  const provider: Provider = providers.find(({ strategy }) => strategy === `oauth_${account.provider}`) ?? {
    id: account.provider,
    strategy: `oauth_${account.provider}`,
    name: account.providerTitle(),
    logoUrl: undefined,
  };
  const failed = account.verification?.status !== 'verified';
  const error = account.verification?.error;
  return (
    <SectionItem
      id="connectedAccounts"
      action={
        <ActionMenu
          id="connectedAccounts"
          about={provider.name}
          actions={[
            ...(failed ? [{ label: text('userProfile.start.connectedAccountsSection.actionLabel__connectionFailed'), onClick: () => onConnect(provider) }] : []),
            { label: text('userProfile.start.connectedAccountsSection.destructiveActionTitle'), destructive: true, onClick: onRemove },
          ]}
        />
      }
    >
      <ProviderIcon provider={provider} icon="providerIcon" initial="providerInitialIcon" />
      <span>{provider.name}</span>
      <bdi class="f-quiet">{account.accountIdentifier()}</bdi>
      {failed && <Badge kind="actionRequired">{text('badge__requiresAction')}</Badge>}
      {failed && <small>{error?.longMessage ?? text('userProfile.start.connectedAccountsSection.subtitle__disconnected')}</small>}
    </SectionItem>
  );
}

/** Connects an account: goes to the provider, which sends people back to where they are now. */
function useConnect() {
  const { clerk, props } = useScope<UserProfileProps>();
  const user = useUser();
  const form = useForm({});
  const run = (provider: Provider) =>
    form.run(async () => {
      const scopes = (props.additionalOAuthScopes as Record<string, string[]> | undefined)?.[provider.id];
      const account = await user.createExternalAccount({
        strategy: provider.strategy as Parameters<typeof user.createExternalAccount>[0]['strategy'],
        redirectUrl: location.href,
        ...(scopes && { additionalScopes: scopes }),
      });
      const url = account.verification?.externalVerificationRedirectURL;
      if (url) await clerk.navigate(url.href);
    });
  return { form, run };
}
