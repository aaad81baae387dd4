/** A style object; nested keys may be pseudo classes or media queries. */
export type StyleRule = { [property: string]: string | number | StyleRule | undefined };

/** A theme made by a package such as `@foyer/themes`, or one that needs no package. */
export type BaseTheme = ({ __type: 'prebuilt_appearance' } | 'clerk' | 'simple') & { cssLayerName?: string };

type Scale = Partial<Record<'25' | '50' | '100' | '150' | '200' | '300' | '400' | '500' | '600' | '700' | '750' | '800' | '850' | '900' | '950', string>>;

export interface Variables {
  colorPrimary?: string | Scale;
  colorPrimaryForeground?: string;
  /** @deprecated Use `colorPrimaryForeground`. */
  colorTextOnPrimaryBackground?: string;
  colorDanger?: string | Scale;
  colorSuccess?: string | Scale;
  colorWarning?: string | Scale;
  colorNeutral?: string | Scale;
  colorForeground?: string;
  /** @deprecated Use `colorForeground`. */
  colorText?: string;
  colorMuted?: string;
  colorMutedForeground?: string;
  /** @deprecated Use `colorMutedForeground`. */
  colorTextSecondary?: string;
  colorBackground?: string;
  colorInputForeground?: string;
  /** @deprecated Use `colorInputForeground`. */
  colorInputText?: string;
  colorInput?: string;
  /** @deprecated Use `colorInput`. */
  colorInputBackground?: string;
  colorShimmer?: string;
  colorRing?: string;
  colorShadow?: string;
  colorBorder?: string;
  colorModalBackdrop?: string;
  fontFamily?: string;
  fontFamilyButtons?: string;
  fontSize?: string | Partial<Record<'xs' | 'sm' | 'md' | 'lg' | 'xl', string>>;
  fontWeight?: Partial<Record<'normal' | 'medium' | 'semibold' | 'bold', number | string>>;
  borderRadius?: string;
  spacing?: string;
  /** @deprecated Use `spacing`. */
  spacingUnit?: string;
}

export interface Layout {
  logoPlacement?: 'inside' | 'outside' | 'none';
  logoImageUrl?: string;
  logoLinkUrl?: string;
  socialButtonsVariant?: 'auto' | 'iconButton' | 'blockButton';
  socialButtonsPlacement?: 'top' | 'bottom';
  showOptionalFields?: boolean;
  termsPageUrl?: string;
  helpPageUrl?: string;
  privacyPageUrl?: string;
  shimmer?: boolean;
  animations?: boolean;
  unsafe_disableDevelopmentModeWarnings?: boolean;
}

/** Class name or styles of each `cl-` element. */
export type Elements = Record<string, string | StyleRule | undefined>;

/** How one component looks. */
export interface Theme {
  theme?: BaseTheme | BaseTheme[];
  /** @deprecated Use `theme`. */
  baseTheme?: BaseTheme | BaseTheme[];
  layout?: Layout;
  variables?: Variables;
  elements?: Elements;
  captcha?: { theme?: 'auto' | 'light' | 'dark'; size?: 'normal' | 'flexible' | 'compact'; language?: string };
}

/** How all components look, with what differs for single ones. */
export type Appearance<T = Theme> = T & {
  signIn?: T;
  signUp?: T;
  userButton?: T;
  userProfile?: T;
  userAvatar?: T;
  userVerification?: T;
  organizationSwitcher?: T;
  organizationList?: T;
  organizationProfile?: T;
  createOrganization?: T;
  oneTap?: T;
  waitlist?: T;
  pricingTable?: T;
  checkout?: T;
  apiKeys?: T;
  /** Cascade layer that the styles are put into. */
  cssLayerName?: string;
};

/** Texts by documented key; nested as in the default localization. */
export type LocalizationResource = { locale?: string } & { [key: string]: string | LocalizationTexts | undefined };
export type LocalizationTexts = { [key: string]: string | LocalizationTexts | undefined };
