/** Users, for the other rooms. */
import './events.ts';

export { checkPastTime } from './checks.ts';
export { addContact, attachVerification, getContact, makePrimary, removeContact, unverifyContact, verifyContact } from './contacts.ts';
export { createUser, type NewUser } from './create.ts';
export { findByIdentifier, findUser, getUser, loadUser, loadUsers, type UserAggregate } from './find.ts';
export { freshenUser } from './freshness.ts';
export { userCondition } from './list-filters.ts';
export { remainingIdentifications } from './last-identification.ts';
export { notifyUser } from './notify.ts';
export { deleteUser } from './remove.ts';
export { backendUserResource, frontendUserResource, primaryIdentifier, publicUserData, userImageUrl } from './resource.ts';
export { assertMaySignIn, banUser, isLocked, lockUser, recordActivity, recordFailedAttempt, recordSignIn, recordSignInAsking, unbanUser, unlockUser } from './standing.ts';
export { hasSecondFactor, isSecondFactor, refreshSecondFactors } from './second-factors.ts';
export { lockedUser, mergeUserMetadata, updateUser, type UserChanges } from './update.ts';
