/* The tickets, jobs and slips behind one figure of one hall and day: as many rows as the figure says, numbers and no person. */
import { Modal } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { CityAsked, CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { useHalls } from '../halls-now.tsx';
import { Answer, CountedAt, Grid, type Column } from '../parts/grid.tsx';
import { PageTurn, SaveButton, usePages } from '../parts/pages.tsx';

type Asked = CityAsked<'behind'>;
type Row = CityTold<'behind'>['rows'][number];
/** Which moments a row has, in words. */
const moments = { seekers: [], places: ['shown', 'full'], hires: ['agreed'], filled: ['shown', 'full'], called: ['drawn', 'called'], waiting: ['drawn'] } as const satisfies Record<Asked['what'], readonly string[]>;

export function BehindDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const say = useSay();
  const { nameOf } = useHalls();
  const pages = usePages('behind', asked);
  const { what } = asked;
  const job = what === 'places' || what === 'filled';
  const time = (at: number | null): string => (at === null ? say('city.none') : localTime(at));
  const trades = (text: string | null): string => (text ?? '').split(',').filter((code) => code !== '').map((code) => tradeName(say.language, code)).join(say.language === 'en' ? ', ' : '、');
  const text = (title: string, of: (row: Row) => string): Column<Row> => ({ title, render: of, plain: of });
  const took = ({ from, at }: Row): number | undefined => (from === null || at === null ? undefined : Math.max(0, Math.floor((at - from) / 60_000)));
  const columns: Column<Row>[] = [
    text(say('cityDesk.number'), ({ number }) => number || say('city.none')),
    ...(what === 'hires' ? [text(say('cityDesk.jobNumber'), ({ about }) => about ?? say('city.none'))] : []),
    ...(what === 'called' || what === 'waiting' ? [] : [text(say('cityDesk.trade'), ({ trade }) => trades(trade) || say('city.none'))]),
    ...(job ? [{ title: say('cityDesk.left'), head: say('counts.places'), number: true as const, render: ({ places, left }: Row) => `${left ?? 0} / ${places ?? 0}`, plain: ({ places }: Row) => places ?? 0 }] : []),
    ...moments[what].map((name) => text(say(`cityDesk.moment.${name}`), ({ from, at }) => time(name === 'shown' || name === 'drawn' ? from : at))),
    ...(what === 'called' || what === 'filled' ? [{ title: say('cityDesk.took'), number: true as const, render: (row: Row) => { const minutes = took(row); return minutes === undefined ? say('city.none') : say('cityDesk.minutes', { n: minutes }); }, plain: (row: Row) => took(row) ?? '' }] : []),
  ];
  const title = `${say(`cityDesk.behind.${what}`)} · ${nameOf(asked.hallId)} · ${asked.day}${asked.trade === undefined ? '' : ` · ${tradeName(say.language, asked.trade)}`}`;
  return (
    <Modal open width={820} title={title} onCancel={onClose} footer={null}>
      <p className="behind-acts"><span className="soft">{say('cityDesk.behindHint')}</span>{pages.asked.value !== undefined && <CountedAt at={pages.asked.value.at} />}
        <span className="acts"><PageTurn of={pages} /><SaveButton what="behind" name="behind" asked={asked} rowsOf={({ rows }) => rows} columns={columns} disabled={(pages.asked.value?.rows.length ?? 0) === 0} about={`${what} ${asked.day} ${asked.hallId}`} /></span>
      </p>
      <Answer of={pages.asked}>{({ rows }) => <Grid rows={rows} columns={columns} rowKey={({ id }) => id} empty={say('cityDesk.nothing')} label={title} />}</Answer>
    </Modal>
  );
}
