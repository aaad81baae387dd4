import type { Json } from '../../platform/database/tables.ts';

/** What shortcodes may speak of, by their first name: `user`, `org`, `org_membership`, `session`. */
export type Sources = Record<string, unknown>;

/** One `{{…}}`; a quoted text inside may hold anything, even braces. */
const SHORTCODE = /\{\{((?:'[^']*'|[^'}]|\}(?!\}))*)\}\}/g;
const ONLY_A_SHORTCODE = new RegExp(`^${SHORTCODE.source}$`);
/** The parts of an expression: quoted texts, the operator, and everything between. */
const PART = /'[^']*'|\|\||[^'|]+|['|]/g;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * Fills in the shortcodes of a template (sessions/jwt-templates). One that stands alone keeps the
 * type of its value; inside a longer text it becomes text. What is unknown is `null`.
 */
export function fillShortcodes(template: Json, sources: Sources): Json {
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, fill(value, sources)]));
}

/** Whether a template speaks of this source at all: what it does not need is not loaded. */
export function mentions(template: Json, source: string): boolean {
  return new RegExp(`\\b${source}\\b`).test(JSON.stringify(template));
}

function fill(value: unknown, sources: Sources): unknown {
  if (typeof value === 'string') return fillText(value, sources);
  if (Array.isArray(value)) return value.map((item) => fill(item, sources));
  if (isObject(value)) return fillShortcodes(value, sources);
  return value;
}

function fillText(text: string, sources: Sources): unknown {
  const alone = ONLY_A_SHORTCODE.exec(text);
  if (alone) return evaluate(alone[1] ?? '', sources);
  return text.replaceAll(SHORTCODE, (_, expression: string) => asText(evaluate(expression, sources)));
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The first operand that is neither `null` nor `false`; the last one, when all are. */
function evaluate(expression: string, sources: Sources): unknown {
  let value: unknown = null;
  for (const operand of operandsOf(expression)) {
    value = valueOf(operand, sources);
    if (value !== null && value !== false) return value;
  }
  return value;
}

function operandsOf(expression: string): string[] {
  const operands = [''];
  for (const part of expression.match(PART) ?? []) {
    if (part === '||') operands.push('');
    else operands[operands.length - 1] += part;
  }
  return operands.map((operand) => operand.trim());
}

function valueOf(operand: string, sources: Sources): unknown {
  if (operand.length > 1 && operand.startsWith("'") && operand.endsWith("'")) return operand.slice(1, -1);
  if (operand === 'true' || operand === 'false') return operand === 'true';
  if (NUMBER.test(operand)) return Number(operand);
  let value: unknown = sources;
  for (const name of operand.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return null;
    value = value[name];
  }
  return value ?? null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
