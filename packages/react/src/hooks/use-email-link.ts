import { useEffect, useMemo } from 'react';
import type { CreateEmailLinkFlowReturn, EmailAddressResource, SignInResource, SignUpResource } from '@foyer/js/types';

type Flow<Resource extends Linkable> = Resource extends { createEmailLinkFlow: () => CreateEmailLinkFlowReturn<infer Params, infer Result> }
  ? CreateEmailLinkFlowReturn<Params, Result>
  : never;
type Linkable = SignInResource | SignUpResource | EmailAddressResource;

/**
 * Sends an email link and waits until it is opened; the waiting ends with the component.
 * @param resource what the link is to verify: a sign-in, a sign-up or an email address
 */
export function useEmailLink<Resource extends Linkable>(resource: Resource): Flow<Resource> {
  const flow = useMemo(() => resource.createEmailLinkFlow() as Flow<Resource>, [resource]);
  useEffect(() => () => flow.cancelEmailLinkFlow(), [flow]);
  return flow;
}
