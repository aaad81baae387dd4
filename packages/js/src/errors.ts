/** @packageDocumentation The errors of this package and the questions one asks of a caught value. */
export * from './core/errors.ts';
export * from './core/error-guards.ts';
