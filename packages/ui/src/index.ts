/** @packageDocumentation The prebuilt components: `createUi` is what the browser's Clerk object loads on the first mount. */
export { createUi } from './create-ui.ts';
