import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Badge } from '../../foundation/controls/badge.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import type { EmailLinkFlow } from '../../foundation/flow/email-link/index.ts';
import { CodeForm } from '../../foundation/form/code-form.tsx';
import { useForm, type Form } from '../../foundation/form/use-form.ts';
import { ActionCard, ActionForm, RemoveCard } from '../../foundation/profile/action-card.tsx';
import { ActionMenu, Section, SectionButton, SectionItem } from '../../foundation/profile/section.tsx';
import { useScope } from '../../foundation/scope.ts';
import { PhoneNumber } from '../../foundation/user/phone-number.tsx';
import { EmailLinkCard } from './email-link-card.tsx';

/** An email address or a phone number, whichever the section is about. */
export interface Contact {
  id: string;
  value: string;
  verified: boolean;
  send: () => Promise<unknown>;
  verify: (code: string) => Promise<unknown>;
  /** Set where a link is sent instead of a code. */
  link?: EmailLinkFlow | undefined;
  remove: () => Promise<unknown>;
}

/** What differs between the two sections. */
export interface ContactKind {
  id: 'emailAddresses' | 'phoneNumbers';
  field: 'emailAddress' | 'phoneNumber';
  texts: Record<
    | 'title' | 'add' | 'addTitle' | 'addHint' | 'verifyTitle' | 'codeLabel' | 'resend'
    | 'makePrimary' | 'verify' | 'remove' | 'removeTitle' | 'removeLine2',
    string
  >;
  verifyLine: (value: string) => string;
  removeLine: (value: string) => string;
  input: (form: Form<'emailAddress' | 'phoneNumber'>) => ComponentChildren;
  create: (value: string) => Promise<Contact>;
  makePrimary: (contact: Contact) => Promise<unknown>;
}

type Open = { what: 'add' } | { what: 'verify' | 'remove'; contact: Contact } | undefined;

/** A list of contacts with everything one can do with them: add and verify, make primary, remove. */
export function ContactSection({ kind, contacts, primaryId }: { kind: ContactKind; contacts: readonly Contact[]; primaryId: string | null }) {
  const { cl, text } = useScope();
  const [open, setOpen] = useState<Open>();
  const form = useForm({});
  const { texts } = kind;
  const done = () => setOpen(undefined);

  const sorted = [...contacts].sort((a, b) => Number(b.id === primaryId) - Number(a.id === primaryId));
  return (
    <Section id={kind.id} title={texts.title}>
      <Alert>{form.error}</Alert>
      <div class={cl('profileSectionItemList', `profileSectionItemList__${kind.id}`)}>
        {sorted.map(contact =>
          open && open.what !== 'add' && open.contact.id === contact.id ? (
            open.what === 'verify' ? (
              <VerifyCard key={contact.id} kind={kind} contact={contact} onDone={done} />
            ) : (
              <RemoveCard
                key={contact.id}
                title={texts.removeTitle}
                lines={[kind.removeLine(contact.value), texts.removeLine2]}
                remove={contact.remove}
                onDone={done}
              />
            )
          ) : (
            <SectionItem
              key={contact.id}
              id={kind.id}
              action={
                <ActionMenu
                  id={kind.id}
                  about={contact.value}
                  actions={[
                    ...(contact.verified ? [] : [{ label: texts.verify, onClick: () => setOpen({ what: 'verify', contact }) }]),
                    ...(contact.verified && contact.id !== primaryId
                      ? [{ label: texts.makePrimary, onClick: () => form.run(() => kind.makePrimary(contact)) }]
                      : []),
                    { label: texts.remove, destructive: true, onClick: () => setOpen({ what: 'remove', contact }) },
                  ]}
                />
              }
            >
              {kind.id === 'phoneNumbers' ? <PhoneNumber value={contact.value} /> : <bdi>{contact.value}</bdi>}
              {contact.id === primaryId && <Badge kind="primary">{text('badge__primary')}</Badge>}
              {!contact.verified && <Badge kind="actionRequired">{text('badge__unverified')}</Badge>}
            </SectionItem>
          ),
        )}
      </div>
      {open?.what === 'add' ? (
        <AddCard kind={kind} onDone={done} />
      ) : (
        <SectionButton id={kind.id} icon="plus" onClick={() => setOpen({ what: 'add' })}>
          {texts.add}
        </SectionButton>
      )}
    </Section>
  );
}

/** Adds a contact, then verifies it in the same place. */
function AddCard({ kind, onDone }: { kind: ContactKind; onDone: () => void }) {
  const { text } = useScope();
  const form = useForm({ emailAddress: '', phoneNumber: '' });
  const [added, setAdded] = useState<Contact>();
  const value = form.values[kind.field].trim();
  if (added) return <VerifyCard kind={kind} contact={added} onDone={onDone} />;
  return (
    <ActionCard title={kind.texts.addTitle} subtitle={kind.texts.addHint}>
      <ActionForm
        form={form}
        submitLabel={text('userProfile.formButtonPrimary__add')}
        disabled={!value}
        onSubmit={() => form.run(async () => setAdded(await kind.create(value)))}
        onCancel={onDone}
      >
        {kind.input(form)}
      </ActionForm>
    </ActionCard>
  );
}

function VerifyCard({ kind, contact, onDone }: { kind: ContactKind; contact: Contact; onDone: () => void }) {
  const { text } = useScope();
  if (contact.link) return <EmailLinkCard title={kind.texts.verifyTitle} address={contact.value} flow={contact.link} onDone={onDone} />;
  return (
    <ActionCard title={kind.texts.verifyTitle} subtitle={kind.verifyLine(contact.value)}>
      <CodeForm
        about={contact.id}
        label={kind.texts.codeLabel}
        send={contact.send}
        attempt={async code => {
          await contact.verify(code);
          onDone();
        }}
        resendLabel={kind.texts.resend}
        cancel={
          <Button element="formButtonReset" look="bare" onClick={onDone}>
            {text('userProfile.formButtonReset')}
          </Button>
        }
      />
    </ActionCard>
  );
}
