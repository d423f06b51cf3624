/* After work: the hires that wait for a word, one question a screen with three answers, and help for who was not paid. */
import type { ReactNode } from 'react';
import { dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { dateText, tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Point } from '@kuaizhao/kiosk/kit/panels.tsx';
import { TradePicture } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { FactList } from '../frame/fact-list.tsx';
import { Frame } from '../frame/frame.tsx';
import { BigNumber, PaperPanel } from '../frame/paper-panel.tsx';
import { Reason } from '../frame/reason.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { between } from '../view/job-words.ts';
import { payText } from '../view/words.ts';

type Hire = ScreenOf<'evening'>['hires'][number];
const leastEm = { width: 14, height: 3.9 } as const;

export function Evening({ screen: { hires } }: { readonly screen: ScreenOf<'evening'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('evening.title')} hint={t('evening.hint')} onBack={() => touch({ type: 'back' })}>
      <ChoiceGrid items={hires} keyOf={(hire) => hire.hireId} name={t('evening.title')} leastEm={leastEm} order="list" maxColumns={1} renderTile={(hire) => (
        <Tile shape="row" label={`${tradeName(hire.trade, language)} ${hire.number}`} hint={[t('evening.when', { when: dateText(hire.startsAt, language), place: hire.place }), hire.employerName].join(between)}
          picture={<TradePicture name={tradeByCode(hire.trade)?.picture ?? ''} />} onPress={() => touch({ type: 'choose', id: hire.hireId })} />
      )} />
    </Frame>
  );
}

export function EveningHire({ screen: { hire, step } }: { readonly screen: ScreenOf<'eveningHire'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const answer = (id: 'yes' | 'no' | 'notYet') => () => touch({ type: 'choose', id });
  return (
    <Frame title={t(`evening.ask.${step}`)} onBack={() => touch({ type: 'back' })}>
      <HireFacts hire={hire} withPay={step === 'paid'} />
      {hire.dispute === undefined ? null : <Reason icon="document" lines={[t('evening.open', { number: hire.dispute.number })]} />}
      <div className="answers">
        <ActionButton look="main" icon="check" label={t(`evening.yes.${step}`)} onPress={answer('yes')} />
        <ActionButton icon="cross" label={t(`evening.no.${step}`)} onPress={answer('no')} />
        <ActionButton icon="wait" label={t(`evening.notYet.${step}`)} onPress={answer('notYet')} />
      </div>
    </Frame>
  );
}

function HireFacts({ hire, withPay }: { readonly hire: Hire; readonly withPay: boolean }): ReactNode {
  const { language } = useFace();
  const t = useText();
  return <FactList name={t('evening.title')} facts={[
    { id: 'work', icon: 'pin', name: t('evening.when', { when: dateText(hire.startsAt, language), place: hire.place }), value: `${tradeName(hire.trade, language)} ${hire.number}` },
    { id: 'employer', icon: 'company', name: t('job.employer'), value: hire.employerName },
    ...(withPay ? [{ id: 'pay', icon: 'coins', name: t('job.pay'), value: t('evening.agreed', { pay: payText(t, { kind: 'fixed', ...hire.agreedPay }) }), isStrong: true } as const] : []),
  ]} />;
}

/** Before anything is opened: what happens now, in words that calm. */
export function NotPaid({ screen: { hire } }: { readonly screen: ScreenOf<'notPaid'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('notPaid.title')} hint={t('notPaid.hint')} onBack={() => touch({ type: 'back' })} actions={<ActionButton look="main" icon="shield" label={t('notPaid.agree')} onPress={() => touch({ type: 'agree' })} />}>
      <ul className="points">
        <Point icon="coins" title={hire.employerName} text={t('evening.agreed', { pay: payText(t, { kind: 'fixed', ...hire.agreedPay }) })} />
        <Point icon="phone" text={t('notPaid.calm')} />
        <Point icon="ticket" text={t('notPaid.number')} />
        <Point icon="slip" text={t('notPaid.copy')} />
        <Point icon="never" text={t('notPaid.free')} />
      </ul>
    </Frame>
  );
}

export function Rights({ screen: { number, dispute, answerBy, paper } }: { readonly screen: ScreenOf<'rights'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={t('rights.title')} actions={<>
      <ActionButton icon="home" label={t('myPage')} onPress={() => touch({ type: 'go', to: 'home' })} />
      <ActionButton look="main" icon="check" label={t('number.done')} onPress={() => touch({ type: 'end' })} />
    </>}>
      <div className="finished">
        <section className="number-card is-small">
          <p className="wait-line">{number === undefined ? t('rights.noWindow') : t('rights.number')}</p>
          {number === undefined ? null : <BigNumber number={number} label={t('rights.number')} />}
          <p className="wait-line">{t('rights.dispute', { number: dispute })}</p>
          <p className="wait-line">{t('rights.answer', { day: dateText(dayStart(answerBy), language) })}</p>
        </section>
        <PaperPanel paper={paper} number={number ?? dispute} printed={t('rights.printed')} />
        {number === undefined ? null : <Reason icon="ear" lines={[t('rights.listen')]} />}
      </div>
    </Frame>
  );
}
