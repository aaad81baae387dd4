/** What every resource of the browser SDK has. */
export interface ClerkResource {
  readonly id?: string | undefined;
  /** Path of the resource in the Frontend API. */
  pathRoot: string;
  /** Fetches the resource again and updates it in place. */
  reload(params?: ClerkResourceReloadParams): Promise<this>;
}

export interface ClerkResourceReloadParams {
  /** Proof that a native redirect belongs to this client. */
  rotatingTokenNonce?: string;
}

export interface ClerkPaginatedResponse<T> {
  data: T[];
  total_count: number;
}

export interface ClerkPaginationParams {
  /** First page to fetch, counted from 1. */
  initialPage?: number;
  /** Items a page; 10 unless given. */
  pageSize?: number;
}

export interface DeletedObjectResource {
  object: string;
  id?: string;
  slug?: string;
  deleted: boolean;
}

export interface ImageResource extends ClerkResource {
  id?: string;
  name: string | null;
  publicUrl: string | null;
}

/** One error of an answer, in camelCase. */
export interface ClerkAPIError {
  /** Stable name of the error. */
  code: string;
  message: string;
  longMessage?: string;
  meta?: {
    paramName?: string;
    sessionId?: string;
    emailAddresses?: string[];
    identifiers?: string[];
    /** What the person lacks. */
    permissions?: string[];
    zxcvbn?: { suggestions: { code: string; message: string }[] };
    plan?: { amount_formatted: string; annual_monthly_amount_formatted: string; currency_symbol: string; id: string; name: string };
    isPlanUpgradePossible?: boolean;
  };
}

export type InstanceType = 'production' | 'development';

export type Autocomplete<Known extends string, Base extends string = string> = Known | (Base & Record<never, never>);
