/** English texts of what a new session may still need. */
export const texts = {
  foyer: {
    noOrganization: 'You are not in an organization yet, and this application needs one. Please ask somebody who manages one to invite you.',
    showMore: 'Show more',
    taskUnknown: 'This application asks for one more step that cannot be done here. Please contact its support.',
    taskUnknownTitle: 'One more step',
  },
  roles: { 'org:admin': 'Admin', 'org:member': 'Member' },
  taskChooseOrganization: {
    chooseOrganization: {
      action__createOrganization: 'Create an organization',
      subtitle: 'You can change to another one at any time.',
      title: 'Choose an organization',
    },
    createOrganization: {
      formButtonReset: 'Cancel',
      formButtonSubmit: 'Create',
      formFieldInputPlaceholder__name: 'The name that people know it by',
      formFieldInputPlaceholder__slug: 'a-short-name',
      formFieldLabel__name: 'Name',
      formFieldLabel__slug: 'Short name in addresses',
      subtitle: 'It is where you and others work together.',
      title: 'Create an organization',
    },
    signOut: { actionLink: 'Sign out', actionText: 'Signed in as {{ identifier }}' },
  },
  taskResetPassword: {
    formButtonPrimary: 'Set new password',
    signOut: { actionLink: 'Sign out', actionText: 'Signed in as {{ identifier }}' },
    subtitle: 'For your safety, please choose a new password before you go on.',
    title: 'Choose a new password',
  },
  taskSetupMfa: {
    signOut: { actionLink: 'Sign out', actionText: 'Signed in as {{ identifier }}' },
    start: {
      methodSelection: { phoneCode: 'Codes by text message', totp: 'Authenticator app' },
      subtitle: 'This application asks for a second proof when you sign in. It keeps your account safe should anybody learn your password.',
      title: 'Set up two-step verification',
    },
  },
  unstable__errors: {
    organization_not_found_or_unauthorized: 'You are not in this organization any more. Please choose another one.',
    organization_not_found_or_unauthorized_with_create_organization_disabled: 'You are not in this organization any more. Please choose another one, or ask to be invited.',
  },
} as const;
