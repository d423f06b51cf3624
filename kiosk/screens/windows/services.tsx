/* Which window: one tap gives a number, with who is ahead and how long; several services on one number for who wants that. */
import type { ReactNode } from 'react';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { between } from '../view/job-words.ts';
import { waitText } from '../view/words.ts';

const leastEm = { short: { width: 12, height: 4.2 }, long: { width: 13, height: 4.6 }, longest: { width: 14, height: 5.4 } } as const;

export function Services({ screen: { waits, several } }: { readonly screen: ScreenOf<'services'> }): ReactNode {
  const { hall, numbersOnly, language } = useFace();
  const t = useText();
  const touch = useTouch();
  const services = (hall?.services ?? []).filter((one) => numbersOnly?.services.includes(one.code) ?? true);
  const hintOf = (code: string): string | undefined => {
    const found = waits.find((one) => one.service === code);
    return found === undefined ? undefined : found.ahead === 0 ? t('windows.nobody') : [t('windows.ahead', { n: found.ahead }), ...(found.wait === undefined ? [] : [waitText(t, found.wait)])].join(between);
  };
  return (
    <Frame title={t('services.title')} hint={several === undefined ? t('services.hint') : t('windows.severalHint')} onBack={() => touch({ type: 'back' })} actions={several === undefined ? undefined : (
      <ActionButton look="main" icon="ticket" label={t('windows.take')} hint={t('windows.chosen', { n: several.length })} isDisabled={several.length === 0} onPress={() => touch({ type: 'next' })} />
    )}>
      {services.length === 0 ? <Notice icon="wait" lines={[t('services.none')]} /> : (
        <ChoiceGrid items={services} keyOf={(service) => service.code} name={t('services.title')} leastEm={leastEm[languageOf(language).words]} order="list" maxColumns={2}
          renderTile={(service) => <Tile shape="row" label={service.label} picture={<span className="letter" aria-hidden="true">{service.series}</span>} isSelected={several?.includes(service.code) === true}
            hint={hintOf(service.code) ?? t('services.series', { letter: service.series })} onPress={() => touch({ type: 'service', code: service.code })} />} />
      )}
      {numbersOnly === undefined ? <MoreWays several={several} /> : null}
    </Frame>
  );
}

/** What else may be done here, none of it without the agent. */
function MoreWays({ several }: Pick<ScreenOf<'services'>, 'several'>): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <div className="filters is-four">
      <Tile shape="key" label={several === undefined ? t('windows.several') : t('windows.severalOff')} isSelected={several !== undefined} onPress={() => touch({ type: 'go', to: 'several' })} />
      <Tile shape="key" label={t('windows.missed')} onPress={() => touch({ type: 'go', to: 'missed' })} />
      <Tile shape="key" label={t('windows.news')} onPress={() => touch({ type: 'go', to: 'news' })} />
      <Tile shape="key" label={t('windows.opinion')} onPress={() => touch({ type: 'go', to: 'opinion' })} />
    </div>
  );
}
