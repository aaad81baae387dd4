import type { PublicUserDataResource as PublicUserDataJSON } from '@foyer/protocol/schemas/resources/organization';
import type { PublicUserData } from '../types/session.ts';

/** What others may know of a user. Docs: reference/javascript/types/public-user-data. */
export function parsePublicUserData(json: PublicUserDataJSON | null | undefined): PublicUserData {
  return {
    firstName: json?.first_name ?? null,
    lastName: json?.last_name ?? null,
    imageUrl: json?.image_url ?? '',
    hasImage: json?.has_image ?? false,
    identifier: json?.identifier ?? '',
    userId: json?.user_id ?? undefined,
  };
}
