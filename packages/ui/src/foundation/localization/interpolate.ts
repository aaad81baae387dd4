/** Values for the `{{…}}` placeholders of a text. */
export type TextValues = Record<string, string | number | Date | null | undefined>;

/** A piece of an interpolated text: plain, or a placeholder to be drawn as a link. */
export type TextPart = string | { link: string; href: string };

const date = (value: unknown) => new Date(value instanceof Date ? value : String(value).match(/^\d+$/) ? Number(value) : String(value));

/** The documented modifiers: `{{ date | shortDate('en-US') }}`. The first argument is a locale where one is needed. */
const modifiers: Record<string, (value: unknown, ...args: string[]) => string> = {
  titleize: value => String(value).replace(/(^|\s)\p{L}/gu, letter => letter.toUpperCase()),
  timeString: (value, locale) => date(value).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' }),
  weekday: (value, locale, style = 'long') =>
    date(value).toLocaleDateString(locale, { weekday: style === 'short' || style === 'narrow' ? style : 'long' }),
  numeric: (value, locale) => date(value).toLocaleDateString(locale),
  shortDate: (value, locale) => date(value).toLocaleDateString(locale, { month: 'short', day: 'numeric', year: sameYear(value) ? undefined : 'numeric' }),
};

const sameYear = (value: unknown) => date(value).getFullYear() === new Date().getFullYear();

const argumentsOf = (text: string) => [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map(match => match[1] ?? match[2] ?? '');

/**
 * Replaces the `{{ name | modifier('arg') }}` placeholders of a text. A value that is missing becomes an empty string;
 * `{{ url | link('caption') }}` becomes a link part; a modifier we do not know leaves the value as it is.
 */
export function interpolate(text: string, values: TextValues): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{\{\s*([\w.]+)\s*((?:\|[^|}]+)*)\}\}/g)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const value = values[match[1] ?? ''];
    parts.push(modified(value, (match[2] ?? '').split('|').slice(1)));
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function modified(value: unknown, chain: string[]): TextPart {
  if (value == null) return '';
  let result: unknown = value;
  for (const expression of chain) {
    const [, name = '', args = ''] = expression.match(/^\s*(\w+)\s*(?:\((.*)\))?\s*$/) ?? [];
    if (name === 'link') return { link: argumentsOf(args)[0] ?? String(result), href: String(result) };
    const modifier = modifiers[name];
    if (modifier) result = modifier(result, ...argumentsOf(args));
  }
  return String(result);
}
