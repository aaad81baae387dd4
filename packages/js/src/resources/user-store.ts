import type { UserResource as UserJSON } from '@foyer/protocol/schemas/resources/user';
import type { ResourceHost } from './host.ts';
import { User } from './user.ts';

/**
 * Gives the same `User` object as long as nothing about the user has changed, so that whoever compares objects
 * (React, say) does not draw the page again with every token.
 */
export class UserStore {
  readonly #known = new Map<string, { text: string; user: User }>();

  read(host: ResourceHost, json: UserJSON): User {
    const { last_active_at: _, ...lasting } = json;
    const text = JSON.stringify(lasting);
    const known = this.#known.get(json.id);
    if (known?.text === text) return known.user;
    const user = new User(host, json);
    this.#known.set(json.id, { text, user });
    return user;
  }
}
