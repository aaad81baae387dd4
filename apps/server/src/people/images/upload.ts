import { apiError } from '@foyer/protocol/errors';
import type { FastifyRequest } from 'fastify';

/** Largest upload, as the documentation says it. */
const MAX_MEGABYTES = 10;

export interface Upload {
  name: string;
  bytes: Buffer;
}

/** An image that apps keep as text: a data URL, or only its base64. */
const DATA_URL = /^data:[\w.+/-]*(?:;[\w=.+-]+)*;base64,/;
const BASE64_TEXT = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/**
 * Reads an uploaded file: the field `file` of a multipart form, or the body itself
 * (`application/octet-stream`).
 *
 * @throws `form_param_missing` (400) without a file, `image_too_large` above 10 MB
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (Buffer.isBuffer(request.body) && request.body.length > 0) return { name: 'file', bytes: decodeText(request.body) };
  if (!request.isMultipart()) throw missingFile();
  const file = await request.file();
  if (!file || file.fieldname !== 'file') throw missingFile();
  try {
    const bytes = await file.toBuffer();
    if (bytes.length === 0) throw missingFile();
    return { name: file.filename || 'file', bytes };
  } catch (error) {
    if (isTooLarge(error)) throw apiError('image_too_large', { values: { max: MAX_MEGABYTES } });
    throw error;
  }
}

function decodeText(body: Buffer): Buffer {
  // Image formats begin with bytes that base64 has not, so a look at the beginning settles it.
  const beginning = body.subarray(0, 256).toString('latin1');
  const prefix = DATA_URL.exec(beginning)?.[0];
  if (prefix !== undefined) return Buffer.from(body.subarray(prefix.length).toString('latin1'), 'base64');
  return BASE64_TEXT.test(beginning) ? Buffer.from(body.toString('latin1'), 'base64') : body;
}

function missingFile() {
  return apiError('form_param_missing', { param: 'file', status: 400 });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 413;
}
