import { Avatar } from '../controls/avatar.tsx';
import { useScope } from '../scope.ts';

/** What a preview needs to know of an organization. */
export interface PreviewedOrganization {
  name: string;
  imageUrl: string;
  hasImage: boolean;
}

/** An organization in a line: logo, name, and what one is in it. */
export function OrganizationPreview({ organization, detail, size = 9 }: {
  organization: PreviewedOrganization;
  detail?: string | undefined;
  size?: number;
}) {
  const { cl } = useScope();
  const { name, imageUrl, hasImage } = organization;
  return (
    <span class={cl('organizationPreview')}>
      <span class={cl('organizationPreviewAvatarContainer')}>
        <Avatar
          of={{ imageUrl, hasImage, fallback: name }}
          size={size}
          rounded={false}
          box="organizationPreviewAvatarBox"
          image="organizationPreviewAvatarImage"
        />
      </span>
      <span class={cl('organizationPreviewTextContainer')}>
        <span class={cl('organizationPreviewMainIdentifier')}>{name}</span>
        {detail && <span class={cl('organizationPreviewSecondaryIdentifier')}>{detail}</span>}
      </span>
    </span>
  );
}
