import type { ImageResource as ImageJSON } from '@foyer/protocol/schemas/resources/image';
import type { ImageResource } from '../types/common.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';

/** A stored picture, such as a profile image. */
export class Image extends Resource<ImageJSON> implements ImageResource {
  pathRoot = '';
  name: string | null = null;
  publicUrl: string | null = null;

  constructor(host: ResourceHost, json: ImageJSON) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: ImageJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.name = json.name ?? null;
    this.publicUrl = json.public_url;
    return this;
  }
}

/** Form of an upload; a string is sent as it is (native apps pass data that way). */
export function toUpload(file: Blob | File | string): FormData | string {
  if (typeof file === 'string') return file;
  const form = new FormData();
  form.append('file', file);
  return form;
}
