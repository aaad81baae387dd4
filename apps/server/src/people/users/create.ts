import { emit, now, transaction, type Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { newId } from '../../platform/ids.ts';
import type { ContactKind, ContactRow, NewContact } from '../contacts.ts';
import { emailAddresses } from '../email-addresses/kind.ts';
import { connect } from '../external-accounts/connect.ts';
import type { ExternalProfile } from '../external-accounts/profile.ts';
import { phoneNumbers } from '../phone-numbers/kind.ts';
import { web3Wallets } from '../web3-wallets/kind.ts';
import { refusingTaken } from './conflicts.ts';
import { loadUser, type UserAggregate } from './find.ts';
import * as store from './store.ts';

/** How a contact comes with a new user. */
interface NewUserContact {
  /** Whether it is proved, by `verificationId` or by an administrator's word. */
  verified: boolean;
  /** Whether it is held for the user all the same; default when it is not verified. */
  reserved?: boolean;
  verificationId?: string | null;
}

/** What a user is made of. Identifiers are normalised (`people/identifiers.ts`) and everything is checked already. */
export interface NewUser {
  /** The first one becomes the primary one. */
  emails?: readonly (NewUserContact & { address: string })[];
  phones?: readonly (NewUserContact & { number: string })[];
  wallets?: readonly (NewUserContact & { wallet: string })[];
  /** Accounts at providers, proved by these strategies. */
  externalAccounts?: readonly { profile: ExternalProfile; strategy: string }[];
  username?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  externalId?: string | null;
  /** BCP 47 */
  locale?: string | null;
  /** As `hashPassword` made it, or as it was imported. */
  password?: { hash: string; hasher: string } | null;
  publicMetadata?: Json;
  privateMetadata?: Json;
  unsafeMetadata?: Json;
  legalAcceptedAt?: Date | null;
  deleteSelfEnabled?: boolean;
  createOrganizationEnabled?: boolean;
  createOrganizationsLimit?: number | null;
  bypassClientTrust?: boolean;
  /** When the person joined; now, unless they come from elsewhere. */
  createdAt?: Date;
}

/**
 * Creates a user with their identifications and raises `user.created`.
 *
 * @throws `form_identifier_exists` naming the parameter that is taken, `external_account_exists`
 */
export function createUser(ctx: Context, wanted: NewUser): Promise<UserAggregate> {
  return transaction(ctx, async (ctx) => {
    const at = now(ctx);
    const id = newId(ctx, 'user');
    await refusingTaken(
      store.insert(ctx.db, {
        instance_id: ctx.instance.id,
        id,
        external_id: wanted.externalId ?? null,
        username: wanted.username ?? null,
        first_name: wanted.firstName ?? null,
        last_name: wanted.lastName ?? null,
        locale: wanted.locale ?? null,
        password_hash: wanted.password?.hash ?? null,
        password_hasher: wanted.password?.hasher ?? null,
        password_updated_at: wanted.password ? at : null,
        public_metadata: wanted.publicMetadata ?? {},
        private_metadata: wanted.privateMetadata ?? {},
        unsafe_metadata: wanted.unsafeMetadata ?? {},
        delete_self_enabled: wanted.deleteSelfEnabled ?? true,
        create_organization_enabled: wanted.createOrganizationEnabled ?? true,
        create_organizations_limit: wanted.createOrganizationsLimit ?? null,
        bypass_client_trust: wanted.bypassClientTrust ?? false,
        legal_accepted_at: wanted.legalAcceptedAt ?? null,
        created_at: wanted.createdAt ?? at,
        updated_at: at,
      }),
    );
    const emails = await insertContacts(ctx, emailAddresses, id, (wanted.emails ?? []).map((email) => contact(email.address, email)));
    const phones = await insertContacts(ctx, phoneNumbers, id, (wanted.phones ?? []).map((phone) => contact(phone.number, phone)));
    const wallets = await insertContacts(ctx, web3Wallets, id, (wanted.wallets ?? []).map((wallet) => contact(wallet.wallet, wallet)));
    if (emails[0] || phones[0] || wallets[0]) {
      const primary = { primary_email_address_id: emails[0]?.id, primary_phone_number_id: phones[0]?.id, primary_web3_wallet_id: wallets[0]?.id };
      await store.update(ctx.db, ctx.instance.id, id, primary);
    }
    for (const { profile, strategy } of wanted.externalAccounts ?? []) await connect(ctx, id, profile, strategy);
    await emit(ctx, 'user.created', { userId: id });
    return loadUser(ctx, id);
  });
}

function contact(value: string, { verified, reserved, verificationId }: NewUserContact): NewContact {
  return { value, verified, reserved: reserved ?? !verified, verificationId: verificationId ?? null };
}

async function insertContacts<Row extends ContactRow>(ctx: Context, kind: ContactKind<Row>, userId: string, contacts: readonly NewContact[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const contact of contacts) {
    const owner = { instanceId: ctx.instance.id, userId, id: newId(ctx, kind.name), at: now(ctx) };
    rows.push(await refusingTaken(kind.store.insert(ctx.db, owner, contact)));
  }
  return rows;
}
