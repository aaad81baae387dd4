import { describe, expect, it } from 'vitest';
import { createClassNames } from './class-names.ts';
import { resolveAppearance } from './resolve.ts';
import { cssBody } from './style-object.ts';
import { customPropertiesOf } from './variables.ts';

const dark = { __type: 'prebuilt_appearance', variables: { colorBackground: 'black', colorPrimary: 'white' }, elements: { card: 'dark-card' } };

describe('resolveAppearance', () => {
  it('lets the component beat its key, its key the provider, and each of them their themes', () => {
    const global = { theme: dark, variables: { colorPrimary: 'blue' }, signIn: { variables: { colorPrimary: 'green' } } };
    const resolved = (own?: object) => resolveAppearance(global, 'signIn', own).customProperties['--clerk-color-primary'];
    expect(resolved()).toBe('green');
    expect(resolved({ variables: { colorPrimary: 'red' } })).toBe('red');
    expect(resolveAppearance(global, 'signUp', undefined).customProperties).toEqual({
      '--clerk-color-background': 'black',
      '--clerk-color-primary': 'blue',
    });
  });

  it('stacks themes in order, under either name', () => {
    const violet = { variables: { colorPrimary: 'violet' } };
    expect(resolveAppearance({ theme: [dark, violet] }, 'signIn', undefined).customProperties).toEqual({
      '--clerk-color-background': 'black',
      '--clerk-color-primary': 'violet',
    });
    expect(resolveAppearance({ baseTheme: dark }, 'signIn', undefined).elements).toEqual([{ card: 'dark-card' }]);
  });

  it('fills in the documented layout defaults and keeps them where a level says undefined', () => {
    const { layout, captcha, layerName, simple } = resolveAppearance({ layout: { logoPlacement: undefined, shimmer: false } }, 'signIn', undefined);
    expect(layout).toMatchObject({ logoPlacement: 'inside', shimmer: false, socialButtonsPlacement: 'top', showOptionalFields: true });
    expect(captcha).toEqual({ theme: 'auto', size: 'normal', language: undefined });
    expect(layerName).toBe('foyer');
    expect(simple).toBe(false);
  });

  it('knows the simple theme and the layer name', () => {
    const resolved = resolveAppearance({ theme: 'simple', cssLayerName: 'clerk' }, 'signIn', undefined);
    expect(resolved).toMatchObject({ simple: true, layerName: 'clerk' });
    expect(resolveAppearance({ theme: ['simple', dark] }, 'signIn', undefined)).toMatchObject({ simple: true, elements: [{ card: 'dark-card' }] });
  });
});

describe('customPropertiesOf', () => {
  it('maps deprecated names, which never beat their successors', () => {
    expect(customPropertiesOf({ colorForeground: 'new', colorText: 'old' })).toEqual({ '--clerk-color-foreground': 'new' });
    expect(customPropertiesOf({ spacingUnit: '2rem' })).toEqual({ '--clerk-spacing': '2rem' });
  });

  it('reads scales', () => {
    expect(customPropertiesOf({ colorPrimary: { 400: 'light', 500: 'middle' } })).toEqual({ '--clerk-color-primary': 'middle' });
    expect(customPropertiesOf({ fontSize: { sm: '12px', md: '14px' } })).toEqual({
      '--clerk-font-size': '14px',
      '--clerk-font-size-sm': '12px',
      '--clerk-font-size-md': '14px',
    });
    expect(customPropertiesOf({ fontWeight: { normal: 300 } })).toEqual({ '--clerk-font-weight': '300', '--clerk-font-weight-normal': '300' });
  });
});

describe('createClassNames', () => {
  const cl = createClassNames(
    [
      { formFieldInput: 'app-input', formFieldInput__password: 'app-password', formFieldInput__error: 'app-wrong' },
      { button: { color: 'red' }, formFieldInput__password__error: 'app-wrong-password' },
    ],
    style => `styled-${Object.keys(style).join()}`,
  );

  it('gives documented classes, variants and states', () => {
    expect(cl('button', 'formButtonPrimary', { loading: true, error: false })).toBe('cl-button cl-formButtonPrimary cl-loading styled-color');
  });

  it('adds what `elements` says for the element, its variant and its state', () => {
    expect(cl('formFieldInput__password').split(' ')).toEqual(['cl-formFieldInput', 'cl-formFieldInput__password', 'app-input', 'app-password']);
    expect(cl('formFieldInput__password', { error: true })).toContain('app-input app-password app-wrong app-wrong-password');
  });
});

describe('cssBody', () => {
  it('writes properties, lengths, nested selectors and at-rules', () => {
    expect(cssBody({ fontSize: 14, lineHeight: 1.5, marginTop: 0, '&:hover': { color: 'red' }, ':focus': { WebkitTextFillColor: 'blue' } })).toBe(
      'font-size:14px;line-height:1.5;margin-top:0;&:hover{color:red;}&:focus{-webkit-text-fill-color:blue;}',
    );
    expect(cssBody({ '--x': 3, '@media (width < 600px)': { zIndex: 2 } })).toBe('--x:3;@media (width < 600px){z-index:2;}');
  });
});
