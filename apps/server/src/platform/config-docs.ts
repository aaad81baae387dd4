import { ConfigSchema, descriptionOf, variableOf } from './config.ts';

/** The page `docs/configuration.md`: one table row for each entry of the configuration schema. */
export function configurationPage(): string {
  const rows = Object.values(ConfigSchema.properties).map((schema) => `| \`${variableOf(schema)}\` | ${fallbackOf(schema)} | ${descriptionOf(schema)} |`);
  return `# Configuration

Foyer is configured by environment variables, read once at start. A value that cannot be used stops the start with a
message that says what to change. What an *instance* is set to (strategies, password rules, restrictions …) is not
configured here: it lives in the database, as settings.

| variable | default | what it is |
| --- | --- | --- |
${rows.join('\n')}

This page is generated from the schema in \`apps/server/src/platform/config.ts\`; \`npm run docs\` writes it.
`;
}

function fallbackOf(schema: object): string {
  if (!('default' in schema)) return '';
  return `\`${String(schema.default)}\``;
}
