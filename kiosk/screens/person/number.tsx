/* The number: enormous, with how many are ahead and how the paper fares. */
import type { ReactNode } from 'react';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { tradeName } from '@kuaizhao/kiosk/i18n/format.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { TradePicture } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { Frame } from '../frame/frame.tsx';
import { BigNumber, PaperPanel } from '../frame/paper-panel.tsx';
import { Reason } from '../frame/reason.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { useFace, useText, useTouch } from '../view/context.ts';
import { waitText } from '../view/words.ts';

/** more trades than these are told by their pictures alone: the number needs the room */
const mostWords = 3;

export function NumberScreen({ screen }: { readonly screen: ScreenOf<'number'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const { number, ahead, trades, serviceLabel, paper, wait, more, toConfirm, table } = screen;
  return (
    <Frame look="centred" title={t('number.title')} actions={<>
      {more ? <ActionButton icon="home" label={t('more')} onPress={() => touch({ type: 'go', to: 'home' })} /> : null}
      <ActionButton look="main" icon="check" label={t('number.done')} onPress={() => touch({ type: 'end' })} />
    </>}>
      <div className="finished">
        <section className="number-card">
          <BigNumber number={number} label={t('number.title')} />
          <ul className="purposes">
            {serviceLabel === undefined ? trades.map((code) => <li key={code} aria-label={tradeName(code, language)}><TradePicture name={tradeByCode(code)?.picture ?? ''} />{trades.length > mostWords ? null : tradeName(code, language)}</li>) : <li><Icon name="ticket" />{serviceLabel}</li>}
          </ul>
          <p className="ahead"><Icon name="crew" />{ahead === 0 ? t('number.nobodyAhead') : t('number.ahead', { n: ahead })}</p>
          {wait === undefined || ahead === 0 ? null : <p className="wait-line">{waitText(t, wait)}</p>}
        </section>
        <PaperPanel paper={paper} number={number} printed={t('paper.printed')} />
        {toConfirm === 0 ? null : <div className="urgent"><ActionButton look="hire" icon="coins" label={t('numberMore.confirm')} onPress={() => touch({ type: 'go', to: 'evening' })} /></div>}
        {table === undefined ? null : <Reason icon="ear" isWarm lines={[t('numberMore.called', { table })]} />}
        <p className="listen"><Icon name="ear" />{t('number.listen')}</p>
      </div>
    </Frame>
  );
}
