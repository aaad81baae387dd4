/** Reading `Set-Cookie` directives that the API asks us to pass on. */
import { constants } from '../constants.ts';

/** The session token among the directives: the last one of a session cookie that sets a value. */
export function findSessionToken(directives: readonly string[]): string | undefined {
  let token: string | undefined;
  for (const directive of directives) {
    const [pair = ''] = directive.split(';', 1);
    const equals = pair.indexOf('=');
    if (pair.slice(0, equals).trim().startsWith(constants.Cookies.Session)) token = pair.slice(equals + 1).trim();
  }
  return token || undefined;
}
