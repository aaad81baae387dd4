import { accountlessApplications } from './accountless.ts';
import { invitations, signUps, waitlistEntries } from './admission.ts';
import { clients } from './clients.ts';
import { emailAddresses, phoneNumbers } from './contacts.ts';
import { betaFeatures, domains, instance, proxyChecks, redirectUrls } from './instance.ts';
import { organizations } from './organizations.ts';
import { productionClients, productionSessions } from './production.ts';
import { allowlistIdentifiers, blocklistIdentifiers } from './restrictions.ts';
import type { AnyRow } from './row.ts';
import { actorTokens, sessions, signInTokens } from './sessions.ts';
import { jwks, jwtTemplates, testingTokens } from './tokens.ts';
import { userFactors } from './user-factors.ts';
import { users } from './users.ts';

/** The rows by the instance that they run against. `annex` is a production instance that rows may turn inside out. */
const TABLE = {
  directory: {
    users: { ...users, ...userFactors },
    organizations,
    emailAddresses,
    phoneNumbers,
    sessions,
    clients,
    signInTokens,
    actorTokens,
    invitations,
    waitlistEntries,
    signUps,
    jwtTemplates,
    jwks,
    testingTokens,
    redirectUrls,
    proxyChecks,
    __experimental_accountlessApplications: accountlessApplications,
  },
  production: { clients: productionClients, sessions: productionSessions },
  annex: { instance, domains, betaFeatures, allowlistIdentifiers, blocklistIdentifiers },
};

export type InstanceName = keyof typeof TABLE;

/** Every row, with its method as `users.getUser`. */
export const ROWS: { method: string; on: InstanceName; row: AnyRow }[] = Object.entries(TABLE).flatMap(([on, groups]) =>
  Object.entries(groups).flatMap(([group, rows]) =>
    Object.entries(rows).map(([name, row]) => ({ method: `${group}.${name}`, on: on as InstanceName, row: row as AnyRow })),
  ),
);
