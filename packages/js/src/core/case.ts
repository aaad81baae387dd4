/** camelCase → snake_case, as the wire spells names: `emailAddressId` → `email_address_id`. */
export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** snake_case → camelCase, as JavaScript spells names: `safe_identifier` → `safeIdentifier`. */
export function toCamelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Renames every key of a JSON value, at all depths, to camelCase. */
export function camelCaseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCaseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [toCamelCase(key), camelCaseKeys(entry)]));
}
