/* Yesterday's job, with the times it would have now: one more tap posts it. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Stepper } from '@kuaizhao/kiosk/kit/stepper.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { TermList } from '../frame/term-list.tsx';
import { useText, useTouch } from '../view/context.ts';

const mostPeople = 999;

export function RepeatJob({ screen }: { readonly screen: ScreenOf<'repeat'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { terms } = screen;
  const set = (headcount: number): void => touch({ type: 'setTerms', terms: { headcount } });
  return (
    <Frame title={t('repeat.title')} hint={t('repeat.hint')} onBack={() => touch({ type: 'back' })} actions={<>
      <ActionButton icon="pencil" label={t('repeat.edit')} onPress={() => touch({ type: 'go', to: 'edit' })} />
      <ActionButton look="hire" icon="printer" label={t('repeat.post')} onPress={() => touch({ type: 'next' })} />
    </>}>
      <TermList terms={terms} name={t('repeat.title')} last={<Tile shape="row" label={t('repeat.before')} hint={t('repeat.beforeHint')} picture={<Icon name="coins" />} onPress={() => touch({ type: 'go', to: 'people' })} />} />
      <div className="repeat-people">
        <Stepper name={t('repeat.people')} value={t('jobTrade.people', { n: terms.headcount })} fewer={t('jobTrade.fewer')} more={t('jobTrade.more')}
          canFewer={terms.headcount > (terms.minimum ?? 1)} canMore={terms.headcount < mostPeople} onFewer={() => set(terms.headcount - 1)} onMore={() => set(terms.headcount + 1)} />
      </div>
    </Frame>
  );
}
