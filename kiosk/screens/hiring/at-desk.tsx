/* What stands in the way of a posting, what to bring, and a number for the window that can help. */
import type { ReactNode } from 'react';
import { dateText } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import type { IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Notice, Point } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';

const pictures = { businessLicence: 'company', agencyLicence: 'briefcase', idCard: 'document', promise: 'pencil', crewList: 'crew' } as const satisfies Record<string, IconName>;

export function AtDesk({ screen }: { readonly screen: ScreenOf<'atDesk'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const { employer: { missing = [], stoppedUntil }, why, canTicket } = screen;
  const hint = why === 'stopped' ? t('atDesk.stoppedHint', { day: stoppedUntil === undefined ? '' : dateText(stoppedUntil, language) }) : t(`atDesk.${why}Hint`);
  return (
    <Frame title={t(`atDesk.${why}`)} hint={why === 'banned' || why === 'stopped' ? undefined : hint} onBack={() => touch({ type: 'back' })} actions={canTicket
      ? <ActionButton look="main" icon="ticket" label={t('atDesk.ticket')} onPress={() => touch({ type: 'go', to: 'ticket' })} />
      : <ActionButton look="main" icon="check" label={t('atDesk.done')} hint={t('atDesk.noTicket')} onPress={() => touch({ type: 'next' })} />}>
      {why === 'unverified' ? (
        <ul className="points">
          {missing.map((one) => <Point key={one} icon={pictures[one]} title={t(`employerPaper.${one}`)} text={t('atDesk.bring')} />)}
          <Point icon="wait" text={t('atDesk.meanwhile')} />
        </ul>
      ) : why === 'noPrincipal' ? <ul className="points"><Point icon="document" title={t('atDesk.order')} text={t('atDesk.bring')} /></ul> : <Notice icon="stop" lines={[hint]} />}
    </Frame>
  );
}
