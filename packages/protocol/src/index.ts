/** The dependency-free part of the wire contract; schemas live under `@foyer/protocol/schemas/…`. */
export * from './keys.ts';
