/**
 * Path patterns as documented for organization sync: `:name` stands for one segment, `(…)` holds a
 * regular expression (`/orgs/:slug/(.*)`), and `?`, `*`, `+` after a parameter or group mean what
 * they mean there.
 */

export type PathMatcher = (pathname: string) => Record<string, string> | null;

const TOKENS = /\\(.)|(\/?):(\w+)(\([^)]*\))?([?*+])?|(\/?)(\([^)]*\))([?*+])?|([^\\:(/]+)|(.)/g;

/** A matcher for any of the patterns. @throws Error when one is not a valid pattern */
export function compilePathPatterns(patterns: readonly string[]): PathMatcher {
  const matchers = patterns.map(compile);
  return (pathname) => {
    for (const match of matchers) {
      const parameters = match(pathname);
      if (parameters) return parameters;
    }
    return null;
  };
}

function compile(pattern: string): PathMatcher {
  const names: string[] = [];
  const source = pattern.replaceAll(TOKENS, (...groups: (string | undefined)[]) => {
    const [, escaped, slash, name, custom, repeat, groupSlash, group, groupRepeat, literal, other] = groups;
    if (name !== undefined) {
      names.push(name);
      return segment(slash, custom?.slice(1, -1) ?? '[^/#?]+?', repeat);
    }
    if (group !== undefined) {
      names.push(String(names.length));
      return segment(groupSlash, group.slice(1, -1), groupRepeat);
    }
    return escapeRegExp(escaped ?? literal ?? other ?? '');
  });
  const regExp = toRegExp(source, pattern);
  return (pathname) => {
    const match = regExp.exec(pathname);
    return match && Object.fromEntries(names.map((name, index) => [name, decodeSegment(match[index + 1])]));
  };
}

function segment(prefix = '', expression: string, repeat = ''): string {
  const repeats = repeat === '*' || repeat === '+';
  const inner = repeats ? `(?:${expression})(?:${prefix}(?:${expression}))*` : expression;
  return `(?:${prefix}(${inner}))${repeat === '*' || repeat === '?' ? '?' : ''}`;
}

function toRegExp(source: string, pattern: string): RegExp {
  try {
    // A closing slash is the same page; upper and lower case too.
    return new RegExp(`^${source}[/#?]?$`, 'i');
  } catch (error) {
    throw new Error(`Invalid path pattern ${JSON.stringify(pattern)}`, { cause: error });
  }
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function decodeSegment(value: string | undefined): string {
  if (value === undefined) return '';
  try {
    return decodeURIComponent(value);
  } catch {
    // Not percent-encoding after all: the text stands for itself.
    return value;
  }
}
