import { readTestingEnvironment } from '../environment.ts';
import type { ClerkSetupOptions } from '../types.ts';
import type { CypressConfig } from './cypress.ts';

/**
 * Gets a testing token for the instance and puts it into Cypress's configuration. Call it in
 * `setupNodeEvents` and return what it returns (testing/cypress/overview).
 *
 * @throws Error that names the variable that is missing; `ClerkAPIResponseError` when the instance refuses
 */
export async function clerkSetup<Config extends CypressConfig>({ config, options }: { config: Config; options?: ClerkSetupOptions }): Promise<Config> {
  const env = { ...config.env, ...(await readTestingEnvironment(options)) };
  return { ...config, env };
}
