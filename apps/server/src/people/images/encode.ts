import { apiError } from '@foyer/protocol/errors';

/** Longest side of a stored image, in pixels: twice the largest size at which it is shown. */
const MAX_SIDE = 512;
/** An image may not unfold to more pixels than this, whatever its file says. */
const MAX_INPUT_PIXELS = 50_000_000;
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif']);

export interface EncodedImage {
  content: Buffer;
  contentType: 'image/webp';
}

/**
 * Makes an uploaded picture ours: upright, at most {@link MAX_SIDE} pixels a side, one frame, WebP. Nothing of the
 * file but its pixels is kept: no place and camera in its metadata, and nothing that is no picture.
 *
 * @throws `request_body_invalid` when it is none, or of a type that is not accepted
 */
export async function encodeImage(bytes: Buffer): Promise<EncodedImage> {
  // Read when the first picture comes: the server should start quickly.
  const { default: sharp } = await import('sharp');
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS, failOn: 'error' });
    const { format } = await image.metadata();
    if (!FORMATS.has(format)) throw new Error(`The format ${format} is not accepted.`);
    const content = await image
      .rotate()
      .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 85 })
      .toBuffer();
    return { content, contentType: 'image/webp' };
  } catch (cause) {
    throw apiError('request_body_invalid', {
      message: 'Not an image',
      longMessage: 'This file could not be read as an image. Choose a JPEG, PNG, WebP or GIF.',
      cause,
    });
  }
}
