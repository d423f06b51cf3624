/* 洽谈桌: who is called to which table, and where two sides sit already. Tables where people are expected stand first; the free ones are one line. */
import { useMemo, useRef } from 'react';
import { zoneRows } from '@kuaizhao/db/domain/boards/fit.ts';
import type { BoardTable } from '@kuaizhao/sync-agent/contract/board.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { cut } from '../../kit/paging.ts';
import { usePages } from '../paging/use-pages.ts';
import { PageMarks } from '../paging/page-marks.tsx';
import { shortLabels } from './short-labels.ts';
import type { ZoneProps } from './zone-props.ts';

const { em: rowRem, columnEm: columnRem } = zoneRows.tables;
const rank = { called: 0, talking: 1, free: 2 } as const;

export function TablesZone({ state: { tables }, held }: ZoneProps) {
  const say = useSay();
  const box = useRef<HTMLOListElement>(null);
  const { rows, columns } = useRoom(box, rowRem, columnRem);
  const { pages, free } = useMemo(() => {
    const busy = tables.filter(({ state }) => state !== 'free').toSorted((one, other) => rank[one.state] - rank[other.state]);
    // The last row is for the free ones.
    return { pages: cut(busy, Math.max(1, rows - 1) * columns), free: tables.filter(({ state }) => state === 'free').map(({ label }) => label) };
  }, [tables, rows, columns]);
  const page = usePages(pages.length, held);
  return (
    <>
      <ol className="tables" ref={box} style={{ gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))` }}>
        {(pages[page] ?? []).map((table) => <TableRow key={table.id} table={table} />)}
        <li className="free"><span>{free.length === 0 ? say('board.noFreeTable') : say('board.freeTables')}</span><em>{shortLabels(free)}</em></li>
      </ol>
      <PageMarks page={page} pages={pages.length} />
    </>
  );
}

function TableRow({ table }: { readonly table: BoardTable }) {
  const say = useSay();
  return (
    <li className={table.state} data-table={table.id}>
      <b>{table.label}</b>
      <span className="numbers">{table.numbers.join(' ')}</span>
      {table.jobNumber !== undefined && <em>{table.jobNumber}</em>}
      {table.state === 'talking' && <span className="state">{say('board.talking')}</span>}
    </li>
  );
}
