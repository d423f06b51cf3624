/* What the hall has to say: whether more windows are needed, then the notices, one after the other. A long one goes on on the next page; nothing runs. */
import { useMemo, useRef } from 'react';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { piecesOf } from '../paging/lines-of.ts';
import { usePages } from '../paging/use-pages.ts';
import { PageMarks } from '../paging/page-marks.tsx';
import type { ZoneProps } from './zone-props.ts';

/** As in look/notices.css and in db/domain/boards/fit.ts. */
const rowRem = 1.7;
/** never two columns */
const wholeRem = 1_000;
const letterRem = 1.25;

export function NoticesZone({ state: { notices, urgent, moreWindows }, held }: ZoneProps) {
  const say = useSay();
  const box = useRef<HTMLParagraphElement>(null);
  const { rows, letters } = useRoom(box, rowRem, wholeRem);
  const room = Math.max(4, Math.floor(letters / letterRem) * rows - rows);
  const more = moreWindows === 0 ? undefined : say('board.moreWindows', { count: moreWindows });
  const pages = useMemo(() => [...(more === undefined ? [] : [{ text: more, isUrgent: true }]), ...notices.map((text, at) => ({ text, isUrgent: at < urgent }))]
    .flatMap(({ text, isUrgent }) => piecesOf(text, room).map((piece) => ({ piece, isUrgent }))), [more, notices, urgent, room]);
  const page = usePages(pages.length, rows > 1 ? held : 0);
  return (
    <>
      <p className={pages[page]?.isUrgent === true ? 'notice urgent' : 'notice'} ref={box}><span>{pages[page]?.piece ?? ''}</span></p>
      <PageMarks page={page} pages={pages.length} />
    </>
  );
}
