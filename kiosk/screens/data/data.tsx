/* My data: what one may do with it, and seeing it line by line. */
import type { ReactNode } from 'react';
import { sectionNames } from '@kuaizhao/db/domain/people/data/access-copy.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { FactList, type FactLine } from '../frame/fact-list.tsx';
import { Frame } from '../frame/frame.tsx';
import { Reason } from '../frame/reason.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';
import { between } from '../view/job-words.ts';

const leastEm = { width: 14, height: 4 } as const;
const ways = [
  { to: 'copy', icon: 'document', label: 'data.see', hint: 'data.seeHint' }, { to: 'newPhone', icon: 'phone', label: 'data.phone', hint: 'data.phoneHint' },
  { to: 'newTrades', icon: 'tools', label: 'data.trades', hint: 'data.tradesHint' }, { to: 'consents', icon: 'right', label: 'data.consents', hint: 'data.consentsHint' },
  { to: 'erase', icon: 'bin', label: 'data.erase', hint: 'data.eraseHint' },
] as const satisfies readonly { readonly icon: IconName; readonly [key: string]: string }[];

export function Data(): ReactNode {
  const t = useText();
  const touch = useTouch();
  return (
    <Frame title={t('data.title')} hint={t('data.hint')} onBack={() => touch({ type: 'back' })}>
      <ChoiceGrid items={ways} keyOf={(way) => way.to} name={t('data.title')} leastEm={leastEm} order="list" maxColumns={1}
        renderTile={({ to, icon, label, hint }) => <Tile shape="row" label={t(label)} hint={t(hint)} picture={<Icon name={icon} />} onPress={() => touch({ type: 'go', to })} />} />
    </Frame>
  );
}

const pictures: Readonly<Record<keyof typeof sectionNames, IconName>> = {
  identity: 'idCard', contact: 'phone', before: 'wait', consent: 'right', visits: 'calendar', work: 'slip', wishes: 'pencil', employers: 'company', notes: 'document', help: 'shield',
};

export function Copy({ screen: { copy, receipt } }: { readonly screen: ScreenOf<'copy'> }): ReactNode {
  const { language } = useFace();
  const t = useText();
  const touch = useTouch();
  const said = (words: { readonly zh: string; readonly en: string }): string => (language === 'zh-CN' ? words.zh : words.en);
  const facts = copy.entries.map(({ section, what, value, from, until }, at): FactLine => {
    const since = [...(from === undefined ? [] : [t('copy.from', { day: localDay(from) })]), ...(until === undefined ? [] : [t('copy.until', { day: localDay(until) })])];
    return { id: String(at), icon: pictures[section], name: [said(sectionNames[section]), said(what), ...since].join(between), value: said(value) };
  });
  return (
    <Frame title={t('copy.title')} hint={t('copy.hint')} onBack={() => touch({ type: 'back' })}>
      <FactList facts={receipt === undefined ? facts : [...facts, { id: 'receipt', icon: 'document', name: t('copy.receipt'), value: receipt }]} name={t('copy.title')} />
      {copy.atWindow ? <Reason icon="company" lines={[t('copy.atWindow')]} /> : null}
    </Frame>
  );
}
