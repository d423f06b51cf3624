/* How much, per what, and when it is paid. */
import type { ReactNode } from 'react';
import { payUnitSchema, settlementSchema, type PayUnit } from '@kuaizhao/db/domain/jobs/pay.ts';
import { money } from '@kuaizhao/kiosk/i18n/format.ts';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { KeyRow, Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { useText, useViewOf } from '../view/context.ts';
import { payableFen, typedOf, typeKey } from '../view/typed-pay.ts';
import { PartFrame, useChoose, useSetTerms, type PartProps } from './part-frame.tsx';

const usualYuan = [150, 180, 200, 220, 260, 300] as const;
const choiceEm = { width: 9, height: 3.6 } as const;

export function AmountPart({ screen }: PartProps): ReactNode {
  const t = useText();
  const set = useSetTerms();
  const typed = useViewOf((view) => view.pay);
  const typePay = useViewOf((view) => view.typePay);
  const { pay } = screen.draft;
  const text = typed ?? (pay?.kind === 'fixed' ? typedOf(pay.amountFen) : '');
  const unit: PayUnit = pay?.kind === 'fixed' ? pay.unit : 'day';
  const fen = payableFen(text);
  const negotiable = pay?.kind === 'negotiable' && (typed === undefined || typed === '');
  const tell = (amount: string, per: PayUnit): void => {
    typePay(amount);
    const amountFen = payableFen(amount);
    if (amountFen !== undefined) set({ pay: { kind: 'fixed', amountFen, unit: per } });
  };
  return (
    <PartFrame screen={screen} title={t('jobPay.amount')} hint={negotiable ? t('jobPay.negotiableHint') : t('jobPay.amountHint')} ready={fen !== undefined || negotiable}>
      <div className="split pay">
        <div className="pay-pad">
          <Typed label={t('jobPay.label')} value={negotiable ? t('jobPay.negotiable') : text === '' ? '' : `¥ ${text}`} empty="¥"
            note={negotiable ? undefined : t(`unit.${unit}`)} />
          <NumberPad name={t('jobPay.label')} eraseName={t('do.erase')} canErase={text !== ''} pointName={t('jobPay.point')}
            onKey={(key) => tell(typeKey(text, key), unit)} onErase={() => tell(text.slice(0, -1), unit)} />
        </div>
        <div className="pay-quick">
          <KeyRow label={t('jobPay.label')} columns={3}>
            {usualYuan.map((yuan) => <Tile key={yuan} shape="key" label={money(yuan * 100)} isSelected={!negotiable && fen === yuan * 100} onPress={() => tell(String(yuan), unit)} />)}
          </KeyRow>
          <KeyRow label={t('jobPay.unitLabel')} columns={3}>
            {payUnitSchema.options.map((per) => (
              <Tile key={per} shape="key" label={t(`unit.${per}`)} isSelected={!negotiable && unit === per} isDisabled={fen === undefined} onPress={() => tell(text, per)} />
            ))}
            <Tile shape="key" label={t('jobPay.negotiable')} isSelected={negotiable} onPress={() => {
              typePay('');
              set({ pay: { kind: 'negotiable' } });
            }} />
          </KeyRow>
        </div>
      </div>
    </PartFrame>
  );
}

export function SettlementPart({ screen }: PartProps): ReactNode {
  const t = useText();
  const choose = useChoose();
  return (
    <PartFrame screen={screen} title={t('jobPay.settlement')} hint={t('jobPay.settlementHint')} ready={screen.draft.settlement !== undefined}>
      <ChoiceGrid items={settlementSchema.options} keyOf={(one) => one} name={t('jobPay.settlement')} leastEm={choiceEm} order="list" maxColumns={2}
        renderTile={(one) => <Tile shape="row" label={t(`settlement.${one}`)} picture={<Icon name="coins" />} isSelected={screen.draft.settlement === one} onPress={() => choose({ settlement: one })} />} />
    </PartFrame>
  );
}
