import type { StyleObject } from './types.ts';

/** Properties whose plain numbers are not lengths. */
const unitless = /^(opacity|order|flex|zIndex|fontWeight|lineHeight|scale|zoom|aspectRatio|tabSize|columnCount|orphans|widows)|^(flex|grid|line|fill|stroke)[A-Z]/;

const propertyName = (name: string) =>
  name.startsWith('--') ? name : name.replace(/^(webkit|moz|ms)(?=[A-Z])/, '-$1').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

const isNested = (key: string) => /[\s&:>+~@.[#*]/.test(key);

/**
 * Writes a style object as the body of a CSS rule, nested selectors included:
 * `{ fontSize: 14, '&:hover': { color: 'red' } }` → `font-size:14px;&:hover{color:red}`.
 */
export function cssBody(style: StyleObject): string {
  let css = '';
  for (const [key, value] of Object.entries(style)) {
    if (value === undefined) continue;
    if (typeof value === 'object') {
      const selector = isNested(key) && !/^[@&]/.test(key) ? `&${key}` : key;
      css += `${selector}{${cssBody(value)}}`;
    } else {
      css += `${propertyName(key)}:${typeof value === 'number' && value !== 0 && !unitless.test(key) && !key.startsWith('--') ? `${value}px` : value};`;
    }
  }
  return css;
}
