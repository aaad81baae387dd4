/** A resource that remembers the JSON it came from, out of the way of serialisation and of deep comparison. */
export class WithRaw<Json extends object> {
  readonly #raw: Json;

  constructor(fields: object, raw: Json) {
    Object.assign(this, fields);
    this.#raw = raw;
  }

  /** The resource as the Backend API sent it. */
  get raw(): Json | null {
    return this.#raw;
  }
}
