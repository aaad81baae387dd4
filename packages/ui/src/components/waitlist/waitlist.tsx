import type { WaitlistProps } from '@foyer/js/types';
import { useEffect, useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { FooterAction } from '../../foundation/card/card-footer.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button, Spinner } from '../../foundation/controls/button.tsx';
import { TextField } from '../../foundation/form/field.tsx';
import { FormElement } from '../../foundation/form/form.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';

/** How long the good news stands before the app's own page takes over, in ms. */
const readingMs = 2500;

/** `<Waitlist/>`: asks for an email address, for instances that let people in step by step. */
export function WaitlistView() {
  const [joined, setJoined] = useState(false);
  return joined ? <Joined /> : <Join onJoined={() => setJoined(true)} />;
}

function Join({ onJoined }: { onJoined: () => void }) {
  const { cl, text, clerk, router } = useScope();
  const form = useForm({ emailAddress: router.query.get('email_address') ?? '' });
  const emailAddress = form.values.emailAddress.trim();

  const submit = async () => {
    if (!emailAddress) return form.setError('emailAddress', text('foyer.fieldRequired'));
    if (await form.run(() => clerk.joinWaitlist({ emailAddress }))) onJoined();
  };

  return (
    <Card flow="waitlist" step="start" action={<SignInAction />}>
      <Header title={text('waitlist.start.title')} subtitle={text('waitlist.start.subtitle')} />
      <Alert>{form.error}</Alert>
      <div class={cl('main')}>
        <FormElement onSubmit={submit} errors={form.errors}>
          <TextField
            form={form}
            name="emailAddress"
            type="email"
            autoComplete="email"
            label={text('formFieldLabel__emailAddress')}
            placeholder={text('formFieldInputPlaceholder__emailAddress')}
          />
          <Button element="formButtonPrimary" type="submit" wide loading={form.busy}>
            {text('waitlist.start.formButton')}
          </Button>
        </FormElement>
      </div>
    </Card>
  );
}

/** The good news; the app may send people on from here. */
function Joined() {
  const { text, clerk, close, modal, props } = useScope<WaitlistProps>();
  const { afterJoinWaitlistUrl } = props;
  useEffect(() => {
    if (!afterJoinWaitlistUrl) return undefined;
    const timer = setTimeout(() => {
      if (modal) close();
      clerk.navigate(afterJoinWaitlistUrl);
    }, readingMs);
    return () => clearTimeout(timer);
  }, [afterJoinWaitlistUrl]);
  return (
    <Card flow="waitlist" step="success">
      <Header title={text('waitlist.success.title')} subtitle={text('waitlist.success.subtitle')} />
      {afterJoinWaitlistUrl && (
        <p class="f-secured" role="status">
          <Spinner /> {text('waitlist.success.message')}
        </p>
      )}
    </Card>
  );
}

/** “Have access already? Sign in”: a link to the page, or from modal to modal. */
function SignInAction() {
  const { text, clerk, environment, options, props, redirects, modal, close } = useScope<WaitlistProps>();
  const signInUrl = props.signInUrl ?? options.signInUrl ?? environment.displayConfig.signInUrl;
  const openInstead = () => {
    close();
    clerk.openSignIn({ appearance: props.appearance });
  };
  return (
    <FooterAction
      element="footerAction__signIn"
      label={text('waitlist.start.actionText')}
      link={text('waitlist.start.actionLink')}
      href={clerk.buildUrlWithAuth(redirects.carryTo(signInUrl))}
      onClick={modal ? openInstead : undefined}
    />
  );
}
