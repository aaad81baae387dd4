/**
 * Errors on the wire: `{ errors: [{ code, message, long_message, meta }], clerk_trace_id }`.
 *
 * Codes, statuses and meta keys are the documented ones. `message` is a few words, `long_message` (shown to people) a
 * whole sentence that says what to do next. In both, `{field}` stands for the parameter's name in words and any other
 * `{name}` for a value given when the error is made.
 */
import { ACCESS_ERRORS } from './errors/access.ts';
import { BILLING_ERRORS } from './errors/billing.ts';
import type { ErrorDefinition } from './errors/definition.ts';
import { FEDERATION_ERRORS } from './errors/federation.ts';
import { FORM_ERRORS } from './errors/forms.ts';
import { INSTANCE_ERRORS } from './errors/instances.ts';
import { ORGANIZATION_ERRORS } from './errors/organizations.ts';
import { PEOPLE_ERRORS } from './errors/people.ts';
import { REQUEST_ERRORS } from './errors/requests.ts';
import { SESSION_ERRORS } from './errors/sessions.ts';

export type { ErrorDefinition } from './errors/definition.ts';

export const ERRORS = {
  ...REQUEST_ERRORS,
  ...FORM_ERRORS,
  ...ACCESS_ERRORS,
  ...SESSION_ERRORS,
  ...PEOPLE_ERRORS,
  ...ORGANIZATION_ERRORS,
  ...FEDERATION_ERRORS,
  ...BILLING_ERRORS,
  ...INSTANCE_ERRORS,
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** Keys that SDKs read; others reach only those who look at the body themselves. */
export interface ErrorMeta {
  param_name?: string;
  param_names?: readonly string[];
  session_id?: string;
  email_addresses?: readonly string[];
  identifiers?: readonly string[];
  zxcvbn?: { suggestions: ReadonlyArray<{ code: string; message: string }> };
  plan?: unknown;
  is_plan_upgrade_possible?: boolean;
  [key: string]: unknown;
}

/** One entry of the `errors` array. */
export interface ErrorObject {
  code: string;
  message: string;
  long_message: string;
  meta?: ErrorMeta;
}

export interface ErrorBody {
  errors: ErrorObject[];
  clerk_trace_id: string;
}

export interface ErrorOptions {
  /** Name of the parameter at fault: becomes `meta.param_name` and `{field}`. */
  param?: string;
  meta?: ErrorMeta;
  /** Values of the other placeholders in the texts; required where the table's text has some. */
  values?: Record<string, string | number>;
  /** Replaces the table's text, for the few errors whose text depends on the case. */
  message?: string;
  longMessage?: string;
  /** Replaces the table's status, for the few codes that are documented with two. */
  status?: number;
  /** Seconds until another try makes sense; the server sends it as `Retry-After`. */
  retryAfter?: number;
  /** What the log is told and the client is not. */
  cause?: unknown;
}

/** A refusal that the caller is told about. Throw it; the server turns it into a response. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly errors: readonly ErrorObject[];
  readonly retryAfter: number | undefined;

  constructor(status: number, errors: readonly ErrorObject[], options: Pick<ErrorOptions, 'retryAfter' | 'cause'> = {}) {
    super(errors.map((error) => `${error.code}: ${error.long_message}`).join(' · '), { cause: options.cause });
    this.status = status;
    this.errors = errors;
    this.retryAfter = options.retryAfter;
  }

  /** Code of the first error: the one that decides the status. */
  get code(): string {
    return this.errors[0]?.code ?? 'internal_clerk_error';
  }
}

type PlaceholderIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Exclude<Name, 'field'> | PlaceholderIn<Rest>
  : never;
type PlaceholderOf<Code extends ErrorCode> = PlaceholderIn<(typeof ERRORS)[Code][keyof (typeof ERRORS)[Code]]>;

/** Options are optional unless the code's text has placeholders to fill (or is replaced as a whole). */
type OptionsFor<Code extends ErrorCode> = [PlaceholderOf<Code>] extends [never]
  ? [options?: ErrorOptions]
  : [options: ErrorOptions & ({ values: Record<PlaceholderOf<Code>, string | number> } | { longMessage: string })];

/** Makes one documented error, ready to throw. */
export function apiError<Code extends ErrorCode>(code: Code, ...[options = {}]: OptionsFor<Code>): ApiError {
  const definition: ErrorDefinition = ERRORS[code];
  return new ApiError(options.status ?? definition.status, [errorObject(code, options)], options);
}

/**
 * Several errors in one answer, for instance all parameters at fault; the first one decides the status.
 *
 * @throws RangeError when there is none
 */
export function joinErrors(errors: readonly ApiError[]): ApiError {
  const [first] = errors;
  if (first === undefined) throw new RangeError('There is no error to answer with.');
  const { retryAfter, cause } = first;
  return new ApiError(first.status, errors.flatMap((error) => error.errors), { retryAfter, cause });
}

/** The response body of an error. */
export function errorBody(error: ApiError, traceId: string): ErrorBody {
  return { errors: [...error.errors], clerk_trace_id: traceId };
}

function errorObject(code: ErrorCode, options: ErrorOptions): ErrorObject {
  const definition: ErrorDefinition = ERRORS[code];
  const values = { field: fieldInWords(options.param), ...options.values };
  const message = fill(options.message ?? definition.message, values);
  const longMessage = fill(options.longMessage ?? definition.longMessage ?? message, values);
  const meta = options.param === undefined ? options.meta : { param_name: options.param, ...options.meta };
  return { code, message, long_message: longMessage, ...(meta ? { meta } : {}) };
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

/** `email_address` → `Email address`. */
function fieldInWords(param: string | undefined): string {
  if (param === undefined) return 'This value';
  const words = param.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
