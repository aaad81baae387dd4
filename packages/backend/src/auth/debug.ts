/** What `auth.debug()` shows: the options it came from, with secrets shortened beyond use. */
export function debugData(data: Record<string, unknown> = {}): () => Record<string, unknown> {
  return () => {
    const shown = { ...data };
    for (const name of ['secretKey', 'machineSecretKey', 'jwtKey']) shown[name] = abbreviate(shown[name]);
    return shown;
  };
}

function abbreviate(secret: unknown): string {
  return typeof secret === 'string' ? secret.slice(0, 7) : '';
}
