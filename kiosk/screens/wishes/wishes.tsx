/* One's own terms: a line each, and the choices of one. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { Translate } from '@kuaizhao/kiosk/i18n/text-keys.ts';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { chosenOf, wishChoices, wishParts, type WishPart } from '@kuaizhao/kiosk/session/wishes/choices.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { Frame } from '../frame/frame.tsx';
import { Reason } from '../frame/reason.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { certificateName } from '../view/job-words.ts';

type Terms = ScreenOf<'wishes'>['wishes'];
const pictures: Readonly<Record<WishPart, IconName>> = { leastPay: 'coins', withinKm: 'pin', homeBy: 'evening', mostDays: 'calendar', otherHalls: 'van' };
const lineEm = { width: 14, height: 3.6 } as const;
const choiceEm = { width: 6, height: 3 } as const;

/** What stands for one part, in words. */
function wishText(t: Translate, wishes: Terms, part: WishPart): string {
  switch (part) {
    case 'leastPay': {
      if (wishes.leastPay === undefined) return t('wishes.any');
      const n = wishes.leastPay.amountFen / 100;
      return wishes.leastPay.unit === 'day' ? t('wishes.day', { n }) : t('wishes.hour', { n });
    }
    case 'withinKm': return wishes.withinKm === undefined ? t('wishes.any') : t('wishes.km', { n: wishes.withinKm });
    case 'homeBy': return wishes.homeBy === undefined ? t('wishes.any') : t('wishes.by', { time: wishes.homeBy });
    case 'mostDays': return wishes.mostDays === undefined ? t('wishes.any') : t('wishes.days', { n: wishes.mostDays });
    case 'otherHalls': return wishes.otherHalls === undefined ? t('jobConditions.no') : t('wishes.yes');
  }
}

export function WishesScreen({ screen: { wishes, certificates, restate } }: { readonly screen: ScreenOf<'wishes'> }): ReactNode {
  const { language, reach, textStep } = useFace();
  const t = useText();
  const touch = useTouch();
  const papers = certificates.map(({ certificate, until }) => t('wishes.certificateUntil', { name: certificateName(certificate, language), until }));
  return (
    <Frame title={t('wishes.title')} hint={t('wishes.hint')} onBack={() => touch({ type: 'back' })} actions={<ActionButton look="main" icon="check" label={t('wishes.save')} onPress={() => touch({ type: 'next' })} />}>
      {restate ? <Reason icon="pencil" isWarm lines={[t('matching.restate'), t('matching.neverLower')]} /> : null}
      <ChoiceGrid items={wishParts} keyOf={(part) => part} name={t('wishes.title')} leastEm={lineEm} order="list" maxColumns={1}
        renderTile={(part) => <Tile shape="row" label={wishText(t, wishes, part)} hint={t(`wishes.part.${part}`)} picture={<Icon name={pictures[part]} />} onPress={() => touch({ type: 'choose', id: part })} />} />
      {/* With the largest words in the lower half there is room for the choices and no more; papers stand among one's own data. */}
      {reach && textStep === 2 ? null : <Reason icon="document" lines={papers.length === 0 ? [t('wishes.certificateHow')] : [t('wishes.certificates'), ...papers]} />}
    </Frame>
  );
}

export function WishScreen({ screen: { part, wishes } }: { readonly screen: ScreenOf<'wish'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const chosen = chosenOf(wishes, part);
  return (
    <Frame title={t(`wishes.ask.${part}`)} hint={t('wishes.askHint')} onBack={() => touch({ type: 'back' })}>
      <ChoiceGrid items={wishChoices[part]} keyOf={(choice) => choice.id} name={t(`wishes.ask.${part}`)} leastEm={choiceEm} maxColumns={3} order="list"
        renderTile={(choice) => <Tile shape="key" label={wishText(t, choice.value, part)} isSelected={chosen?.id === choice.id} onPress={() => touch({ type: 'choose', id: choice.id })} />} />
    </Frame>
  );
}
