import type { ComponentChildren } from 'preact';
import { Icon } from '../controls/icon.tsx';
import { useScope } from '../scope.ts';
import { Logo } from './logo.tsx';

/** A card's heading. `identity` is who the step is about; `onEdit` goes back to change it. */
export function Header({ title, subtitle, identity, editLabel, onEdit }: {
  title: string;
  subtitle?: ComponentChildren;
  identity?: string | null | undefined;
  editLabel?: string;
  onEdit?: (() => void) | undefined;
}) {
  const { cl, appearance } = useScope();
  return (
    <div class={cl('header')}>
      {appearance.layout.logoPlacement === 'inside' && <Logo />}
      <div class="f-heading">
        <h1 class={cl('headerTitle')} tabIndex={-1}>
          {title}
        </h1>
        {subtitle && <p class={cl('headerSubtitle')}>{subtitle}</p>}
        {identity && (
          <div class={cl('identityPreview')}>
            <bdi class={cl('identityPreviewText')}>{identity}</bdi>
            {onEdit && (
              <button type="button" class={cl('identityPreviewEditButton')} aria-label={editLabel} onClick={onEdit}>
                <Icon name="pencil" class={cl('identityPreviewEditButtonIcon')} />
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
