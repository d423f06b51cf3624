/* Prices of workers: counted while they are sealed, cheapest first once all were opened together. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { JobLooked } from '@kuaizhao/kiosk/session/jobs/scenes.ts';
import { Frame } from '../frame/frame.tsx';
import { useText, useTouch } from '../view/context.ts';
import { payText } from '../view/words.ts';

/** more than these are told at the table */
const mostPrices = 6;

export function JobQuotes({ screen }: { readonly screen: JobLooked }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { sealed, opened } = screen.people.quotes;
  return (
    <Frame title={t('jobQuotes.title')} hint={opened.length > 0 ? t('jobQuotes.opened') : t('jobQuotes.hint')} onBack={() => touch({ type: 'back' })}
      actions={sealed > 0 ? <ActionButton look="hire" icon="sealed" label={t('jobQuotes.open')} onPress={() => touch({ type: 'go', to: 'open' })} /> : undefined}>
      {opened.length === 0 ? <Notice icon="sealed" lines={[sealed === 0 ? t('jobQuotes.none') : t('jobQuotes.sealed', { n: sealed })]} /> : (
        <ol className="prices">
          {opened.slice(0, mostPrices).map(({ quoteId, shortName, pay }, at) => (
            <li key={quoteId}><Icon name={at === 0 ? 'check' : 'coins'} /><span>{shortName}</span><strong>{payText(t, { kind: 'fixed', ...pay })}</strong>{at === 0 ? <em>{t('jobQuotes.cheapest')}</em> : null}</li>
          ))}
        </ol>
      )}
    </Frame>
  );
}
