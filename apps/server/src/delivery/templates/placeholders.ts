import { apiError } from '@foyer/protocol/errors';
import { escapeHtml } from '../../platform/http/html.ts';

/** `{{name}}` puts a value in safely; `{{{name}}}` puts it into HTML as it is. */
const PLACEHOLDER = /\{\{\{\s*([\w.]+)\s*\}\}\}|\{\{\s*([\w.]+)\s*\}\}/g;

export type Values = Readonly<Record<string, string>>;

/**
 * Checks the words of a template: what it names must be there, and what it must have it has.
 *
 * @throws `invalid_template_body`, `required_variable_missing`
 */
export function checkTemplate(text: string, variables: { available: readonly string[]; required: readonly string[] }, param = 'body'): void {
  const named = namesIn(text);
  if (/\{\{|\}\}/.test(text.replaceAll(PLACEHOLDER, ''))) {
    throw apiError('invalid_template_body', { param, longMessage: 'The template has braces that belong together to no placeholder. Placeholders look like {{otp_code}}; there are no conditions or loops.' });
  }
  const unknown = named.find((name) => !variables.available.includes(name));
  if (unknown !== undefined) throw apiError('invalid_template_body', { param, longMessage: `There is no ${unknown} in this template. It has: ${variables.available.join(', ')}.` });
  const missing = variables.required.find((name) => !named.includes(name));
  if (missing !== undefined) throw apiError('required_variable_missing', { param, values: { variable: missing } });
}

/** Fills in a template for HTML: values are escaped, but for those in three braces. */
export function fillHtml(text: string, values: Values): string {
  return text.replaceAll(PLACEHOLDER, (_, raw?: string, safe?: string) => (raw === undefined ? escapeHtml(valueOf(values, safe)) : valueOf(values, raw)));
}

/** Fills in a template for plain text. */
export function fillText(text: string, values: Values): string {
  return text.replaceAll(PLACEHOLDER, (_, raw?: string, safe?: string) => valueOf(values, raw ?? safe));
}

function namesIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, raw, safe]) => raw ?? safe ?? '');
}

function valueOf(values: Values, name: string | undefined): string {
  return name !== undefined && Object.hasOwn(values, name) ? (values[name] ?? '') : '';
}
