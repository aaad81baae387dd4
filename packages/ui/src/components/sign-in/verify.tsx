import { WithEmailLink } from '../../foundation/flow/email-link-chunk.tsx';

/** Where the link of an email leads. */
export function Verify() {
  return <WithEmailLink>{parts => <parts.VerifyLink flow="signIn" next="factor-two" />}</WithEmailLink>;
}
