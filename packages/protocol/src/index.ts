/** The dependency-free part of the wire contract; schemas live under `@foyer/protocol/schemas/…`. */
export * from './errors.ts';
export * from './ids.ts';
export * from './keys.ts';
export * from './statuses.ts';
export * from './strategies.ts';
export * from './test-identities.ts';
export * from './versions.ts';
