import type { PhoneNumberResource } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { Badge } from '../../../foundation/controls/badge.tsx';
import { Icon, type IconName } from '../../../foundation/controls/icon.tsx';
import { useChunk } from '../../../foundation/flow/use-chunk.ts';
import { useForm } from '../../../foundation/form/use-form.ts';
import { PhoneNumber } from '../../../foundation/user/phone-number.tsx';
import { MoreTexts } from '../../../foundation/localization/more-texts.tsx';
import { ActionMenu, Section, SectionButton, SectionItem, type MenuAction } from '../../../foundation/profile/section.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { useUser } from '../use-user.ts';
import { addableMethods, secondFactorPhones, type Method } from './methods.ts';

const loadCards = () => import('./cards.ts');

/** What is open in the section: the choice of a method, a method being set up, or a question before something goes. */
type Open = 'choose' | Method | 'regenerate' | 'remove_totp' | { removing: PhoneNumberResource };

/** The second proof at sign-in: an authenticator app, phone numbers, backup codes. */
export function TwoStepSection() {
  const { cl, text, environment } = useScope();
  const user = useUser();
  const form = useForm({});
  const [open, setOpen] = useState<Open>();
  const addable = addableMethods(environment.userSettings.attributes, user);
  const phones = secondFactorPhones(user);
  const [only] = addable;
  const done = () => setOpen(undefined);

  return (
    <Section id="mfa" title={text('userProfile.start.mfaSection.title')}>
      <Alert>{form.error}</Alert>
      <div class={cl('profileSectionItemList', 'profileSectionItemList__mfa')}>
        {user.totpEnabled && (
          <FactorItem
            icon="mobile"
            label={text('userProfile.start.mfaSection.totp.headerTitle')}
            isDefault
            actions={[{ label: text('userProfile.start.mfaSection.totp.destructiveActionTitle'), destructive: true, onClick: () => setOpen('remove_totp') }]}
          />
        )}
        {phones.map(phone => (
          <FactorItem
            key={phone.id}
            icon="phone"
            label={text('foyer.phoneCode')}
            detail={phone.phoneNumber}
            isDefault={!user.totpEnabled && phone.defaultSecondFactor}
            actions={[
              // An authenticator app is asked for before any phone number.
              ...(user.totpEnabled || phone.defaultSecondFactor
                ? []
                : [{ label: text('userProfile.start.mfaSection.phoneCode.actionLabel__setDefault'), onClick: () => form.run(() => phone.makeDefaultSecondFactor()) }]),
              { label: text('userProfile.start.mfaSection.phoneCode.destructiveActionLabel'), destructive: true, onClick: () => setOpen({ removing: phone }) },
            ]}
          />
        ))}
        {user.backupCodeEnabled && (
          <FactorItem
            icon="key"
            label={text('userProfile.start.mfaSection.backupCodes.headerTitle')}
            actions={[{ label: text('userProfile.start.mfaSection.backupCodes.actionLabel__regenerate'), onClick: () => setOpen('regenerate') }]}
          />
        )}
      </div>
      {open && <Cards open={open} addable={addable} onOpen={setOpen} onDone={done} />}
      {!open && only && (
        <SectionButton id="mfa" icon="plus" onClick={() => setOpen(addable.length > 1 ? 'choose' : only)}>
          {text('userProfile.start.mfaSection.primaryButton')}
        </SectionButton>
      )}
    </Section>
  );
}

function FactorItem({ icon, label, detail, isDefault, actions }: {
  icon: IconName;
  label: string;
  detail?: string;
  isDefault?: boolean;
  actions: readonly MenuAction[];
}) {
  const { text } = useScope();
  return (
    <SectionItem id="mfa" action={<ActionMenu id="mfa" about={detail ?? label} actions={actions} />}>
      <Icon name={icon} class="f-quiet" />
      <span>{label}</span>
      {detail && <PhoneNumber value={detail} class="f-quiet" />}
      {isDefault && <Badge kind="primary">{text('badge__default')}</Badge>}
    </SectionItem>
  );
}

/** The open card; its code arrives when one is first opened. */
function Cards({ open, addable, onOpen, onDone }: { open: Open; addable: readonly Method[]; onOpen: (method: Method) => void; onDone: () => void }) {
  const cards = useChunk(loadCards);
  if (!cards) return <div class="f-placeholder" aria-hidden="true" />;
  const card = () => {
    if (typeof open === 'object') return <cards.RemovePhoneFactor phone={open.removing} onDone={onDone} />;
    switch (open) {
      case 'choose':
        return <cards.ChooseMethod methods={addable} onSelect={onOpen} onCancel={onDone} />;
      case 'totp':
        return <cards.AddAuthenticator onDone={onDone} />;
      case 'phone_code':
        return <cards.AddPhoneFactor onDone={onDone} />;
      case 'backup_code':
        return <cards.NewBackupCodes onDone={onDone} />;
      case 'regenerate':
        return <cards.RegenerateBackupCodes onDone={onDone} />;
      case 'remove_totp':
        return <cards.RemoveAuthenticator onDone={onDone} />;
    }
  };
  return <MoreTexts texts={cards.texts}>{card()}</MoreTexts>;
}
