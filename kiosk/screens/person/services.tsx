/* Which window: one tap gives a number. */
import type { ReactNode } from 'react';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { Notice } from '@kuaizhao/kiosk/kit/panels.tsx';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';

const leastEm = { width: 9, height: 3.6 } as const;

export function Services(): ReactNode {
  const { hall, numbersOnly } = useFace();
  const t = useText();
  const touch = useTouch();
  const services = (hall?.services ?? []).filter((one) => numbersOnly?.services.includes(one.code) ?? true);
  return (
    <Frame title={t('services.title')} hint={t('services.hint')} onBack={() => touch({ type: 'back' })}>
      {services.length === 0 ? <Notice icon="wait" lines={[t('services.none')]} /> : (
        <ChoiceGrid items={services} keyOf={(service) => service.code} name={t('services.title')} leastEm={leastEm} order="list" maxColumns={2}
          renderTile={(service) => <Tile shape="row" label={service.label} picture={<span className="letter" aria-hidden="true">{service.series}</span>}
            hint={t('services.series', { letter: service.series })} onPress={() => touch({ type: 'service', code: service.code })} />} />
      )}
    </Frame>
  );
}
