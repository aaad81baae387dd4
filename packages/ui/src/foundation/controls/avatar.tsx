import { useState } from 'preact/hooks';
import type { ElementName } from '../appearance/element-keys.ts';
import { useScope } from '../scope.ts';

/** What an avatar needs to know of a user. */
export interface AvatarOf {
  imageUrl?: string | undefined;
  hasImage?: boolean | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  fallback?: string | undefined;
}

const initial = (text: string | null | undefined) => (text ? String.fromCodePoint(text.codePointAt(0) ?? 32).toUpperCase() : '');

/** A picture, or the initials where there is none (or while it does not load). */
export function Avatar({ of, box = 'avatarBox', image = 'avatarImage', rounded = true, size }: {
  of: AvatarOf;
  box?: ElementName;
  image?: ElementName;
  rounded?: boolean;
  /** Size in steps of 4 px. */
  size?: number;
}) {
  const { cl } = useScope();
  const [broken, setBroken] = useState<string>();
  const initials = initial(of.firstName) + initial(of.lastName) || initial(of.fallback);
  const showImage = of.imageUrl && of.hasImage !== false && broken !== of.imageUrl;
  return (
    <span
      class={`${cl('avatarBox', box)}${rounded ? '' : ' f-square'}`}
      style={size ? { '--f-size': `calc(var(--f-u) * ${size})` } : undefined}
    >
      {showImage ? (
        <img class={cl('avatarImage', image)} src={of.imageUrl} alt="" onError={() => setBroken(of.imageUrl)} />
      ) : (
        <span aria-hidden="true">{initials}</span>
      )}
    </span>
  );
}
