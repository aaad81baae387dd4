import { resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import { Default } from 'typebox/value';
import { readValue, type ConfigKind } from './config-values.ts';

const text = (env: string, description: string, kind?: ConfigKind) => Type.Optional(Type.String({ env, description, ...(kind && { kind }) }));

/**
 * Everything that is set from outside, read once at start. Each entry names its environment
 * variable; `docs/configuration.md` is generated from this schema.
 */
export const ConfigSchema = Type.Object({
  host: Type.String({ env: 'FOYER_HOST', default: 'localhost', description: 'Address to listen on. Use `0.0.0.0` in a container.' }),
  port: Type.Integer({ env: 'PORT', default: 4000, minimum: 0, maximum: 65535, description: 'Port to listen on.' }),
  publicUrl: text('FOYER_URL', 'Where people and apps reach this server, for example `https://auth.example.com`. Default: `http://localhost:<PORT>`.', 'base-url'),
  apiHost: text('FOYER_API_HOST', 'Host name that answers only the Backend API, for example `api.example.com`.', 'host-name'),
  databaseUrl: text('DATABASE_URL', 'PostgreSQL connection string (version 15 or later). Without it Foyer keeps an embedded database in the data folder, which is for development.', 'database-url'),
  preparedStatements: Type.Boolean({ env: 'FOYER_PREPARED_STATEMENTS', default: true, description: 'Prepare statements by name on each connection to PostgreSQL. Turn off behind a pooler that gives each transaction another connection and does not know prepared statements, as PgBouncer before 1.21.' }),
  dataDir: Type.String({ env: 'FOYER_DATA_DIR', default: './.foyer', description: 'Folder for the embedded database and the generated encryption key.' }),
  cacheDir: text('FOYER_CACHE_DIR', 'Folder for a prepared empty database, which makes the first start on the embedded database quicker. `npm start` sets it.'),
  encryptionKey: text('FOYER_ENCRYPTION_KEY', 'Root key that encrypts secrets in the database: 32 bytes as 64 hex digits. Without it one is generated in the data folder. Keep it: without it nothing encrypted can be read again.'),
  trustedProxies: Type.String({ env: 'FOYER_TRUSTED_PROXIES', default: 'loopback', description: 'Comma-separated addresses or ranges of proxies whose `X-Forwarded-*` headers are believed.' }),
  allowEmbeddedInProduction: Type.Boolean({ env: 'FOYER_ALLOW_EMBEDDED_DATABASE', default: false, description: 'Allow production instances on the embedded database.' }),
  smtpUrl: text('SMTP_URL', 'Mail server, for example `smtps://user:password@mail.example.com`. Without it, email of development instances is only shown in the inbox.', 'smtp-url'),
  mailFrom: Type.String({ env: 'FOYER_MAIL_FROM', kind: 'mailbox', default: 'Foyer <no-reply@localhost>', description: 'Sender of emails.' }),
  smsWebhookUrl: text('FOYER_SMS_URL', 'HTTP endpoint that sends text messages: Foyer posts `{to, body, channel, instance_id, message_id}` as JSON, where the channel is `sms` or `whatsapp`.', 'http-url'),
  smsWebhookToken: text('FOYER_SMS_TOKEN', 'Bearer token sent to `FOYER_SMS_URL`.'),
  turnstileSiteKey: text('FOYER_TURNSTILE_SITE_KEY', 'Site key of a Cloudflare Turnstile widget. With it and its secret key, bot protection asks Turnstile instead of the built-in proof of work.'),
  turnstileSecretKey: text('FOYER_TURNSTILE_SECRET_KEY', 'Secret key of that widget.'),
  turnstileInvisibleSiteKey: text('FOYER_TURNSTILE_INVISIBLE_SITE_KEY', 'Site key of a second widget of the invisible kind, for instances and pages without room for the other. Default: the first one.'),
  turnstileInvisibleSecretKey: text('FOYER_TURNSTILE_INVISIBLE_SECRET_KEY', 'Secret key of the invisible widget.'),
  turnstileVerifyUrl: Type.String({ env: 'FOYER_TURNSTILE_VERIFY_URL', kind: 'http-url', default: 'https://challenges.cloudflare.com/turnstile/v0/siteverify', description: 'Where Turnstile tokens are verified.' }),
  breachedPasswordsUrl: text('FOYER_BREACHED_PASSWORDS_URL', 'Service that knows breached passwords by the range protocol of Have I Been Pwned, for example `https://api.pwnedpasswords.com/range`. It is told five hex digits of a hash. Without it a built-in list of common passwords is used.', 'base-url'),
  geoipFile: text('FOYER_GEOIP_FILE', 'City or country database in MaxMind DB format (`.mmdb`), from which the place of a session is read. Without it places stay unknown.'),
  ethereumRpcUrl: text('FOYER_ETHEREUM_RPC_URL', 'JSON-RPC endpoint of a node of Ethereum’s main network. With it people can sign in with contract wallets (ERC-1271), whose signatures only the chain can judge.', 'http-url'),
  logLevel: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    env: 'LOG_LEVEL',
    default: 'info',
    description: 'Least important log line that is written.',
  }),
  rateLimits: Type.Boolean({ env: 'FOYER_RATE_LIMITS', default: true, description: 'Apply the documented rate limits. Turn off only to measure.' }),
});

export type Config = Omit<Static<typeof ConfigSchema>, 'publicUrl'> & { publicUrl: string };

/** A setting that cannot be used, with a sentence that says what to change. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the configuration from environment variables.
 *
 * @throws ConfigError naming the variable and what was expected of it.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(ConfigSchema.properties)) {
    const text = env[variableOf(schema)];
    if (text === undefined || text === '') continue;
    const read = readValue(schema, text);
    if ('expected' in read) throw new ConfigError(`${variableOf(schema)} ${read.expected}. ${descriptionOf(schema)} Change it and start again.`);
    given[name] = read.value;
  }
  const known = Default(ConfigSchema, given) as Static<typeof ConfigSchema>;
  requireBoth(known, 'turnstileSiteKey', 'turnstileSecretKey');
  requireBoth(known, 'turnstileInvisibleSiteKey', 'turnstileInvisibleSecretKey');
  return { ...known, dataDir: resolve(known.dataDir), publicUrl: known.publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${known.port}` };
}

/** Half a pair of keys would look as if it worked. */
function requireBoth(config: Static<typeof ConfigSchema>, one: keyof Static<typeof ConfigSchema>, other: keyof Static<typeof ConfigSchema>): void {
  if ((config[one] === undefined) === (config[other] === undefined)) return;
  const [first, second] = [one, other].map((name) => variableOf(ConfigSchema.properties[name]));
  throw new ConfigError(`${first} and ${second} belong together: set both or none, and start again.`);
}

/** Name of the environment variable behind a property of the schema. */
export function variableOf(schema: object): string {
  return 'env' in schema ? String(schema.env) : '';
}

/** What a property of the schema is for. */
export function descriptionOf(schema: object): string {
  return 'description' in schema ? String(schema.description) : '';
}
