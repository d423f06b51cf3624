/* What every page of the desk is made of: its answer or why there is none, a table, a file of what is shown. */
import { Alert, Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { CityAsked } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { useSay } from '../../../kit/say.tsx';
import { csvOf } from './csv.ts';
import { askCity, troubleText, useSession, type Asked } from '../session.tsx';

export function Answer<T>({ of, children }: { readonly of: Asked<T>; readonly children: (value: T) => ReactNode }) {
  const say = useSay();
  return (
    <>
      {of.trouble !== undefined && <Alert type="warning" showIcon title={troubleText(say, of.trouble)} action={<Button size="small" onClick={of.again}>{say('cityDesk.again')}</Button>} />}
      {of.value === undefined ? of.trouble === undefined && <p className="asking"><Spin size="small" /> {say('cityDesk.asking')}</p> : children(of.value)}
    </>
  );
}

export interface Column<R> { readonly title: string; readonly render: (row: R) => ReactNode; /** for the file; without it the column is not in it */ readonly plain?: (row: R) => string | number; readonly number?: boolean }

/** The same columns make the table and the file. */
export function Grid<R>({ rows, columns, rowKey, empty, label }: { readonly rows: readonly R[]; readonly columns: readonly Column<R>[]; readonly rowKey: (row: R) => string; readonly empty: string; readonly label: string }) {
  if (rows.length === 0) return <p className="empty">{empty}</p>;
  return (
    <div className="grid-room" tabIndex={0} role="region" aria-label={label}>
      <table className="grid">
        <thead><tr>{columns.map((column) => <th key={column.title} scope="col" className={column.number === true ? 'number' : undefined}>{column.title}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <tr key={rowKey(row)}>{columns.map((column) => <td key={column.title} className={column.number === true ? 'number' : undefined}>{column.render(row)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

/** Takes what is shown out as a file; the hub notes that it was. */
export function ExportButton<R>({ what, rows, columns }: { readonly what: CityAsked<'exported'>['what']; readonly rows: readonly R[]; readonly columns: readonly Column<R>[] }) {
  const say = useSay();
  const { link } = useSession();
  const save = async (): Promise<void> => {
    // Noted first: a file that nobody knows of is none of ours.
    if ((await askCity(link, 'exported', { what, rows: rows.length })).kind !== 'told') return;
    const kept = columns.filter((column) => column.plain !== undefined);
    const url = URL.createObjectURL(new Blob([csvOf([kept.map(({ title }) => title), ...rows.map((row) => kept.map(({ plain }) => plain?.(row) ?? ''))])], { type: 'text/csv' }));
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = `${what}.csv`;
    anchor.click();
    URL.revokeObjectURL(url);
  };
  return <Button size="small" disabled={rows.length === 0} onClick={() => { void save(); }}>{say('cityDesk.export')}</Button>;
}

export function CountedAt({ at }: { readonly at: number }) {
  const say = useSay();
  return <span className="soft">{say('cityDesk.at', { time: localTime(at) })}</span>;
}
