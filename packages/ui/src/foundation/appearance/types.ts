/** CSS for one element: properties in camelCase (numbers are px), nested objects under a selector or at-rule. */
export interface StyleObject {
  [propertyOrSelector: string]: string | number | undefined | StyleObject;
}

/** What `elements` holds for a key: class names, or CSS. */
export type ElementValue = string | StyleObject;
export type ElementValues = Record<string, ElementValue | undefined>;

/** `layout` with its documented defaults filled in. */
export interface Layout {
  animations: boolean;
  helpPageUrl: string | undefined;
  logoImageUrl: string | undefined;
  logoLinkUrl: string | undefined;
  logoPlacement: 'inside' | 'outside' | 'none';
  privacyPageUrl: string | undefined;
  shimmer: boolean;
  showOptionalFields: boolean;
  socialButtonsPlacement: 'top' | 'bottom';
  socialButtonsVariant: 'auto' | 'iconButton' | 'blockButton';
  termsPageUrl: string | undefined;
  unsafe_disableDevelopmentModeWarnings: boolean;
}

/** How the bot-protection widget is asked to look. */
export interface CaptchaLook {
  theme: 'auto' | 'light' | 'dark';
  size: 'normal' | 'flexible' | 'compact';
  language: string | undefined;
}

/** One level of the cascade: a theme, the provider's `appearance`, its per-component part, or a component's own. */
export interface AppearanceLevel {
  theme?: unknown;
  baseTheme?: unknown;
  variables?: Record<string, unknown>;
  elements?: ElementValues;
  layout?: Partial<Layout>;
  captcha?: Partial<CaptchaLook>;
  cssLayerName?: string;
}

/** The cascade, resolved for one mounted component. */
export interface ResolvedAppearance {
  /** CSS custom properties for the component's root, e.g. `--clerk-color-primary`. */
  customProperties: Record<string, string>;
  /** `elements` of every level, lowest priority first. */
  elements: ElementValues[];
  layout: Layout;
  captcha: CaptchaLook;
  /** Name of the cascade layer that holds our CSS. */
  layerName: string;
  /** True for `theme: 'simple'`: no shadows, no gradients, no animation. */
  simple: boolean;
}
