import type { ClerkResource } from '../types/common.ts';

/** Gives data that only travels inside another resource the form of a resource. Reloading it alone is not possible. */
export function plainResource<Data extends object>(data: Data): Data & ClerkResource {
  const resource = {
    pathRoot: '',
    ...data,
    reload() {
      return Promise.reject(new Error('This is part of another resource: reload that one.'));
    },
  };
  Object.defineProperty(resource, 'reload', { enumerable: false });
  return resource as Data & ClerkResource;
}
