/* How people are chosen for the work: talk, lots or turns; and for who wants it, one person by name, or prices under seal. */
import type { ReactNode } from 'react';
import { hireModeSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { hallNumber, seriesOf, serialOf } from '@kuaizhao/db/domain/queue/number.ts';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { NumberPad } from '@kuaizhao/kiosk/kit/pads.tsx';
import { Typed } from '@kuaizhao/kiosk/kit/panels.tsx';
import { Tile } from '@kuaizhao/kiosk/kit/tile.tsx';
import { ChoiceGrid } from '../frame/choice-grid.tsx';
import { useText, useViewOf } from '../view/context.ts';
import { PartFrame, useChoose, useSetTerms, type PartProps } from './part-frame.tsx';

const modeEm = { width: 14, height: 4.6 } as const;
const mostDigits = 5;

export function ModePart({ screen }: PartProps): ReactNode {
  const t = useText();
  const choose = useChoose();
  const edit = useViewOf((view) => view.edit);
  const { mode = 'open', namedTicket, sealedQuotes } = screen.draft;
  return (
    <PartFrame screen={screen} title={t('jobMode.title')} hint={t('jobMode.hint')} ready>
      <ChoiceGrid items={hireModeSchema.options} keyOf={(one) => one} name={t('jobMode.title')} leastEm={modeEm} order="list" maxColumns={1}
        renderTile={(one) => <Tile shape="row" label={t(`jobMode.${one}`)} hint={t(`jobMode.${one}Hint`)} picture={<Icon name={one} />} isSelected={mode === one} onPress={() => choose({ mode: one })} />} />
      <div className="mode-more">
        <Tile shape="row" label={t('jobMode.named')} hint={namedTicket ?? t('jobMode.noNamed')} picture={<Icon name="named" />} isSelected={namedTicket !== undefined} onPress={() => edit('named')} />
        <Tile shape="row" label={t('jobMode.quotes')} hint={t(sealedQuotes === true ? 'jobMode.quotesYes' : 'jobMode.quotesNo')} picture={<Icon name="sealed" />} isSelected={sealedQuotes === true} onPress={() => edit('quotes')} />
      </div>
    </PartFrame>
  );
}

/** Digits alone: everybody who waits for work has a number of the same letter. */
export function NamedPart({ screen }: PartProps): ReactNode {
  const t = useText();
  const set = useSetTerms();
  const { namedTicket } = screen.draft;
  const digits = namedTicket === undefined ? '' : String(serialOf(namedTicket));
  const tell = (text: string): void => set({ namedTicket: Number(text) > 0 && text.length <= mostDigits ? hallNumber(seriesOf.work, Number(text)) : undefined });
  return (
    <PartFrame screen={screen} title={t('jobMode.named')} hint={t('jobMode.namedHint')} ready>
      <div className="split pad-side">
        <Typed label={t('jobMode.named')} value={namedTicket ?? ''} empty={t('jobMode.namedEmpty')} />
        <NumberPad name={t('jobMode.named')} eraseName={t('do.erase')} canErase={digits !== ''} onKey={(key) => { if (digits.length < mostDigits) tell(digits + key); }} onErase={() => tell(digits.slice(0, -1))} />
      </div>
    </PartFrame>
  );
}

export function QuotesPart({ screen }: PartProps): ReactNode {
  const t = useText();
  const choose = useChoose();
  const wanted = screen.draft.sealedQuotes === true;
  return (
    <PartFrame screen={screen} title={t('jobMode.quotes')} hint={t('jobMode.quotesHint')} ready>
      <div className="yes-no">
        <Tile label={t('jobMode.quotesYes')} picture={<Icon name="sealed" />} isSelected={wanted} onPress={() => choose({ sealedQuotes: true })} />
        <Tile label={t('jobMode.quotesNo')} picture={<Icon name="coins" />} isSelected={!wanted} onPress={() => choose({ sealedQuotes: undefined })} />
      </div>
    </PartFrame>
  );
}
