import { useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Waiting } from '../../foundation/card/waiting.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { Icon } from '../../foundation/controls/icon.tsx';
import { useChunk } from '../../foundation/flow/use-chunk.ts';
import { MoreTexts } from '../../foundation/localization/more-texts.tsx';
import { HeadingLevel } from '../../foundation/profile/action-card.tsx';
import { useScope } from '../../foundation/scope.ts';
import { addableMethods } from '../user-profile/two-step/methods.ts';
import { useUser } from '../user-profile/use-user.ts';
import { SignOutAction } from './sign-out-action.tsx';

const loadCards = () => import('../user-profile/two-step/cards.ts');

const looks = { totp: { icon: 'mobile', label: 'totp' }, phone_code: { icon: 'phone', label: 'phoneCode' } } as const;

/** Sets up a second factor, where everyone must have one: with the cards that the profile has for it. */
export function SetupMfa({ onDone }: { onDone: () => Promise<unknown> }) {
  const { cl, text, environment, clerk } = useScope();
  const user = useUser();
  const cards = useChunk(loadCards);
  const [methods] = useState(() => addableMethods(environment.userSettings.attributes, user).filter(method => method !== 'backup_code'));
  const [only, another] = methods;
  const [method, setMethod] = useState(another ? undefined : only);

  /** A card closes when all is set up, and also when it is given up. */
  const closed = async () => {
    if (clerk.user?.twoFactorEnabled) await onDone();
    else setMethod(undefined);
  };
  const card = () => {
    if (!cards) return <Waiting />;
    return method === 'totp' ? <cards.AddAuthenticator onDone={closed} /> : <cards.AddPhoneFactor onDone={closed} />;
  };

  return (
    <Card flow="taskSetupMfa" step={method ?? 'start'} action={<SignOutAction task="taskSetupMfa" />}>
      <Header title={text('taskSetupMfa.start.title')} subtitle={method ? undefined : text('taskSetupMfa.start.subtitle')} />
      <div class={cl('main')}>
        {method ? (
          <MoreTexts texts={cards?.texts ?? []}>
            <HeadingLevel.Provider value={2}>{card()}</HeadingLevel.Provider>
          </MoreTexts>
        ) : (
          <div class={cl('alternativeMethods')}>
            {methods.map(offered => (
              <Button key={offered} element="alternativeMethodsBlockButton" look="outlined" wide onClick={() => setMethod(offered)}>
                <Icon name={looks[offered].icon} />
                {text(`taskSetupMfa.start.methodSelection.${looks[offered].label}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}
