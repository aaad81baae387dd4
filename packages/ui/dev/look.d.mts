import type { Page } from 'playwright-core';
import type { Scenario } from './fake-scenario.ts';

export interface DevPage {
  page: Page;
  /** Errors the page reported. */
  problems: string[];
  /** Draws a component for a scenario. */
  start(scenario: Scenario & { dark?: boolean }, name: string, props?: object, how?: 'mount' | 'open'): Promise<void>;
  /** What axe has to say against the page as it is. */
  violations(): Promise<string[]>;
}

export function openBrowser(): Promise<{
  open(options?: { width?: number; height?: number; dir?: 'rtl'; path?: string; touch?: boolean }): Promise<DevPage>;
  close(): Promise<void>;
}>;
