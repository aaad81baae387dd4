import { useEffect, useMemo } from 'react';
import type {
  CreateEmailLinkFlowReturn, EmailAddressResource, SignInResource, SignInStartEmailLinkFlowParams, SignUpResource, StartEmailLinkFlowParams,
} from '@foyer/js/types';

/**
 * Sends an email link and waits until it is opened; the waiting ends with the component.
 * @param resource what the link is to verify: a sign-in, a sign-up or an email address
 */
export function useEmailLink(resource: SignInResource): CreateEmailLinkFlowReturn<SignInStartEmailLinkFlowParams, SignInResource>;
export function useEmailLink(resource: SignUpResource): CreateEmailLinkFlowReturn<StartEmailLinkFlowParams, SignUpResource>;
export function useEmailLink(resource: EmailAddressResource): CreateEmailLinkFlowReturn<StartEmailLinkFlowParams, EmailAddressResource>;
export function useEmailLink(resource: { createEmailLinkFlow: () => { cancelEmailLinkFlow: () => void } }): unknown {
  const flow = useMemo(() => resource.createEmailLinkFlow(), [resource]);
  useEffect(() => () => flow.cancelEmailLinkFlow(), [flow]);
  return flow;
}
