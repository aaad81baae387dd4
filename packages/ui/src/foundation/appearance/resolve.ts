import type { AppearanceLevel, CaptchaLook, Layout, ResolvedAppearance } from './types.ts';
import { customPropertiesOf } from './variables.ts';

const defaultLayout: Layout = {
  animations: true,
  helpPageUrl: undefined,
  logoImageUrl: undefined,
  logoLinkUrl: undefined,
  logoPlacement: 'inside',
  privacyPageUrl: undefined,
  shimmer: true,
  showOptionalFields: true,
  socialButtonsPlacement: 'top',
  socialButtonsVariant: 'auto',
  termsPageUrl: undefined,
  unsafe_disableDevelopmentModeWarnings: false,
};

const defaultCaptcha: CaptchaLook = { theme: 'auto', size: 'normal', language: undefined };

function isLevel(value: unknown): value is AppearanceLevel {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A level preceded by the themes it builds on, in the order in which they apply. */
function expand(level: unknown): AppearanceLevel[] {
  if (Array.isArray(level)) return level.flatMap(expand);
  if (level === 'simple') return [{ theme: 'simple' }];
  if (!isLevel(level)) return [];
  const base = level.theme ?? level.baseTheme;
  return base === 'simple' ? [level] : [...expand(base), level];
}

/**
 * Resolves the `appearance` cascade for one component: the provider's appearance, then its part for this component
 * (`appearance.signIn`), then the component's own prop. Later levels win property by property; themes come before the
 * level that names them.
 *
 * @param global `appearance` of the provider or `clerk.load()`.
 * @param key the component's key in it, e.g. `signIn`.
 * @param own the component's `appearance` prop.
 */
export function resolveAppearance(global: unknown, key: string, own: unknown): ResolvedAppearance {
  const ofComponent = isLevel(global) ? (global as Record<string, unknown>)[key] : undefined;
  const levels = [global, ofComponent, own].flatMap(expand);
  const resolved: ResolvedAppearance = {
    customProperties: {},
    elements: [],
    layout: { ...defaultLayout },
    captcha: { ...defaultCaptcha },
    layerName: 'foyer',
    simple: false,
  };
  for (const level of levels) {
    Object.assign(resolved.customProperties, customPropertiesOf(level.variables ?? {}));
    if (level.elements) resolved.elements.push(level.elements);
    assignDefined(resolved.layout, level.layout);
    assignDefined(resolved.captcha, level.captcha);
    resolved.layerName = level.cssLayerName ?? resolved.layerName;
    resolved.simple ||= level.theme === 'simple' || level.baseTheme === 'simple';
  }
  return resolved;
}

function assignDefined<T extends object>(target: T, source: Partial<T> | undefined): void {
  for (const key in source) if (source[key] !== undefined) target[key] = source[key];
}
