import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import { SECOND } from '../../platform/clock.ts';
import type { Command, Tools } from '../command.ts';

/** How far the database's clock may be from ours: session tokens forgive five seconds. */
const CLOCK_TOLERANCE = 5 * SECOND;
const PATIENCE = 5 * SECOND;

interface Finding {
  /** `null` when all is well. */
  problem: string | null;
  what: string;
}

export const doctor: Command = {
  name: 'doctor',
  usage: '',
  summary: 'Checks configuration, database, clock, mail and addresses, and says what is wrong.',
  async run(tools) {
    const findings = await Promise.all([database(tools), clock(tools), mail(tools), publicUrl(tools), productionInstances(tools)]);
    for (const { what, problem } of findings) tools.print(problem === null ? `  ok   ${what}` : `  !!   ${what}: ${problem}`);
    if (findings.some(({ problem }) => problem !== null)) process.exitCode = 1;
  },
};

async function database({ platform }: Tools): Promise<Finding> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(platform.db);
  return { what: `database: ${platform.config.databaseUrl ? 'PostgreSQL' : 'embedded'} ${rows[0]?.version ?? ''}`, problem: null };
}

async function clock({ platform }: Tools): Promise<Finding> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(platform.db);
  const apart = Math.abs((rows[0]?.now.getTime() ?? 0) - Date.now());
  return { what: 'clock', problem: apart <= CLOCK_TOLERANCE ? null : `the database is ${Math.round(apart / SECOND)} s apart from this machine. Set both by NTP.` };
}

async function mail({ platform: { config } }: Tools): Promise<Finding> {
  if (!config.smtpUrl) return { what: 'mail: none configured (development inbox only; set SMTP_URL)', problem: null };
  const transport = createTransport(config.smtpUrl, { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE } as object);
  const problem = await transport.verify().then(
    () => null,
    (error: unknown) => `the mail server does not let us in (${error instanceof Error ? error.message : String(error)}). Check SMTP_URL.`,
  );
  transport.close();
  return { what: 'mail', problem };
}

async function publicUrl({ platform: { config } }: Tools): Promise<Finding> {
  const what = `address ${config.publicUrl}`;
  const problem = await fetch(`${config.publicUrl}/v1/health`, { signal: AbortSignal.timeout(PATIENCE) }).then(
    (answer) => (answer.ok ? null : `it answers ${answer.status}.`),
    () => 'nothing answers there. Is the server running, and FOYER_URL right?',
  );
  return { what, problem };
}

async function productionInstances({ instances, platform: { config } }: Tools): Promise<Finding> {
  const production = (await instances.all()).filter(({ environmentType }) => environmentType === 'production');
  const what = `production instances: ${production.length}`;
  if (production.length === 0) return { what, problem: null };
  if (!config.databaseUrl) return { what, problem: 'they need PostgreSQL. Set DATABASE_URL.' };
  if (!config.publicUrl.startsWith('https:')) return { what, problem: 'browsers keep their cookies over https only. Set FOYER_URL to an https address.' };
  return { what, problem: config.smtpUrl ? null : 'their email cannot be sent. Set SMTP_URL.' };
}
