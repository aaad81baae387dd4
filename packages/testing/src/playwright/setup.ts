import { readTestingEnvironment } from '../environment.ts';
import type { ClerkSetupOptions } from '../types.ts';

/**
 * Gets a testing token for the instance and keeps it in the environment, for all tests. Call it once,
 * in the global setup (testing/playwright/overview).
 *
 * @throws Error that names the variable that is missing; `ClerkAPIResponseError` when the instance refuses
 */
export async function clerkSetup(options: ClerkSetupOptions = {}): Promise<void> {
  Object.assign(process.env, await readTestingEnvironment(options));
}
