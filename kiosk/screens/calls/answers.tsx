/* Yes or no: to a call, to an offer of another hall; and why one job has not called. */
import type { ReactNode } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { refuseReasonSchema } from '@kuaizhao/db/domain/talks/commands.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { FactList } from '../frame/fact-list.tsx';
import { Frame } from '../frame/frame.tsx';
import { Reason } from '../frame/reason.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { between, kmText, whyLines } from '../view/job-words.ts';
import { dayAndTime, payText } from '../view/words.ts';

const reasonEm = { width: 7, height: 3 } as const;

export function Call({ screen: { call, table } }: { readonly screen: ScreenOf<'call'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const what = t('call.step', { trade: tradeName(call.trade, language), number: call.jobNumber });
  const until = call.until === undefined ? [] : [t('call.until', { time: localTime(call.until) })];
  return (
    <Frame look="centred" title={t('calls.go', { table })} hint={what} onBack={() => touch({ type: 'back' })} actions={<>
      <ActionButton icon="cross" label={t('call.no')} onPress={() => touch({ type: 'decline' })} />
      {call.state === 'called' ? <ActionButton look="main" icon="check" label={t('call.yes')} onPress={() => touch({ type: 'agree' })} /> : null}
    </>}>
      <Notice icon="ear" lines={call.state === 'called' ? [t('call.title'), ...until] : [t('call.going'), ...until]} />
    </Frame>
  );
}

export function CallNo(): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('call.noTitle')} hint={t('call.noHint')} onBack={() => touch({ type: 'back' })}>
      <ChoiceGrid items={refuseReasonSchema.options} keyOf={(reason) => reason} name={t('call.noTitle')} leastEm={reasonEm} order="list" maxColumns={2}
        renderTile={(reason) => <Tile shape="key" label={t(`reason.${reason}`)} onPress={() => touch({ type: 'choose', id: reason })} />} />
    </Frame>
  );
}

export function Offer({ screen: { offer } }: { readonly screen: ScreenOf<'offer'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const now = useHallNow();
  const { hall, job, state } = offer;
  const said = state === 'confirmed' && offer.heldUntil !== undefined ? t('offer.confirmed', { time: localTime(offer.heldUntil) }) : state === 'offered' ? t('offer.until', { time: localTime(offer.expiresAt) }) : t('offer.over');
  return (
    <Frame title={tradeName(job.trade, language)} hint={[t('offer.title'), t('job.number', { number: job.number })].join(between)} onBack={() => touch({ type: 'back' })} actions={state !== 'offered' ? undefined : <>
      <ActionButton icon="cross" label={t('offer.no')} onPress={() => touch({ type: 'decline' })} />
      <ActionButton look="main" icon="check" label={t('offer.yes')} onPress={() => touch({ type: 'agree' })} />
    </>}>
      <FactList name={t('offer.title')} facts={[
        { id: 'pay', icon: 'coins', name: t('job.pay'), value: [payText(t, job.pay), t(`settlement.${job.settlement}`)].join(between), isStrong: true },
        { id: 'hall', icon: 'home', name: hall.km === undefined ? t('offer.title') : t('offer.km', { km: hall.km }), value: t('offer.at', { hall: hall.name }) },
        { id: 'when', icon: 'wait', name: t('job.when'), value: [dayAndTime(t, language, job.startAt, now), t('job.hours', { hours: job.hoursPerDay, days: job.days })].join(between) },
        { id: 'place', icon: 'pin', name: t('job.place'), value: [job.place, ...kmText(t, undefined)].join(between) },
        ...(job.leaveBy === undefined ? [] : [{ id: 'van', icon: 'van', name: t('job.van'), value: t('jobCheck.leaves', { time: localTime(job.leaveBy) }) } as const]),
      ]} />
      <Reason icon="wait" lines={[said]} isWarm={state === 'offered'} />
    </Frame>
  );
}

export function WhyNot({ screen: { job, why } }: { readonly screen: ScreenOf<'whyNot'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const lines = why === undefined ? [t(`notCalled.${job.reason}`)] : whyLines(t, language, why);
  return (
    <Frame look="centred" title={t('notCalled.title')} hint={`${tradeName(job.trade, language)} ${job.jobNumber}`} onBack={() => touch({ type: 'back' })}>
      <Notice icon="wait" lines={lines} />
      <Reason icon="crew" lines={[job.ahead === undefined ? t('jobs.left', { n: job.placesLeft }) : [t('jobs.left', { n: job.placesLeft }), t('number.ahead', { n: job.ahead })].join(between)]} />
    </Frame>
  );
}
