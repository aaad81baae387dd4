/** Users, for the other rooms. */
import './events.ts';

export { addContact, attachVerification, getContact, removeContact, requirePrimary, verifyContact } from './contacts.ts';
export { createUser, type NewUser } from './create.ts';
export { findByIdentifier, findUser, getUser, loadUser, loadUsers, type UserAggregate } from './find.ts';
export { notifyUser } from './notify.ts';
export { deleteUser } from './remove.ts';
export { backendUserResource, frontendUserResource, primaryIdentifier, publicUserData, userImageUrl } from './resource.ts';
export { assertMaySignIn, banUser, isLocked, lockUser, recordActivity, recordFailedAttempt, recordSignIn, unbanUser, unlockUser } from './standing.ts';
export { mergeUserMetadata, updateUser, type UserChanges } from './update.ts';
