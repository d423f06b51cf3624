/* What the hall has to say: whether more windows are needed, the fairs of the day, then the notices, one after the other. A long one goes on on the next page; nothing runs. */
import { useMemo, useRef } from 'react';
import { zoneRows } from '@kuaizhao/db/domain/boards/fit.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { BoardFair } from '@kuaizhao/sync-agent/contract/board.ts';
import { shortTradeName, type Say } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { piecesOf } from '../paging/lines-of.ts';
import { usePages } from '../paging/use-pages.ts';
import { PageMarks } from '../paging/page-marks.tsx';
import type { ZoneProps } from './zone-props.ts';

const { em: rowRem } = zoneRows.notices;
/** never two columns */
const wholeRem = 1_000;
const letterRem = 1.25;

/** Three trades say what kind of fair it is. */
const tradesSaid = 3;

function fairText(say: Say, { title, from, until, place, labels, trades }: BoardFair, now: number): string {
  const where = [...(place === undefined ? [] : [place]), ...(labels.length === 0 ? [] : [labels.join(say('board.listDot'))])].join(' ');
  const what = trades.slice(0, tradesSaid).map((trade) => shortTradeName(say.language, trade)).join(say('board.listDot'));
  return say(from <= now ? 'board.fairOn' : 'board.fairToday', { title, from: localTime(from), until: localTime(until), where, what: trades.length > tradesSaid ? say('board.andMore', { what }) : what });
}

/** What is urgent first, the hall's before the city's, and the city's are marked as such. */
function orderedNotices(say: Say, notices: readonly string[], urgent: number, ofCity: ZoneProps['state']['cityNotices']): { text: string; isUrgent: boolean }[] {
  const all = [...notices.map((text, at) => ({ text, isUrgent: at < urgent })), ...ofCity.map((notice) => ({ text: say('board.cityNotice', { text: notice.text }), isUrgent: notice.urgent }))];
  return [...all.filter(({ isUrgent }) => isUrgent), ...all.filter(({ isUrgent }) => !isUrgent)];
}

export function NoticesZone({ state: { notices, urgent, cityNotices, moreWindows, fairs, countedAt }, held }: ZoneProps) {
  const say = useSay();
  const box = useRef<HTMLParagraphElement>(null);
  const { rows, letters } = useRoom(box, rowRem, wholeRem);
  const room = Math.max(4, Math.floor(letters / letterRem) * rows - rows);
  const more = moreWindows === 0 ? undefined : say('board.moreWindows', { count: moreWindows });
  // By the minute: a page that changes its words while somebody reads it begins anew.
  const minute = Math.floor(countedAt / 60_000);
  const ofFairs = useMemo(() => fairs.map((fair) => fairText(say, fair, minute * 60_000)), [fairs, say, minute]);
  const pages = useMemo(() => [...(more === undefined ? [] : [{ text: more, isUrgent: true }]), ...ofFairs.map((text) => ({ text, isUrgent: false })), ...orderedNotices(say, notices, urgent, cityNotices)]
    .flatMap(({ text, isUrgent }) => piecesOf(text, room).map((piece) => ({ piece, isUrgent }))), [more, ofFairs, say, notices, urgent, cityNotices, room]);
  const page = usePages(pages.length, rows > 1 ? held : 0);
  return (
    <>
      <p className={pages[page]?.isUrgent === true ? 'notice urgent' : 'notice'} ref={box}><span>{pages[page]?.piece ?? ''}</span></p>
      <PageMarks page={page} pages={pages.length} />
    </>
  );
}
