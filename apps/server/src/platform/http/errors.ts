import { ApiError, apiError, errorBody, joinErrors } from '@foyer/protocol/errors';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
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

/** Sends an error in the documented shape. */
export function sendError(reply: FastifyReply, error: ApiError, traceId: string): FastifyReply {
  if (error.retryAfter !== undefined) reply.header('retry-after', String(error.retryAfter));
  reply.code(error.status).header('x-clerk-trace-id', traceId);
  return sendJson(reply, errorBody(error, traceId));
}

function toApiError(error: FastifyError | ApiError): ApiError {
  if (error instanceof ApiError) return error;
  if (error.validation) return fromValidation(error.validation);
  const status = error.statusCode ?? 500;
  if (status === 413) return apiError('bad_request', { status, longMessage: 'The request is too large. Send less at once.' });
  if (status === 415) return apiError('bad_request', { status, longMessage: 'This content type is not understood. Send JSON or a form.' });
  if (status >= 400 && status < 500) return apiError('bad_request', { status, cause: error.message });
  if (isUnavailable(error)) return apiError('service_unavailable', { retryAfter: BUSY_FOR, cause: error });
  return apiError('internal_clerk_error', { cause: error });
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
  if (keyword === 'type') return apiError('form_param_type_invalid', { param, values: { type: String(params['type']) } });
  if (keyword === 'enum' || keyword === 'const' || keyword === 'anyOf') return apiError('form_param_value_invalid', { param });
  return apiError('form_param_format_invalid', { param });
}
