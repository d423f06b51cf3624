/* A time of the day, 05:31, typed or chosen; in every browser by the clock of 24 hours. */
import { TimePicker } from 'antd';
import dayjs from 'dayjs';

const format = 'HH:mm';
/** The day is of no account: only the clock is taken from it. */
const anyDay = '2026-11-21';

export function TimeField({ time, label, onChange }: { readonly time: string; readonly label: string; readonly onChange: (time: string) => void }) {
  return <TimePicker allowClear={false} needConfirm={false} format={format} minuteStep={5} aria-label={label} value={dayjs(`${anyDay}T${time}`)} onChange={(value) => { if (value !== null) onChange(value.format(format)); }} />;
}
