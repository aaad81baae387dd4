/** Errors of a request as such: who asks, from where, in which form, how often. */
import type { ErrorTable } from './definition.ts';

export const REQUEST_ERRORS = {
  api_version_invalid: {
    status: 400,
    message: 'Unknown API version',
    longMessage: 'Name one supported API version, either in `Clerk-API-Version` or in `__clerk_api_version`, not in both.',
  },
  authentication_invalid: {
    status: 401,
    message: 'Not authenticated',
    longMessage: 'This request carries no valid credentials. Sign in and try again.',
  },
  authorization_header_format_invalid: {
    status: 401,
    message: 'Malformed Authorization header',
    longMessage: 'Send the header as `Authorization: Bearer <token>`.',
  },
  authorization_invalid: {
    status: 403,
    message: 'Not allowed',
    longMessage: 'You are not allowed to do this. Ask an administrator for access.',
  },
  bad_request: { status: 400, message: 'The request could not be understood. Check its parameters and try again.' },
  bulk_size_exceeded: {
    status: 400,
    message: 'Too many items',
    longMessage: 'This request holds too many items. Split it into smaller ones.',
  },
  cannot_detect_ip: { status: 503, message: 'Your network address could not be found out. Please try again.' },
  clerk_key_invalid: {
    status: 401,
    message: 'Invalid secret key',
    longMessage: 'The secret key is missing, revoked or belongs to another instance. Copy it from the API keys page.',
  },
  client_not_found: {
    status: 400,
    message: 'Client not found',
    longMessage: 'This request belongs to no known browser or device. Reload the page and try again.',
  },
  conflict: { status: 409, message: 'Someone changed this at the same moment. Reload it and try again.' },
  cookie_invalid: {
    status: 400,
    message: 'Invalid cookie',
    longMessage: 'The client cookie is not valid any more. Reload the page to get a new one.',
  },
  could_not_authenticate_request: {
    status: 401,
    message: 'Not authenticated',
    longMessage: 'The request could not be authenticated. Check the key or token it carries.',
  },
  csrf_token_invalid: {
    status: 403,
    message: 'Invalid CSRF token',
    longMessage: 'This form is out of date. Reload the page and send it again.',
  },
  deprovisioned: {
    status: 401,
    message: 'Account closed',
    longMessage: 'This account has been closed by its organization. Contact your administrator.',
  },
  dev_browser_unauthenticated: {
    status: 401,
    message: 'Unknown development browser',
    longMessage: 'This browser has no valid development session. Reload the page to get a new one.',
  },
  duplicate_list_items_not_allowed: { status: 422, message: 'The list holds an item twice. Remove the duplicate.' },
  failed_to_verify_internal_migration_jwt: { status: 401, message: 'The migration token could not be verified.' },
  feature_not_enabled: {
    status: 403,
    message: 'Not enabled',
    longMessage: 'This feature is not enabled for the instance. An administrator can turn it on in the settings.',
  },
  feature_not_implemented: {
    status: 403,
    message: 'Not available yet',
    longMessage: 'This server does not offer this feature yet. See the status page of the documentation.',
  },
  gateway_timeout: { status: 504, message: 'This took too long. Please try again.' },
  host_invalid: {
    status: 400,
    message: 'Unknown host',
    longMessage: 'No instance answers at this host. Check the publishable key, the proxy URL and the domain settings.',
  },
  infinite_redirect_loop: {
    status: 400,
    message: 'Redirect loop',
    longMessage: 'The page redirects in a circle. Check that publishable key and secret key are of the same instance.',
  },
  internal_clerk_error: {
    status: 500,
    message: 'Something went wrong',
    longMessage: 'Something went wrong on our side. Please try again; if it stays, tell us the trace id.',
  },
  internal_migration_jwt_missing_instance_id: { status: 401, message: 'The migration token names no instance.' },
  invalid_query_parameter_value: {
    status: 400,
    message: 'Invalid query parameter',
    longMessage: '{field} in the query is not valid. Correct it and try again.',
  },
  maintenance_mode: {
    status: 503,
    message: 'Under maintenance',
    longMessage: 'We are being maintained and can only read for a moment. Please try again in a few minutes.',
  },
  malformed_publishable_key: {
    status: 400,
    message: 'Malformed publishable key',
    longMessage: 'The publishable key is not well-formed. Copy it again from the API keys page.',
  },
  malformed_request_parameters: {
    status: 400,
    message: 'Malformed parameters',
    longMessage: 'The request parameters could not be read. Check their encoding and try again.',
  },
  missing_query_parameter: {
    status: 400,
    message: 'Missing query parameter',
    longMessage: '{field} is missing in the query. Add it and try again.',
  },
  multiple_authorization_header_values_forbidden: {
    status: 400,
    message: 'Several Authorization headers',
    longMessage: 'Send one `Authorization` header only.',
  },
  multiple_origin_header_values_forbidden: {
    status: 400,
    message: 'Several Origin headers',
    longMessage: 'Send one `Origin` header only.',
  },
  native_api_disabled: {
    status: 400,
    message: 'Native API disabled',
    longMessage: 'Native apps may not use this instance. An administrator can allow them in the settings.',
  },
  operation_deprecated: {
    status: 410,
    message: 'No longer available',
    longMessage: 'This endpoint has been removed. The documentation names its successor.',
  },
  origin_authorization_headers_conflict: {
    status: 400,
    message: 'Origin and Authorization together',
    longMessage: 'Browsers send `Origin`, native apps send `Authorization`. Send only one of them.',
  },
  origin_invalid: {
    status: 400,
    message: 'Origin not allowed',
    longMessage: 'Requests from this origin are not allowed. Add it to the allowed origins, or use the key of this domain.',
  },
  origin_missing: {
    status: 400,
    message: 'Origin missing',
    longMessage: 'A browser request needs an `Origin` header.',
  },
  proxy_request_invalid_secret_key: {
    status: 401,
    message: 'Proxy: invalid secret key',
    longMessage: 'The proxy sent a secret key of another instance in `Clerk-Secret-Key`. Check its configuration.',
  },
  proxy_request_missing_secret_key: {
    status: 400,
    message: 'Proxy: secret key missing',
    longMessage: 'The proxy must send the secret key in `Clerk-Secret-Key`.',
  },
  request_body_invalid: {
    status: 400,
    message: 'Unreadable request body',
    longMessage: 'The request body could not be read. Check its format and its `Content-Type`.',
  },
  request_header_missing: {
    status: 400,
    message: 'Missing header',
    longMessage: 'Browsers must send `Origin`, native apps `Authorization`.',
  },
  request_invalid_for_environment: {
    status: 400,
    message: 'Not possible here',
    longMessage: 'This request is not possible for this type of instance (development or production).',
  },
  request_invalid_for_instance: { status: 400, message: 'This request is not possible for this instance.' },
  resource_forbidden: {
    status: 403,
    message: 'Not allowed',
    longMessage: 'You have no access to this resource.',
  },
  resource_missmatch: { status: 400, message: 'The resource does not fit the request. Check both.' },
  resource_not_found: {
    status: 404,
    message: 'Not found',
    longMessage: 'Nothing was found here. Check the id: it may be mistyped, or the thing may have been deleted.',
  },
  service_unavailable: { status: 503, message: 'The service is busy. Please try again in a moment.' },
  too_many_requests: {
    status: 429,
    message: 'Too many requests',
    longMessage: 'Too many requests in a short time. Please wait a moment and try again.',
  },
  unsupported_content_type: {
    status: 415,
    message: 'Unsupported content type',
    longMessage: 'This endpoint cannot read this `Content-Type`. The documentation names the accepted ones.',
  },
} as const satisfies ErrorTable;
