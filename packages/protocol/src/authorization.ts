/**
 * Whether a session may do something: role, permission, feature, plan and how recently its user
 * proved who they are. Pure, so that server and browser answer alike.
 */
import { splitByScope, type FactorVerificationAge, type OrganizationFacts } from './claims.ts';

export type ReverificationLevel = 'first_factor' | 'second_factor' | 'multi_factor';

export type ReverificationPreset = 'strict_mfa' | 'strict' | 'moderate' | 'lax';

/** `afterMinutes`: 1 to 99,998; the factor must have been verified less than that long ago. */
export interface ReverificationRequirement {
  level: ReverificationLevel;
  afterMinutes: number;
}

export type ReverificationConfig = ReverificationPreset | ReverificationRequirement;

interface RoleCheck { role: string; permission?: never; feature?: never; plan?: never }
interface PermissionCheck { role?: never; permission: string; feature?: never; plan?: never }
interface FeatureCheck { role?: never; permission?: never; feature: string; plan?: never }
interface PlanCheck { role?: never; permission?: never; feature?: never; plan: string }
interface NoCheck { role?: never; permission?: never; feature?: never; plan?: never }

/** What `has()` is asked: one of role, permission, feature or plan, or nothing but a reverification. */
export type AuthorizationParams = (RoleCheck | PermissionCheck | FeatureCheck | PlanCheck | NoCheck) & {
  reverification?: ReverificationConfig;
};

export type Has = (params: AuthorizationParams) => boolean;

/** What is known about the session; `features` and `plans` are the `fea` and `pla` claims. */
export interface AuthorizationFacts extends Partial<OrganizationFacts> {
  userId: string | null | undefined;
  factorVerificationAge: FactorVerificationAge | null | undefined;
  features: string | undefined;
  plans: string | undefined;
}

const PRESETS: Record<ReverificationPreset, ReverificationRequirement> = {
  strict_mfa: { level: 'multi_factor', afterMinutes: 10 },
  strict: { level: 'second_factor', afterMinutes: 10 },
  moderate: { level: 'second_factor', afterMinutes: 60 },
  lax: { level: 'second_factor', afterMinutes: 1440 },
};

/**
 * Answers `has(params)`. Every condition asked must hold, and one that cannot be judged (no active
 * organization, no plan in the token, unknown age of the factors) does not. Asking nothing is `false`.
 */
export function checkAuthorization(facts: AuthorizationFacts, params: AuthorizationParams): boolean {
  if (!facts.userId) return false;
  const { role, permission, feature, plan, reverification } = params;
  const verdicts: boolean[] = [];
  if (role) verdicts.push(hasRole(facts, role));
  if (permission) verdicts.push(hasPermission(facts, permission));
  if (feature) verdicts.push(isListed(facts.features, feature));
  if (plan) verdicts.push(isListed(facts.plans, plan));
  if (reverification) verdicts.push(isRecentlyVerified(facts.factorVerificationAge, reverification));
  return verdicts.length > 0 && verdicts.every(Boolean);
}

/** `key` is `<key>` (any scope), `org:<key>` or `user:<key>`. */
function isListed(list: string | undefined, key: string): boolean {
  const { org, user } = splitByScope(list);
  const [scope = '', name] = key.split(':');
  if (name === undefined) return org.includes(scope) || user.includes(scope);
  if (scope === 'org') return org.includes(name);
  if (scope === 'user') return user.includes(name);
  return org.includes(name) || user.includes(name);
}

function hasRole({ orgId, orgRole }: AuthorizationFacts, role: string): boolean {
  return Boolean(orgId && orgRole) && withOrgPrefix(orgRole ?? '') === withOrgPrefix(role);
}

function hasPermission({ orgId, orgPermissions }: AuthorizationFacts, permission: string): boolean {
  return Boolean(orgId) && (orgPermissions ?? []).includes(withOrgPrefix(permission));
}

function withOrgPrefix(key: string): string {
  return key.startsWith('org:') ? key : `org:${key}`;
}

function isRecentlyVerified(age: FactorVerificationAge | null | undefined, config: ReverificationConfig): boolean {
  const requirement = resolveReverification(config);
  if (!requirement || !age) return false;
  const { level, afterMinutes } = requirement;
  const [firstAge, secondAge] = age;
  const first = firstAge !== -1 && firstAge < afterMinutes;
  // Without a second factor the first one has to do.
  const second = secondAge === -1 ? first : secondAge < afterMinutes;
  if (level === 'first_factor') return first;
  if (level === 'second_factor') return second;
  return first && second;
}

/** The requirement behind a preset name or a custom configuration; `null` when it is not a valid one. */
export function resolveReverification(config: ReverificationConfig | null | undefined): ReverificationRequirement | null {
  if (!config) return null;
  if (typeof config === 'string') return PRESETS[config] ?? null;
  const known = config.level === 'first_factor' || config.level === 'second_factor' || config.level === 'multi_factor';
  return known && config.afterMinutes > 0 && config.afterMinutes < 99_999 ? config : null;
}
