import { ApiError, apiError, errorBody, joinErrors } from '@foyer/protocol/errors';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { letOriginRead } from './cors.ts';
import { errorPage, isForPerson } from './error-page.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { sendJson } from './json.ts';

/** How soon it is worth asking a busy database again, in seconds. */
const BUSY_FOR = 2;

/** Turns everything that can go wrong into the documented error shape, with the trace id that the log has too. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ApiError, request, reply) => {
    const told = toApiError(error);
    if (told.status >= 500) request.log.error({ err: error, trace: request.id }, 'a request failed');
    else if (told.cause !== undefined) request.log.info({ trace: request.id, code: told.code, err: told.cause }, 'a request was refused');
    return sendError(reply, told, request.id);
  });
}

/** Answers an address that no route could be looked up for, before any hook has run. */
export function answerUnreadableAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  letOriginRead(request, reply);
  sendError(reply, toApiError(error), request.id);
}

/** Sends an error in the documented shape; as a page to people who came with their browser. */
export function sendError(reply: FastifyReply, error: ApiError, traceId: string): FastifyReply {
  if (error.retryAfter !== undefined) reply.header('retry-after', String(error.retryAfter));
  // Whatever the route would have allowed: a refusal is no document to keep.
  reply.code(error.status).header('x-clerk-trace-id', traceId).header('cache-control', 'no-store');
  if (!isForPerson(reply.request)) return sendJson(reply, errorBody(error, traceId));
  const { body, headers, contentType } = errorPage(error, traceId);
  return reply.headers(headers).header('content-type', contentType).send(body);
}

function toApiError(error: FastifyError | ApiError): ApiError {
  if (error instanceof ApiError) return error;
  if (error.validation) return fromValidation(error.validation);
  const status = error.statusCode ?? 500;
  if (status === 413) return apiError('bad_request', { status, longMessage: 'The request is too large. Send less at once.' });
  if (status === 415) return apiError('unsupported_content_type', { longMessage: 'This content type is not understood. Send JSON or a form.' });
  // No id is so long.
  if (error.code === 'FST_ERR_MAX_PARAM_LENGTH') return apiError('resource_not_found');
  if (error.code === 'FST_ERR_BAD_URL') return apiError('malformed_request_parameters', { cause: error.message });
  if (isUnreadableBody(error)) return apiError('request_body_invalid', { cause: error.message });
  if (status >= 400 && status < 500) return apiError('bad_request', { status, cause: error.message });
  if (isUnavailable(error)) return apiError('service_unavailable', { retryAfter: BUSY_FOR, cause: error });
  return apiError('internal_clerk_error', { cause: error });
}

/** JSON that is none, or that reaches for the prototype of objects; a body of another length than was announced. */
function isUnreadableBody({ code }: FastifyError): boolean {
  return code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH';
}

type Finding = NonNullable<FastifyError['validation']>[number];

function fromValidation(findings: Finding[]): ApiError {
  return joinErrors(findings.slice(0, 1).map(fromFinding));
}

/** One finding of the schema check, as the documented form error about the parameter at fault. */
function fromFinding(finding: Finding): ApiError {
  const { keyword, params } = finding;
  if (keyword === 'required') return apiError('form_param_missing', { param: String(params['missingProperty']) });
  if (keyword === 'additionalProperties') return apiError('form_param_unknown', { param: String(params['additionalProperty']) });
  const param = finding.instancePath.split('/')[1] ?? 'body';
  if (keyword === 'maxLength') return apiError('form_param_max_length_exceeded', { param, values: { max: Number(params['limit']) } });
  if (keyword === 'maxItems') return apiError('form_param_array_size_exceeded', { param, longMessage: `{field} may hold at most ${params['limit']} values. Send fewer at once.` });
  if (keyword === 'minItems') return apiError('form_param_format_invalid', { param, longMessage: `{field} must hold at least ${count(params['limit'])}.` });
  if (keyword === 'type') return apiError('form_param_type_invalid', { param, values: { type: typesInWords(params['type']) } });
  if (keyword === 'minimum') return apiError('form_param_format_invalid', { param, longMessage: `{field} must be at least ${params['limit']}.` });
  if (keyword === 'maximum') return apiError('form_param_format_invalid', { param, longMessage: `{field} must be at most ${params['limit']}.` });
  if (keyword === 'enum' || keyword === 'const' || keyword === 'anyOf') return apiError('form_param_value_invalid', { param });
  return apiError('form_param_format_invalid', { param });
}

function count(values: unknown): string {
  return values === 1 ? 'one value' : `${values} values`;
}

const TYPES: Record<string, string> = { string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', array: 'a list', object: 'an object' };

/** The types that a parameter may have, for people: that it may also be left out goes without saying. */
function typesInWords(types: unknown): string {
  return [types].flat().flatMap((type) => TYPES[String(type)] ?? []).join(' or ') || 'null';
}
