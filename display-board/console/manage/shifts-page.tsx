/* 班次 (F33): who sat where on a day; and one's own shift, begun and ended. */
import { Button, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Place } from '@kuaizhao/db/domain/queue/commands.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { DayField } from '../parts/day-field.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { staffName } from '../parts/staff-name.ts';
import { useMemory } from '../session/desk-session.tsx';
import { useAct } from '../session/use-act.ts';
import { useQuestion } from '../session/use-question.ts';
import { useToday } from '../session/use-today.ts';
import { useMay } from '../session/use-may.ts';
import '../parts/listing.css';
import './manage.css';

type Shift = QueryReply<'shifts'>['shifts'][number];

export function ShiftsPage() {
  const say = useSay();
  const { day: today } = useToday();
  const { desk, floor, signedIn } = useMemory();
  const { may } = useMay();
  const [day, setDay] = useState(today);
  const shifts = useQuestion('shifts', { day });
  const label = (place: Place): string => [...(floor?.windows ?? []), ...(floor?.tables ?? [])].find(({ id }) => id === place.id)?.label ?? place.id;
  const mine = day === today ? shifts.value?.shifts.find((one) => one.staffId === signedIn?.staffId && one.endedAt === undefined) : undefined;
  return (
    <PageFrame title={say('page.shifts')} hint={say('manage.shiftsHint')} acts={<DayField label={say('records.day')} day={day} max={today} onChange={setDay} />}>
      {day === today && may('startShift') && <OwnShift mine={mine} label={label} onChanged={shifts.again} />}
      <Answer of={shifts}>{(value) => (
        <Table<Shift>
          size="small" pagination={false} sticky rowKey="shiftId" dataSource={value.shifts} locale={{ emptyText: say('manage.noShifts') }}
          columns={[
            { title: say('manage.who'), key: 'who', width: 200, render: (_, row) => <b>{staffName(desk, row.staffId)}</b> },
            { title: say('manage.where'), key: 'where', render: (_, row) => label(row.place) },
            { title: say('manage.from'), key: 'from', width: 110, render: (_, row) => localTime(row.startedAt) },
            { title: say('manage.until'), key: 'until', width: 110, render: (_, row) => (row.endedAt === undefined ? <Tag color="blue">{say('manage.stillHere')}</Tag> : localTime(row.endedAt)) },
            { title: '', key: 'how', width: 130, render: (_, row) => (row.how === undefined ? '' : say(`manage.how.${row.how}`)) },
          ]}
        />
      )}
      </Answer>
    </PageFrame>
  );
}

function OwnShift({ mine, label, onChanged }: { readonly mine: Shift | undefined; readonly label: (place: Place) => string; readonly onChanged: () => void }) {
  const say = useSay();
  const { floor } = useMemory();
  const act = useAct();
  const places = [...(floor?.windows ?? []).map(({ id }) => ({ kind: 'window' as const, id })), ...(floor?.tables ?? []).map(({ id }) => ({ kind: 'table' as const, id }))];
  const [chosen, setChosen] = useState<string>();
  const place = places.find(({ id }) => id === chosen);
  const sit = (): void => { if (place !== undefined) void act.run({ type: 'startShift', place }, () => say('manage.sat', { place: label(place) })).then(onChanged); };
  return (
    <div className="filters">
      <Select className="trade" aria-label={say('manage.choosePlace')} placeholder={mine === undefined ? say('manage.choosePlace') : label(mine.place)} value={chosen ?? null} onChange={(value: string) => { setChosen(value); }} options={places.map((one) => ({ value: one.id, label: label(one) }))} />
      <Button type="primary" disabled={place === undefined} loading={act.busy} onClick={sit}>{say('manage.sitDown')}</Button>
      {mine !== undefined && <Button loading={act.busy} onClick={() => { void act.run({ type: 'endShift' }, () => say('manage.stood')).then(onChanged); }}>{say('manage.standUp')}</Button>}
    </div>
  );
}
