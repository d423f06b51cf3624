/* What every page of the desk is made of: its answer or why there is none, a table, a file of what is shown. */
import { Alert, Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../../kit/say.tsx';
import { troubleText, type Asked } from '../session.tsx';

export function Answer<T>({ of, children }: { readonly of: Asked<T>; readonly children: (value: T) => ReactNode }) {
  const say = useSay();
  return (
    <>
      {of.trouble !== undefined && <Alert type="warning" showIcon title={troubleText(say, of.trouble)} action={<Button size="small" onClick={of.again}>{say('cityDesk.again')}</Button>} />}
      {of.value === undefined ? of.trouble === undefined && <div className="asking"><Spin size="small" /> {say('cityDesk.asking')}</div> : children(of.value)}
    </>
  );
}

export interface Column<R> { readonly title: string; /** in the file, when it says more there */ readonly head?: string; readonly render: (row: R) => ReactNode; /** for the file; without it the column is not in it */ readonly plain?: (row: R) => string | number; readonly number?: boolean; /** stands in the file and not on the screen */ readonly fileOnly?: true }

/** The same columns make the table and the file. */
export function Grid<R>({ rows, columns, rowKey, empty, label }: { readonly rows: readonly R[]; readonly columns: readonly Column<R>[]; readonly rowKey: (row: R) => string; readonly empty: string; readonly label: string }) {
  if (rows.length === 0) return <p className="empty">{empty}</p>;
  const shown = columns.filter(({ fileOnly }) => fileOnly !== true);
  return (
    <div className="grid-room" tabIndex={0} role="region" aria-label={label}>
      <table className="grid">
        <thead><tr>{shown.map((column) => <th key={column.title} scope="col" className={column.number === true ? 'number' : undefined}>{column.title}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <tr key={rowKey(row)}>{shown.map((column) => <td key={column.title} className={column.number === true ? 'number' : undefined}>{column.render(row)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

export function CountedAt({ at }: { readonly at: number }) {
  const say = useSay();
  return <span className="soft">{say('cityDesk.at', { time: localTime(at) })}</span>;
}
