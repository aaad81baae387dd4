import type { BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { newVisitor, type Visitor } from '../../lib/visitors.ts';

/** Opens a page in a fresh browser. What goes wrong on it unseen fails the test in the end. */
export async function visit(url = inject('house').webUrl, options: BrowserContextOptions = {}): Promise<Visitor> {
  const visitor = await newVisitor(options);
  await visitor.page.goto(url);
  return visitor;
}
