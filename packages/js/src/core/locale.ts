/** The language the person prefers, as a BCP 47 tag, for the messages that the server sends them. */
export function browserLocale(): string | undefined {
  return globalThis.navigator?.language || undefined;
}
