/* More money for the same work: typed or by one of the usual steps, never less than was posted. */
import type { ReactNode } from 'react';
import { money } from '@kuaizhao/kiosk/i18n/format.ts';
import { NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { KeyRow, Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { useText, useTouch, useViewOf } from '../view/context.ts';
import { payableFen, typedOf, typeKey } from '../view/typed-pay.ts';
import { payText } from '../view/words.ts';
import { ChangeFrame, type ChangeProps } from './change-frame.tsx';

/** what bosses put on top, in fen */
const steps = [1_000, 2_000, 3_000, 5_000, 8_000, 10_000] as const;
/** where the pay was open, what a day is usually worth */
const usual = [15_000, 18_000, 20_000, 22_000, 26_000, 30_000] as const;

export function PayChange({ screen: { job: { terms: { pay } }, change } }: ChangeProps): ReactNode {
  const t = useText();
  const touch = useTouch();
  const typed = useViewOf((view) => view.pay);
  const typePay = useViewOf((view) => view.typePay);
  const before = pay.kind === 'fixed' ? pay : undefined;
  const unit = before?.unit ?? 'day';
  const chosen = change.pay?.kind === 'fixed' ? change.pay.amountFen : undefined;
  const text = typed ?? (chosen === undefined ? '' : typedOf(chosen));
  const tell = (amount: string): void => {
    typePay(amount);
    const amountFen = payableFen(amount);
    if (amountFen !== undefined) touch({ type: 'setTerms', terms: { pay: { kind: 'fixed', amountFen, unit } } });
  };
  const amounts = before === undefined ? usual : steps.map((step) => before.amountFen + step);
  // What is typed and too low is not taken, so it is not what would be sent.
  const ready = chosen !== undefined && payableFen(text) === chosen && chosen !== before?.amountFen;
  return (
    <ChangeFrame title={t('jobChange.payTitle')} hint={t('jobChange.payHint', { pay: payText(t, pay) })} ready={ready}>
      <div className="split pay">
        <div className="pay-pad">
          <Typed label={t('jobPay.label')} value={text === '' ? '' : `¥ ${text}`} empty="¥" note={t(`unit.${unit}`)} />
          <NumberPad name={t('jobPay.label')} eraseName={t('do.erase')} canErase={text !== ''} pointName={t('jobPay.point')} onKey={(key) => tell(typeKey(text, key))} onErase={() => tell(text.slice(0, -1))} />
        </div>
        <div className="pay-quick">
          <KeyRow label={t('jobPay.label')} columns={3}>
            {amounts.map((amountFen) => <Tile key={amountFen} shape="key" label={money(amountFen)} isSelected={payableFen(text) === amountFen} onPress={() => tell(typedOf(amountFen))} />)}
          </KeyRow>
        </div>
      </div>
    </ChangeFrame>
  );
}
