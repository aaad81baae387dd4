import { BackupCodes } from '@foyer/protocol/schemas/resources/mfa';
import { now } from '../../platform/context.ts';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { newId } from '../../platform/ids.ts';
import { createBackupCodes } from './service.ts';

/** The signed-in person's backup codes. */
export function backupCodeRoutes(routes: FrontendRoutes): void {
  routes.post('/v1/me/backup_codes', { summary: 'Make new backup codes', tag: 'Backup codes', asker: 'self', sensitive: true, response: BackupCodes }, async (ctx) => {
    const codes = await createBackupCodes(ctx, askingUser(ctx).userId);
    const at = now(ctx).getTime();
    return { object: 'backup_code', id: newId(ctx, 'backup_code'), codes, created_at: at, updated_at: at };
  });
}
