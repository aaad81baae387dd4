import type { AllowlistIdentifierResource, BlocklistIdentifierResource } from '@foyer/protocol/schemas/backend/restrictions';
import type { ListedIdentifierRow } from './tables.ts';

export function allowlistIdentifierResource(row: ListedIdentifierRow): AllowlistIdentifierResource {
  return { object: 'allowlist_identifier', ...fields(row) };
}

export function blocklistIdentifierResource(row: ListedIdentifierRow): BlocklistIdentifierResource {
  return { object: 'blocklist_identifier', ...fields(row) };
}

function fields({ id, identifier, identifier_type: type, instance_id: instanceId, created_at: createdAt, updated_at: updatedAt }: ListedIdentifierRow) {
  return { id, identifier, identifier_type: type, instance_id: instanceId, created_at: createdAt.getTime(), updated_at: updatedAt.getTime() };
}
