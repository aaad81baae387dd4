import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { LastUsed } from '../controls/last-used.tsx';
import { useScope } from '../scope.ts';
import { ProviderIcon } from './provider-icon.tsx';
import type { AnyProvider } from './providers.ts';

/** One button a provider: wide ones for one or two, a grid of icons for more (unless the layout says otherwise). */
export function SocialButtons<Provider extends AnyProvider>({ providers, onSelect, lastUsed }: {
  providers: readonly Provider[];
  onSelect: (provider: Provider) => Promise<unknown>;
  /** Strategy this browser signed in with last. */
  lastUsed?: string | null | undefined;
}) {
  const { cl, text, appearance } = useScope();
  const [busy, setBusy] = useState<string>();
  const variant = appearance.layout.socialButtonsVariant;
  const icons = variant === 'iconButton' || (variant === 'auto' && providers.length > 2);
  const element = icons ? 'socialButtonsIconButton' : 'socialButtonsBlockButton';

  const select = async (provider: Provider) => {
    setBusy(provider.id);
    await onSelect(provider).finally(() => setBusy(undefined));
  };

  return (
    <div class={cl('socialButtonsRoot')}>
      <div class={`${cl('socialButtons')}${icons ? ' f-socialGrid' : ''}`}>
        {providers.map(provider => {
          const label = text('socialButtonsBlockButton', { provider: provider.name });
          const used = lastUsed === provider.strategy;
          return (
            <Button
              key={provider.id}
              element={`${element}__${provider.id}`}
              look="outlined"
              wide
              loading={busy === provider.id}
              disabled={busy !== undefined}
              aria-label={icons ? [label, used && text('lastAuthenticationStrategy')].filter(Boolean).join(', ') : undefined}
              title={icons ? provider.name : undefined}
              onClick={() => select(provider)}
            >
              <ProviderIcon provider={provider} icon="socialButtonsProviderIcon" initial="socialButtonsProviderInitialIcon" />
              {!icons && <span class={cl('socialButtonsBlockButtonText', `socialButtonsBlockButtonText__${provider.id}`)}>{label}</span>}
              {used && <LastUsed />}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
