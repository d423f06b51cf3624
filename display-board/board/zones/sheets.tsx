/* 明白纸 by topic: policies and rights in one zone, training in another; as many sheets as fit, in their own plain sentences. The whole sheet is printed at the kiosk. */
import { useMemo, useRef } from 'react';
import { zoneRows } from '@kuaizhao/db/domain/boards/fit.ts';
import type { Sheet } from '@kuaizhao/db/domain/content/leaflet.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { sheetPages } from './sheet-pages.ts';
import { usePages } from '../paging/use-pages.ts';
import { PageMarks } from '../paging/page-marks.tsx';
import type { ZoneProps } from './zone-props.ts';

/** Of training the same. */
const { em: rowRem } = zoneRows.policy;
/** never two columns */
const wholeRem = 1_000;
const letterRem = 1.15;
/** what the mark before a sentence and the edge take */
const edgeLetters = 2;

const SheetsZone = ({ zone, topics, state: { sheets }, held }: ZoneProps & { readonly zone: 'policy' | 'training'; readonly topics: readonly Sheet['topic'][] }) => {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { rows: quarters, letters } = useRoom(box, rowRem / 4, wholeRem);
  const rows = quarters / 4;
  const most = Math.max(4, Math.floor(letters / letterRem) - edgeLetters);
  const pages = useMemo(() => sheetPages(sheets.filter(({ topic }) => topics.includes(topic)), say.language, rows, most), [sheets, topics, say.language, rows, most]);
  const page = usePages(pages.length, held);
  return (
    <>
      <div className="sheet" ref={box}>
        {pages.length === 0 && <><h3>{say(`zone.${zone}`)}</h3><p className="line first">{say('board.noSheets')}</p></>}
        {(pages[page] ?? []).map(({ kind, text, city }, at) => (kind === 'title'
          ? <h3 key={text}>{text}{at === 0 && <small>{say(`zone.${zone}`)}</small>}{city === true && <small>{say('board.wholeCity')}</small>}</h3>
          : <p key={text} className={kind === 'first' ? 'line first' : 'line'}>{text}</p>))}
      </div>
      <PageMarks page={page} pages={pages.length} />
    </>
  );
};

const policyTopics = ['policy', 'rights'] as const;
const trainingTopics = ['training'] as const;
export const PolicyZone = (props: ZoneProps) => <SheetsZone {...props} zone="policy" topics={policyTopics} />;
export const TrainingZone = (props: ZoneProps) => <SheetsZone {...props} zone="training" topics={trainingTopics} />;
