import type { SessionWithActivitiesResource } from '@foyer/js/types';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Badge } from '../../foundation/controls/badge.tsx';
import { Icon } from '../../foundation/controls/icon.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { relativeDate } from '../../foundation/profile/relative-date.ts';
import { ActionMenu, Section, SectionButton } from '../../foundation/profile/section.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useUser } from './use-user.ts';

/** How many devices are shown at first. */
const FEW = 5;

/** Where one is signed in. */
export function ActiveDevicesSection() {
  const { cl, text, clerk } = useScope();
  const user = useUser();
  const form = useForm({});
  const [sessions, setSessions] = useState<SessionWithActivitiesResource[]>();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLDivElement>(null);

  // The button is gone with the press: the focus goes on to what it has brought.
  useEffect(() => {
    if (all) list.current?.children[FEW]?.querySelector('button')?.focus();
  }, [all]);

  useEffect(() => {
    form.run(async () => setSessions(await user.getSessions()));
  }, [user.id]);

  const revoke = (session: SessionWithActivitiesResource) =>
    form.run(async () => {
      await session.revoke();
      setSessions(sessions?.filter(({ id }) => id !== session.id));
    });

  const current = clerk.session?.id;
  // This one first, then those that were used last.
  const sorted = [...(sessions ?? [])].sort((a, b) => Number(b.id === current) - Number(a.id === current) || b.lastActiveAt.getTime() - a.lastActiveAt.getTime());
  const shown = all || sorted.length === FEW + 1 ? sorted : sorted.slice(0, FEW);
  return (
    <Section id="activeDevices" title={text('userProfile.start.activeDevicesSection.title')}>
      <Alert>{form.error}</Alert>
      {!sessions && !form.error && <div class="f-placeholder" aria-hidden="true" />}
      <div ref={list} class={cl('profileSectionItemList', 'profileSectionItemList__activeDevices')}>
        {shown.map(session => (
          <Device key={session.id} session={session} current={session.id === current} onRevoke={() => revoke(session)} />
        ))}
      </div>
      {shown.length < sorted.length && (
        <SectionButton id="activeDevices" onClick={() => setAll(true)}>
          {text('foyer.allDevices', { count: sorted.length })}
        </SectionButton>
      )}
    </Section>
  );
}

function Device({ session, current, onRevoke }: { session: SessionWithActivitiesResource; current: boolean; onRevoke: () => void }) {
  const { cl, text } = useScope();
  const { browserName, browserVersion, city, country, deviceType, ipAddress, isMobile } = session.latestActivity;
  const title = deviceType || (isMobile ? 'Mobile device' : 'Desktop device');
  const browser = [browserName, browserVersion].filter(Boolean).join(' ');
  const place = [city, country].filter(Boolean).join(', ');
  const variant = current ? '__current' : '';
  return (
    <div class={cl('profileSectionItem', 'profileSectionItem__activeDevices', `activeDeviceListItem${variant}`)}>
      <div class={cl(`activeDevice${variant}`)}>
        <Icon name={isMobile ? 'mobile' : 'desktop'} class={cl('activeDeviceIcon', `activeDeviceIcon__${isMobile ? 'mobile' : 'desktop'}`)} />
        <div class="f-itemText">
          <span>{title}</span>
          {current && <Badge kind="primary">{text('badge__thisDevice')}</Badge>}
          {browser && <small>{browser}</small>}
          <small>
            <bdi>{[ipAddress, place && `(${place})`].filter(Boolean).join(' ')}</bdi>
          </small>
          <small>{relativeDate(session.lastActiveAt, text)}</small>
        </div>
      </div>
      {!current && (
        <ActionMenu
          id="activeDevices"
          about={title}
          actions={[{ label: text('userProfile.start.activeDevicesSection.destructiveAction'), destructive: true, onClick: onRevoke }]}
        />
      )}
    </div>
  );
}
