/* One who was hired: arrived, done, paid, each with one tap, money with two; the phone only where the worker agreed. */
import type { ReactNode } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { phoneGroups } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { canMark } from '@kuaizhao/kiosk/session/jobs/rules.ts';
import { markSteps, type MarkStep } from '@kuaizhao/kiosk/session/jobs/scenes.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';
import { joined, payText } from '../view/words.ts';

const stepEm = { width: 9, height: 4.4 } as const;
const pictures = { arrived: 'pin', done: 'tools', paid: 'coins', release: 'van', phone: 'phone' } as const satisfies Record<MarkStep | 'phone', IconName>;

export function Hired({ screen }: { readonly screen: ScreenOf<'hired'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { hire, sure, phone } = screen;
  const title = t('hired.title', { name: hire.shortName, number: hire.queueNumber });
  if (sure !== undefined) return <Sure title={t(sure === 'paid' ? 'hired.surePaid' : 'hired.sureRelease')} hint={title} icon={pictures[sure]} line={t(sure === 'paid' ? 'hired.surePaidHint' : 'hired.sureReleaseHint')} />;
  const steps = [...markSteps.filter((step) => canMark(hire, step)), ...(phone === undefined ? ['phone' as const] : [])];
  const marked = hire.state === 'agreed' || hire.state === 'unpaid' ? undefined : hire.marks[hire.state === 'undone' || hire.state === 'released' ? 'arrived' : hire.state];
  return (
    <Frame title={title} hint={joined([t(`jobPeople.state.${hire.state}`), marked === undefined ? undefined : t('hired.marked', { time: localTime(marked.at) })])} onBack={() => touch({ type: 'back' })}>
      <p className="job-note"><Icon name="coins" />{t('hired.pay', { pay: payText(t, { kind: 'fixed', ...hire.agreedPay }) })}</p>
      {hire.dispute === undefined ? null : <p className="job-note is-trouble"><Icon name="warning" />{t('hired.disputed', { number: hire.dispute.number })}</p>}
      {phone === undefined ? null : <p className="job-note phone-shown"><Icon name="phone" />{phone === null ? t('hired.noPhone') : <strong>{phoneGroups(phone)}</strong>}</p>}
      <ChoiceGrid items={steps} keyOf={(step) => step} name={title} leastEm={stepEm} order="list" maxColumns={2}
        renderTile={(step) => <Tile shape="row" label={t(`hired.${step}`)} picture={<Icon name={pictures[step]} />} onPress={() => touch({ type: 'go', to: step })} />} />
    </Frame>
  );
}

function Sure({ title, hint, icon, line }: { readonly title: string; readonly icon: IconName; readonly hint: string; readonly line: string }): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame look="centred" title={title} hint={hint} actions={<>
      <ActionButton icon="cross" label={t('hired.no')} onPress={() => touch({ type: 'back' })} />
      <ActionButton look="hire" icon="check" label={t('hired.yes')} onPress={() => touch({ type: 'next' })} />
    </>}>
      <Notice icon={icon} lines={[line]} />
    </Frame>
  );
}
