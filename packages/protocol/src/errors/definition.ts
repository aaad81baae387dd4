/** What the table says about one error code. */
export interface ErrorDefinition {
  status: number;
  /** A few words. */
  message: string;
  /** A sentence that says what to do next; the `message` when it is absent. */
  longMessage?: string;
}

export type ErrorTable = Record<string, ErrorDefinition>;
