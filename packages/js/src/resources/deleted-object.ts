import type { DeletedObjectResource as DeletedObjectJSON } from '@foyer/protocol/schemas/resources/deleted-object';
import type { DeletedObjectResource } from '../types/common.ts';

/** What remains of something deleted. Docs: reference/javascript/types/deleted-object-resource. */
export class DeletedObject implements DeletedObjectResource {
  readonly object: string;
  readonly id?: string;
  readonly slug?: string;
  readonly deleted: boolean;

  constructor(json: DeletedObjectJSON) {
    this.object = json.object;
    this.id = json.id;
    this.slug = json.slug;
    this.deleted = json.deleted;
  }
}
