import type { Instance } from './platform/context.ts';
import { envBlock } from './site/env-block.ts';
import type { DatabaseFacts } from './site/start-page.ts';

/** What `npm start` prints once the server answers. */
export function banner(options: { publicUrl: string; instance: Instance | null; secretKey: string | null; database: DatabaseFacts; readyAfterMs: number }): string {
  const { publicUrl, instance, secretKey, database } = options;
  const lines = [
    '',
    `  Foyer is ready at ${publicUrl}  (${(options.readyAfterMs / 1000).toFixed(1)} s)`,
    '',
    `  Start page   ${publicUrl}/`,
    `  Sign-up      ${publicUrl}/portal/sign-up`,
    `  Inbox        ${publicUrl}/inbox`,
    `  Backend API  ${publicUrl}/api/v1`,
    `  Data         ${database.place}${database.kind === 'pglite' ? '  (embedded database, for development: set DATABASE_URL for PostgreSQL)' : ''}`,
  ];
  if (instance) lines.push('', `  Paste into the .env of your app (${instance.environmentType} instance ${instance.slug}):`, '', envBlock(instance, publicUrl, secretKey));
  return `${lines.join('\n')}\n`;
}
