import type { ComponentType } from 'preact';

/** What a component's chunk exports: its view, English texts and style sheets (the foundation's come with every one). */
export interface ComponentModule {
  View: ComponentType;
  texts: readonly object[];
  styles: readonly string[];
  /** Opens without a dialog around it. */
  bare?: true;
}
