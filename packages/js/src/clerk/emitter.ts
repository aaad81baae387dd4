type Listener<Value> = (value: Value) => void;

/** Tells listeners about each new value, in the order in which they came. One that throws does not stop the others. */
export class Emitter<Value> {
  readonly #listeners = new Set<Listener<Value>>();

  /** @returns stops listening */
  add(listener: Listener<Value>): () => void {
    this.#listeners.add(listener);
    return () => this.remove(listener);
  }

  remove(listener: Listener<Value>): void {
    this.#listeners.delete(listener);
  }

  clear(): void {
    this.#listeners.clear();
  }

  emit(value: Value): void {
    // A copy: whoever is added meanwhile has heard the value by then.
    for (const listener of Array.from(this.#listeners)) {
      try {
        listener(value);
      } catch (error) {
        // Reported as uncaught, as it would be from an event listener of the page.
        setTimeout(() => { throw error; });
      }
    }
  }
}
