/** Every resource on the wire says what it is. Times are milliseconds since 1970 throughout. */
export interface ClerkResourceJSON<ObjectType extends string = string> {
  object: ObjectType;
  id: string;
}

export interface Timestamps {
  created_at: number;
  updated_at: number;
}

export interface DeletedObjectJSON {
  object: string;
  id?: string;
  slug?: string;
  deleted: boolean;
}

export interface PaginatedResponseJSON {
  data: object[];
  total_count?: number;
}

export interface TotalCountJSON {
  object: 'total_count';
  total_count: number;
}

export interface VerificationJSON extends ClerkResourceJSON {
  status: 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired';
  strategy: string;
  attempts: number | null;
  expire_at: number | null;
  verified_at_client?: string;
  external_verification_redirect_url?: string | null;
  nonce?: string | null;
  message?: string | null;
}

export interface IdentificationLinkJSON extends ClerkResourceJSON {
  type: string;
}
