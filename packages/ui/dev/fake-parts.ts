// What the parts of the stand-in Clerk object share.

export class ApiError extends Error {
  clerkError = true;
  errors: object[];
  constructor(code: string, message: string, paramName?: string, meta: object = {}) {
    super(message);
    this.errors = [{ code, message, longMessage: message, meta: { paramName, ...meta } }];
  }
}

/** The time that a server takes. */
export const wait = (ms = 350) => new Promise<void>(resolve => setTimeout(resolve, ms));
