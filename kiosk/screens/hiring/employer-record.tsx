/* The employer's own record: what counts, until when, and the way back. */
import type { ReactNode } from 'react';
import { dateText } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Notice, Point } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { joined } from '../view/words.ts';

/** older ones are told at the window */
const mostEntries = 3;

export function EmployerRecord({ screen }: { readonly screen: ScreenOf<'employerRecord'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const { record, canTicket } = screen;
  const entries = (record?.entries ?? []).filter((entry) => entry.counts).slice(0, mostEntries);
  const hint = record === undefined || entries.length === 0 ? undefined
    : joined([t(`employerRecord.grade.${record.grade}`), record.stoppedUntil === undefined ? t('employerRecord.points', { n: record.points }) : t('employerRecord.stopped', { day: dateText(record.stoppedUntil, language) })]);
  return (
    <Frame title={t('employerRecord.title')} hint={hint} onBack={() => touch({ type: 'back' })} actions={entries.length > 0 && canTicket
      ? <ActionButton icon="ticket" label={t('atDesk.ticket')} hint={t('employerRecord.appealStep')} onPress={() => touch({ type: 'go', to: 'ticket' })} /> : undefined}>
      {record === undefined || entries.length === 0 ? <Notice icon="check" lines={[t('employerRecord.none')]} /> : (
        <ul className="points">
          {entries.map(({ pointsId, cause, points, fadesAt, appealUntil }) => (
            <Point key={pointsId} icon="warning" title={t(`employerRecord.cause.${cause}`)}
              text={joined([t('employerRecord.entry', { n: points, day: dateText(fadesAt, language) }), appealUntil === undefined ? undefined : t('employerRecord.appeal', { day: dateText(appealUntil, language) })])} />
          ))}
          <Point icon="again" title={t('employerRecord.wayBackTitle')} text={t('employerRecord.wayBack', { n: Math.max(record.wayBack.needed - record.wayBack.cleanHires, 1) })} />
        </ul>
      )}
    </Frame>
  );
}
