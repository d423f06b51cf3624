/* From which day to which: two dates that can be typed, and the ranges that people mostly mean. */
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dayAfter, type Range } from '@kuaizhao/db/domain/records/period.ts';
import { useSay } from '../../kit/say.tsx';
import { dayFormat } from './day-field.tsx';

const weekBack = -6;
const monthBack = -29;

/** `today`: the hall's business day, not this machine's. */
export function DayRange({ range, today, onChange }: { readonly range: Range; readonly today: string; readonly onChange: (range: Range) => void }) {
  const say = useSay();
  const quick = [
    ['records.today', { from: today, to: today }], ['records.sevenDays', { from: dayAfter(today, weekBack), to: today }],
    ['records.thirtyDays', { from: dayAfter(today, monthBack), to: today }], ['records.thisMonth', { from: `${today.slice(0, 7)}-01`, to: today }],
  ] as const;
  const chosen = quick.findIndex(([, days]) => days.from === range.from && days.to === range.to);
  return (
    <span className="day-range">
      <DatePicker.RangePicker
        allowClear={false} format={dayFormat} value={[dayjs(range.from), dayjs(range.to)]} maxDate={dayjs(today)} aria-label={say('records.from')}
        onChange={(days) => { if (days?.[0] && days[1]) onChange({ from: days[0].format(dayFormat), to: days[1].format(dayFormat) }); }}
      />
      {quick.map(([key, days], at) => <Button key={key} size="small" type={at === chosen ? 'primary' : 'default'} ghost={at === chosen} aria-pressed={at === chosen} onClick={() => { onChange(days); }}>{say(key)}</Button>)}
    </span>
  );
}
