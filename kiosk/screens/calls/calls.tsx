/* Where am I called, who else has work for me, and why the other jobs have not called. */
import type { ReactNode } from 'react';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { TradePicture } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { between } from '../view/job-words.ts';

type List = ScreenOf<'calls'>;
type Row = { readonly kind: 'call'; readonly one: List['calls'][number] } | { readonly kind: 'why'; readonly one: List['notCalled'][number] };
const leastEm = { width: 14, height: 3.4 } as const;
const isOpen = ({ state }: List['calls'][number]): boolean => state === 'called' || state === 'talking';

export function Calls({ screen: { calls, notCalled, offers, tables } }: { readonly screen: List }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const tableOf = (id: string): string => tables.find((table) => table.id === id)?.label ?? id;
  const rows: readonly Row[] = [...notCalled.map((one) => ({ kind: 'why', one }) as const), ...calls.filter((call) => !isOpen(call)).map((one) => ({ kind: 'call', one }) as const)];
  const urgent = [
    ...calls.filter(isOpen).map((call) => ({ id: call.callId, icon: 'ear', label: t('calls.go', { table: tableOf(call.tableId) }), hint: [t(`calls.state.${call.state}`), tradeName(call.trade, language), call.jobNumber].join(between) }) as const),
    ...offers.filter((offer) => offer.state === 'offered' || offer.state === 'confirmed')
      .map((offer) => ({ id: offer.referralId, icon: 'van', label: t('calls.offer', { hall: offer.hall.name }), hint: [tradeName(offer.job.trade, language), localTime(offer.job.startAt)].join(between) }) as const),
  ];
  return (
    <Frame title={t('calls.title')} onBack={() => touch({ type: 'back' })}>
      {urgent.length === 0 ? null : <div className="urgent">{urgent.map(({ id, icon, label, hint }) => <ActionButton key={id} look="hire" icon={icon} label={label} hint={hint} onPress={() => touch({ type: 'choose', id })} />)}</div>}
      {rows.length === 0 ? (urgent.length > 0 ? null : <Notice icon="ear" lines={[t('calls.none'), t('calls.noneStep')]} />) : (
        <section className="two-lists">
          {notCalled.length === 0 ? null : <h2>{t('calls.whyTitle')}</h2>}
          <ChoiceGrid items={rows} keyOf={({ kind, one }) => (kind === 'call' ? one.callId : one.jobId)} name={t('calls.title')} leastEm={leastEm} order="list" maxColumns={1} renderTile={(row) => <RowTile row={row} />} />
        </section>
      )}
    </Frame>
  );
}

function RowTile({ row: { kind, one } }: { readonly row: Row }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const label = `${tradeName(one.trade, language)} ${one.jobNumber}`;
  if (kind === 'call') return <div className="fact"><TradePicture name={tradeByCode(one.trade)?.picture ?? ''} /><span className="words"><span className="value">{label}</span><span className="name">{[localTime(one.at), t(`calls.state.${one.state}`)].join(between)}</span></span></div>;
  return <Tile shape="row" label={label} hint={t(`notCalled.${one.reason}`)} picture={<Icon name="wait" />} onPress={() => touch({ type: 'choose', id: one.jobId })} />;
}
