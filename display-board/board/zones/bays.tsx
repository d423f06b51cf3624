/* 车位: the road before the hall and its bays on both sides, drawn as they lie: who was hired looks for the plate, the bay and the minutes left. */
import { useMemo, useRef } from 'react';
import { zoneRows } from '@kuaizhao/db/domain/boards/fit.ts';
import type { BoardBay } from '@kuaizhao/sync-agent/contract/board.ts';
import { shortTradeName } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { lanes } from './bay-lanes.ts';
import { cut } from '../../kit/paging.ts';
import { usePages } from '../paging/use-pages.ts';
import { LeaveBy } from '../jobs/leave-by.tsx';
import { PageMarks } from '../paging/page-marks.tsx';
import type { ZoneProps } from './zone-props.ts';

/** A row of bays with its half of the road. */
const { em: rowRem, columnEm: columnRem } = zoneRows.bays;

export function BaysZone({ state: { bays }, memory, held }: ZoneProps) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const { rows, columns } = useRoom(box, rowRem, columnRem);
  const places = useMemo(() => lanes(bays), [bays]);
  const pages = useMemo(() => cut(places, rows * columns), [places, rows, columns]);
  const page = usePages(pages.length, held);
  const here = cut(pages[page] ?? [], columns);
  return (
    <>
      <h2 className="zone-title"><b>{say('zone.bays')}</b><span>{say('board.baysHint')}</span></h2>
      <div className="bays" ref={box}>
        {bays.length === 0 && <div className="nothing"><b>{say('board.noVans')}</b></div>}
        {here.map((lane, at) => (
          <div key={lane[0]?.bay ?? at} className={at % 2 === 0 ? 'lane above' : 'lane below'} style={{ gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))` }}>
            {lane.map((place) => <Bay key={place.bay} bay={place.bay} vans={place.vans} behindMs={memory.behindMs} />)}
            {at % 2 === 0 && <i className="road" aria-hidden />}
          </div>
        ))}
      </div>
      <PageMarks page={page} pages={pages.length} />
    </>
  );
}

/** The van that stands there or comes next; how many come after it. */
function Bay({ bay, vans, behindMs }: { readonly bay: string; readonly vans: readonly BoardBay[]; readonly behindMs: number }) {
  const say = useSay();
  const [van] = vans;
  if (van === undefined) return null;
  return (
    <div className="bay-place" data-bay={bay}>
      <b>{bay}</b>
      <span className="plate">{van.plate ?? say('board.noPlate')}</span>
      <span className="what">{shortTradeName(say.language, van.trade)} {van.jobNumber}{vans.length > 1 ? ` +${String(vans.length - 1)}` : ''}</span>
      {van.leaveBy !== undefined && <LeaveBy at={van.leaveBy} behindMs={behindMs} />}
    </div>
  );
}
