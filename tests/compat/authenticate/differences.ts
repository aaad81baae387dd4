/**
 * Where two values differ, one line each: `status: "handshake" | "signed-in"`. Objects are compared
 * whatever the order of their keys, and `undefined` is as good as absent.
 */
export function differences(official: unknown, ours: unknown, path = ''): string[] {
  if (!isObject(official) || !isObject(ours)) {
    const [left, right] = [JSON.stringify(official), JSON.stringify(ours)];
    return left === right ? [] : [`${path}: ${short(left)} | ${short(right)}`];
  }
  const keys = [...new Set([...Object.keys(official), ...Object.keys(ours)])].sort();
  return keys.flatMap((key) => differences(official[key], ours[key], path ? `${path}.${key}` : key));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tokens are long, and look alike. */
function short(text: string | undefined): string {
  return text?.replaceAll(/(eyJ[\w-]{6})[\w.-]+([\w-]{6})/g, '$1…$2') ?? 'absent';
}
