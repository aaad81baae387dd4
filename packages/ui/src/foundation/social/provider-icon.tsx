import type { ElementKey } from '../appearance/element-keys.ts';
import { useScope } from '../scope.ts';
import { glyphs } from './glyphs.tsx';
import type { AnyProvider } from './providers.ts';

/** A provider's mark: its own logo when it is a custom one, our glyph, or its initial. */
export function ProviderIcon({ provider, icon, initial }: { provider: AnyProvider; icon: ElementKey; initial: ElementKey }) {
  const { cl } = useScope();
  const { id, logoUrl, name } = provider;
  const Glyph = glyphs[id];
  if (logoUrl) return <img class={cl('providerIcon', icon, `${icon}__${id}`)} src={logoUrl} alt="" />;
  if (Glyph) {
    return (
      <svg class={cl('providerIcon', icon, `${icon}__${id}`)} viewBox="0 0 16 16" aria-hidden="true">
        <Glyph />
      </svg>
    );
  }
  return (
    <span class={cl('providerInitialIcon', initial, `${initial}__${id}`)} aria-hidden="true">
      {name.charAt(0)}
    </span>
  );
}
