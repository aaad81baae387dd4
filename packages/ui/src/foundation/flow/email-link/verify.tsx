import { useEffect, useState } from 'preact/hooks';
import { BackLink } from '../../card/back-link.tsx';
import { Card } from '../../card/card.tsx';
import { Header } from '../../card/header.tsx';
import { Spinner } from '../../controls/button.tsx';
import { Icon } from '../../controls/icon.tsx';
import { useScope } from '../../scope.ts';

const failures = { expired: 'expired', failed: 'failed', client_mismatch: 'clientMismatch' } as const;

type Status = 'loading' | 'verified' | 'verifiedSwitchTab' | (typeof failures)[keyof typeof failures];

/** What an error of `handleEmailLinkVerification` means; undefined if it is another kind of error. */
function failureOf(thrown: unknown): Status | undefined {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return failures[code as keyof typeof failures];
}

/**
 * Where an email link leads: `__clerk_status` in the URL says how it went. Goes on if the attempt can go on here, else
 * says where it does.
 *
 * @param next the step below the mount point for an attempt that is not complete yet.
 */
export function VerifyLink({ flow, next }: { flow: 'signIn' | 'signUp'; next: string }) {
  const { cl, text, clerk, router, redirects, progress } = useScope();
  const [status, setStatus] = useState<Status>('loading');

  useEffect(() => {
    progress.finishing = true;
    let elsewhere = false;
    const params = {
      redirectUrl: router.url(next),
      redirectUrlComplete: redirects.after(flow) ?? '/',
      onVerifiedOnOtherDevice: () => {
        elsewhere = true;
      },
    };
    clerk.handleEmailLinkVerification(params, to => clerk.navigate(to)).then(
      () => setStatus(elsewhere ? 'verifiedSwitchTab' : 'verified'),
      (thrown: unknown) => {
        const failure = failureOf(thrown);
        if (!failure) console.error(thrown);
        setStatus(failure ?? 'failed');
      },
    );
  }, []);

  // Sign-up shares the texts that are the same in both.
  const find = (part: 'title' | 'subtitle') => text.find(`${flow}.emailLink.${status}.${part}`) ?? text.find(`signIn.emailLink.${status}.${part}`);
  const good = status === 'verified' || status === 'verifiedSwitchTab';
  return (
    <Card flow={flow} step="emailLinkVerify">
      <Header title={find('title') ?? ''} subtitle={find('subtitle')} />
      <div class={cl('main')}>
        <div class={cl('verificationLinkStatusBox', `verificationLinkStatusBox__${status}`)}>
          {status === 'loading' ? (
            <Spinner />
          ) : (
            <div class={cl('verificationLinkStatusIconBox', `verificationLinkStatusIconBox__${status}`)}>
              <Icon name={good ? 'check' : 'alert'} class={cl('verificationLinkStatusIcon')} />
            </div>
          )}
        </div>
        {!good && status !== 'loading' && <BackLink onClick={() => router.go('', { replace: true })} />}
      </div>
      <p class="f-sr" role="status">
        {find('title')}
      </p>
    </Card>
  );
}
