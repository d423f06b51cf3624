/* 营业日: what is still open, closed and opened again by whoever answers for it; and what the daily clearing took away. */
import { Button, Popconfirm, Table } from 'antd';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { retentionRanSchema } from '@kuaizhao/db/domain/records/retention-facts.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useMemory } from '../session/desk-session.tsx';
import { useAct } from '../session/use-act.ts';
import { useQuestion } from '../session/use-question.ts';
import { dayStateOf, useToday } from '../session/use-today.ts';
import { useMay } from '../session/use-may.ts';
import '../parts/listing.css';
import './manage.css';

export function DayPage() {
  const say = useSay();
  const { floor } = useMemory();
  const { day } = useToday();
  const rules = useQuestion('hallRules', { day });
  const clearing = useQuestion('lastClearing', {});
  if (floor === undefined) return null;
  const state = dayStateOf(floor);
  return (
    <PageFrame title={`${say('page.day')} ${floor.day ?? day}`} hint={say('manage.dayHint')} acts={<CloseOrOpen floor={floor} />}>
      <p className={`verdict${state === 'open' ? '' : ' bad'}`}><b>{say(`manage.day.${state}`, { day: floor.day ?? '' })}</b></p>
      <div className="averages four">
        {leftOpen(floor).map(([name, count]) => <dl key={name}><dt>{say(`manage.${name}`)}</dt><dd>{count.toLocaleString('en-US')}</dd></dl>)}
      </div>
      <Answer of={rules}>{({ queue }) => (
        <p className="day-facts"><span>{say('manage.closeAt')} <b>{queue.closeDayAt ?? say('manage.notByItself')}</b></span><span>{say('manage.closedOn')} <b>{queue.closedOn.filter((one) => one >= day).slice(0, 10).join(say('wall.separator')) || say('records.none')}</b></span></p>
      )}
      </Answer>
      <h3 className="part">{say('manage.clearing')}</h3>
      <Answer of={clearing}>{({ last }) => (last === undefined ? <p className="nothing">{say('manage.noClearing')}</p> : (
        <>
          <p className="hint">{say('manage.clearedOn', { day: last.day, time: localTime(last.at) })}</p>
          <Table
            size="small" pagination={false} className="cleared-kinds" rowKey="kind" dataSource={retentionRanSchema.shape.counts.keyof().options.map((kind) => ({ kind, count: last.counts[kind] ?? 0 }))}
            columns={[{ title: say('manage.kind'), key: 'kind', render: (_, row) => say(`cleared.${row.kind}`) }, { title: say('manage.count'), key: 'count', align: 'right', width: 120, render: (_, row) => row.count.toLocaleString('en-US') }]}
          />
        </>
      ))}
      </Answer>
    </PageFrame>
  );
}

/** What a closing would end. */
function leftOpen(floor: FloorState): readonly (readonly ['leftWork' | 'leftWindows' | 'leftCalled' | 'leftTables', number])[] {
  const [work, ...windows] = floor.services;
  return [['leftWork', work?.waiting ?? 0], ['leftWindows', windows.reduce((sum, one) => sum + one.waiting, 0)], ['leftCalled', floor.windows.filter(({ call }) => call !== undefined).length], ['leftTables', floor.tables.reduce((sum, { calls }) => sum + calls.length, 0)]];
}

function CloseOrOpen({ floor }: { readonly floor: FloorState }) {
  const say = useSay();
  const { may } = useMay();
  const act = useAct();
  if (!may('closeDay')) return null;
  const state = dayStateOf(floor);
  if (state === 'notBegun') return null;
  const waiting = floor.services.reduce((sum, one) => sum + one.waiting, 0);
  const closed = (facts: readonly Fact[]): string => say('manage.closed', { day: facts.find((fact) => fact.type === 'dayClosed')?.businessDay ?? '' });
  return state === 'closed'
    ? <Popconfirm placement="bottomRight" title={say('manage.reopenSure')} onConfirm={() => { void act.run({ type: 'reopenDay' }, () => say('manage.reopened')); }}><Button type="primary" loading={act.busy}>{say('manage.reopen')}</Button></Popconfirm>
    : <Popconfirm placement="bottomRight" title={say(state === 'left' ? 'manage.closeLeftSure' : 'manage.closeSure', { n: waiting, day: floor.day ?? '' })} onConfirm={() => { void act.run({ type: 'closeDay' }, closed); }}><Button danger loading={act.busy}>{say('manage.close')}</Button></Popconfirm>;
}
