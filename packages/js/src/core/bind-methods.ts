/**
 * Ties an object's methods to it, so that they can be taken out of it (`const { signOut } = clerk`) and still
 * work, and so that proxies around it (Vue, MobX) never become `this`.
 */
export function bindMethods(target: object): void {
  for (const [name, method] of methodsOf(Object.getPrototypeOf(target) as object)) {
    // Not enumerable, like the methods of a class.
    Object.defineProperty(target, name, { value: method.bind(target), configurable: true, writable: true });
  }
}

type Method = (this: object, ...parameters: unknown[]) => unknown;

const cache = new WeakMap<object, Map<string, Method>>();

function methodsOf(prototype: object): Map<string, Method> {
  const known = cache.get(prototype);
  if (known) return known;
  const parent = Object.getPrototypeOf(prototype) as object;
  const methods = new Map(parent === Object.prototype ? [] : methodsOf(parent));
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name !== 'constructor' && typeof value === 'function') methods.set(name, value as Method);
  }
  cache.set(prototype, methods);
  return methods;
}
