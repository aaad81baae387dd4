import type { FastifyInstance } from 'fastify';
import type { BackendRoutes, ContextSource, FrontendRoutes } from '../platform/http/routes.ts';
import { backupCodeRoutes } from './backup-codes/frontend.ts';
import { emailAddressBackendRoutes } from './email-addresses/backend.ts';
import { emailAddressRoutes } from './email-addresses/frontend.ts';
import { externalAccountBackendRoutes } from './external-accounts/backend.ts';
import { externalAccountRoutes } from './external-accounts/frontend.ts';
import { imageRoutes } from './images/routes.ts';
import { passkeyBackendRoutes } from './passkeys/backend.ts';
import { passkeyRoutes } from './passkeys/frontend.ts';
import { passwordBackendRoutes } from './passwords/backend.ts';
import { passwordRoutes } from './passwords/frontend.ts';
import { phoneNumberBackendRoutes } from './phone-numbers/backend.ts';
import { phoneNumberRoutes } from './phone-numbers/frontend.ts';
import { secondFactorBackendRoutes } from './second-factors/backend.ts';
import { totpRoutes } from './totp/frontend.ts';
import { userBackendRoutes } from './users/backend.ts';
import { userRoutes } from './users/frontend.ts';
import { profileImageRoutes } from './users/profile-image-frontend.ts';
import { relatedBackendRoutes } from './users/related-backend.ts';
import { standingBackendRoutes } from './users/standing-backend.ts';
import { web3WalletBackendRoutes } from './web3-wallets/backend.ts';
import { web3WalletRoutes } from './web3-wallets/frontend.ts';

/** What people see and change of themselves. */
export function peopleRoutes(routes: FrontendRoutes): void {
  userRoutes(routes);
  profileImageRoutes(routes);
  passwordRoutes(routes);
  emailAddressRoutes(routes);
  phoneNumberRoutes(routes);
  totpRoutes(routes);
  backupCodeRoutes(routes);
  passkeyRoutes(routes);
  web3WalletRoutes(routes);
  externalAccountRoutes(routes);
}

/** What servers see and change of people. */
export function peopleBackendRoutes(routes: BackendRoutes): void {
  userBackendRoutes(routes);
  standingBackendRoutes(routes);
  passwordBackendRoutes(routes);
  emailAddressBackendRoutes(routes);
  phoneNumberBackendRoutes(routes);
  secondFactorBackendRoutes(routes);
  passkeyBackendRoutes(routes);
  web3WalletBackendRoutes(routes);
  externalAccountBackendRoutes(routes);
  relatedBackendRoutes(routes);
}

/** Pictures of people, for everybody. */
export function peoplePublicRoutes(app: FastifyInstance, source: ContextSource): void {
  imageRoutes(app, source);
}
