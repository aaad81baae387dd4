/** @packageDocumentation The types of everything that the hooks hand out. */
export type * from '@foyer/js/types';
