import type { ElementName } from './element-keys.ts';
import type { ElementValues, StyleObject } from './types.ts';

/** States an element can be in; each adds `cl-<state>` and looks up `<element>__<state>`. */
export type ElementStates = Partial<Record<'loading' | 'error' | 'open' | 'active' | 'required', boolean | undefined>>;

/**
 * Gives an element its classes. Names come most specific last: `cl('button', 'formButtonPrimary', { loading: busy })`
 * → `cl-button cl-formButtonPrimary cl-loading` and whatever `appearance.elements` adds for those names.
 */
export type ClassNames = (...names: (ElementName | ElementStates)[]) => string;

/**
 * @param elements `appearance.elements` of every cascade level, lowest priority first.
 * @param classForStyle registers CSS given as an object and answers the class that carries it.
 */
export function createClassNames(elements: ElementValues[], classForStyle: (style: StyleObject) => string): ClassNames {
  return (...names) => {
    const states = names
      .filter(name => typeof name === 'object')
      .flatMap(flags => Object.entries(flags).filter(([, on]) => on).map(([state]) => state));
    const classes: string[] = [];
    const keys: string[] = [];
    for (const name of names) {
      if (typeof name !== 'string') continue;
      const [key = name] = name.split('__');
      classes.push(`cl-${key}`);
      if (name !== key) classes.push(`cl-${name}`);
      const variants = name === key ? [key] : [key, name];
      keys.push(...variants, ...variants.flatMap(variant => states.map(state => `${variant}__${state}`)));
    }
    classes.push(...states.map(state => `cl-${state}`));

    for (const level of elements) {
      for (const key of keys) {
        const value = level[key];
        if (typeof value === 'string') classes.push(value);
        else if (value) classes.push(classForStyle(value));
      }
    }
    return classes.join(' ');
  };
}
