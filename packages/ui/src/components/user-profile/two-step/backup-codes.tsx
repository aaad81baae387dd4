import { useEffect, useState } from 'preact/hooks';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { Button } from '../../../foundation/controls/button.tsx';
import { useForm } from '../../../foundation/form/use-form.ts';
import { ActionCard, ActionForm } from '../../../foundation/profile/action-card.tsx';
import { CopyButton } from '../../../foundation/profile/copy-field.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { useUser } from '../use-user.ts';
import { downloadText, printText } from './keep-text.ts';

/** Asks before the old codes stop working. */
export function RegenerateBackupCodes({ onDone }: { onDone: () => void }) {
  const { text } = useScope();
  const [confirmed, setConfirmed] = useState(false);
  const form = useForm({});
  if (confirmed) return <NewBackupCodes onDone={onDone} />;
  return (
    <ActionCard title={text('userProfile.start.mfaSection.backupCodes.title__regenerate')} subtitle={text('userProfile.start.mfaSection.backupCodes.subtitle__regenerate')}>
      <ActionForm
        form={form}
        submitLabel={text('userProfile.start.mfaSection.backupCodes.actionLabel__regenerate')}
        onSubmit={() => setConfirmed(true)}
        onCancel={onDone}
      />
    </ActionCard>
  );
}

/** Makes backup codes and shows them. */
export function NewBackupCodes({ onDone }: { onDone: () => void }) {
  const { text } = useScope();
  const user = useUser();
  const form = useForm({});
  const [codes, setCodes] = useState<readonly string[]>();
  const create = () => form.run(async () => setCodes((await user.createBackupCode()).codes));
  useEffect(() => {
    create();
  }, []);
  if (codes) return <BackupCodesCard title={text('userProfile.backupCodePage.successMessage')} codes={codes} onDone={onDone} />;
  return (
    <ActionCard title={text('userProfile.backupCodePage.title')}>
      {form.error ? (
        <ActionForm form={form} submitLabel={text('foyer.tryAgain')} onSubmit={create} onCancel={onDone} />
      ) : (
        <div class="f-placeholder" aria-hidden="true" />
      )}
    </ActionCard>
  );
}

/** Backup codes, this once: to copy, download or print. */
export function BackupCodesCard({ title, codes, onDone }: { title: string; codes: readonly string[]; onDone: () => void }) {
  const { text, environment } = useScope();
  const user = useUser();
  const { applicationName } = environment.displayConfig;
  const account = user.primaryEmailAddress?.emailAddress ?? user.username ?? '';
  const sheet = `${applicationName}: ${text('userProfile.backupCodePage.title__codelist')}\n${account}\n\n${codes.join('\n')}\n`;
  return (
    <ActionCard title={title} subtitle={text('userProfile.backupCodePage.infoText1')}>
      <Alert tone="warning">{text('userProfile.backupCodePage.infoText2')}</Alert>
      <section class="f-codes" aria-label={text('userProfile.backupCodePage.title__codelist')}>
        <p class="f-quiet">{text('userProfile.backupCodePage.subtitle__codelist')}</p>
        <ul>
          {codes.map(code => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div class="f-codeActions">
          <CopyButton
            value={codes.join('\n')}
            label={text('userProfile.backupCodePage.actionLabel__copy')}
            copiedLabel={text('userProfile.backupCodePage.actionLabel__copied')}
          />
          <Button element="button__download" look="outlined" onClick={() => downloadText(`${applicationName}-backup-codes.txt`, sheet)}>
            {text('userProfile.backupCodePage.actionLabel__download')}
          </Button>
          <Button element="button__print" look="outlined" onClick={() => printText(sheet)}>
            {text('userProfile.backupCodePage.actionLabel__print')}
          </Button>
        </div>
      </section>
      <div class="f-formButtons">
        <Button element="formButtonPrimary" onClick={onDone}>
          {text('userProfile.formButtonPrimary__finish')}
        </Button>
      </div>
    </ActionCard>
  );
}
