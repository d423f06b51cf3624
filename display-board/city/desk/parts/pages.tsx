/* Long lists come from the hub a page at a time, and leave it as a file page by page. */
import { App, Button } from 'antd';
import { useState } from 'react';
import { cityQuestionLimits as most, type CityAsked, type CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import type { CityExport } from '@kuaizhao/sync-agent/contract/may/city.ts';
import { useSay } from '../../../kit/say.tsx';
import { askCity, troubleText, useQuestion, useSession, type Asked } from '../session.tsx';
import { csvOf } from './csv.ts';
import type { Column } from './grid.tsx';
import { wholeFile, type PageTold } from './whole-file.ts';

/** Questions that are answered in pages. */
export type Paged = 'report' | 'behind' | 'catalogue' | 'directory' | 'wageClues' | 'erasures';
type Place = NonNullable<CityAsked<Paged>['after']>;
export interface Pages<N extends Paged> { readonly asked: Asked<CityTold<N>>; readonly page: number; readonly next: (() => void) | undefined; readonly back: (() => void) | undefined }

/** Begins at the first page again when something else is asked. */
export function usePages<N extends Paged>(name: N, asked: Omit<CityAsked<N>, 'after' | 'size'>): Pages<N> {
  const words = JSON.stringify(asked);
  const [turned, setTurned] = useState<{ readonly words: string; readonly places: readonly Place[] }>({ words, places: [] });
  const places = turned.words === words ? turned.places : [];
  const after = places.at(-1);
  const told = useQuestion(name, { ...asked, ...(after === undefined ? {} : { after }) } as CityAsked<N>);
  const next = told.value?.next;
  return {
    asked: told, page: places.length + 1,
    next: next === undefined ? undefined : () => { setTurned({ words, places: [...places, next] }); },
    back: places.length === 0 ? undefined : () => { setTurned({ words, places: places.slice(0, -1) }); },
  };
}

/** Nothing when everything stands on one page. */
export function PageTurn({ of: { page, next, back } }: { readonly of: Pages<Paged> }) {
  const say = useSay();
  if (page === 1 && next === undefined) return null;
  return <nav className="turn" aria-label={say('cityDesk.pages')}><Button size="small" disabled={back === undefined} onClick={back}>{say('cityDesk.pageBack')}</Button><span>{say('cityDesk.pageNo', { n: page })}</span><Button size="small" disabled={next === undefined} onClick={next}>{say('cityDesk.pageNext')}</Button></nav>;
}

interface SaveProps<N extends Paged, R> { readonly what: CityExport; readonly name: N; readonly asked: Omit<CityAsked<N>, 'after' | 'size'>; readonly rowsOf: (told: CityTold<N>) => readonly R[]; readonly columns: readonly Column<R>[]; readonly disabled: boolean; /** which days, which report: stands in the audit */ readonly about?: string }

/** Everything that was asked for as a file, not only the page that is shown; the hub notes first that it was taken out. How many rows it has is said, and also when that is not all. */
export function SaveButton<N extends Paged, R>({ what, name, asked, rowsOf, columns, disabled, about }: SaveProps<N, R>) {
  const say = useSay();
  const { link } = useSession();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const kept = fileColumns(columns);
  const ask = async (after: Place | undefined): Promise<PageTold<Place>> => {
    const told = await askCity(link, name, { ...asked, ...(after === undefined ? {} : { after }), size: most.exportPage } as unknown as CityAsked<N>);
    if (told.kind === 'refused' && told.refusal.code === 'tooMany') return { kind: 'busy' };
    if (told.kind !== 'told') { setTrouble(troubleText(say, told)); return { kind: 'trouble' }; }
    return { kind: 'page', rows: rowsOf(told.value).map((row) => cellsOf(row, kept)), next: told.value.next };
  };
  const save = async (): Promise<void> => {
    // Noted first: a file that nobody knows of is none of ours.
    const noted = await askCity(link, 'exported', { what, ...(about === undefined ? {} : { about }) });
    if (noted.kind !== 'told') return setTrouble(troubleText(say, noted));
    const file = await wholeFile({ ask, head: headOf(kept), most: most.exportRows, cutLine: (n) => say('cityDesk.cut', { n }), pause: (ms) => new Promise((done) => { setTimeout(done, ms); }) });
    if (file.kind === 'trouble') return;
    download(`${what}.csv`, file.parts);
    if (file.cut) setTrouble(say('cityDesk.cut', { n: file.rows }));
    else void message.success(say('cityDesk.savedRows', { n: file.rows }));
  };
  const press = async (): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    await save();
    setBusy(false);
  };
  return <>{trouble !== undefined && <span className="trouble" role="alert">{trouble}</span>}<Button size="small" loading={busy} disabled={disabled} onClick={() => { void press(); }}>{say('cityDesk.export')}</Button></>;
}

/** What is on the page already, as a file. */
export function SaveShown<R>({ what, rows, columns }: { readonly what: CityExport; readonly rows: readonly R[]; readonly columns: readonly Column<R>[] }) {
  const say = useSay();
  const { link } = useSession();
  const save = async (): Promise<void> => { if ((await askCity(link, 'exported', { what })).kind === 'told') download(`${what}.csv`, [csvOf([headOf(fileColumns(columns)), ...rows.map((row) => cellsOf(row, fileColumns(columns)))])]); };
  return <Button size="small" disabled={rows.length === 0} onClick={() => { void save(); }}>{say('cityDesk.export')}</Button>;
}

/** Those that have plain words. */
const fileColumns = <R,>(columns: readonly Column<R>[]): readonly Column<R>[] => columns.filter((column) => column.plain !== undefined);
const headOf = <R,>(columns: readonly Column<R>[]): string[] => columns.map(({ head, title }) => head ?? title);
const cellsOf = <R,>(row: R, columns: readonly Column<R>[]): (string | number)[] => columns.map(({ plain }) => plain?.(row) ?? '');

function download(name: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: 'text/csv' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
}
