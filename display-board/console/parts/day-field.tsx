/* One day: typed as 2026-11-21 or chosen. A field that was cleared changes nothing. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { BusinessDay } from '@kuaizhao/db/domain/scalars.ts';

export const dayFormat = 'YYYY-MM-DD';

interface DayFieldProps { readonly day: BusinessDay; readonly onChange: (day: BusinessDay) => void; readonly label: string; readonly min?: BusinessDay; readonly max?: BusinessDay }

export function DayField({ day, onChange, label, min, max }: DayFieldProps) {
  return (
    <DatePicker
      className="one-day" aria-label={label} allowClear={false} format={dayFormat} value={dayjs(day)}
      {...(min === undefined ? {} : { minDate: dayjs(min) })} {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      onChange={(value) => { if (value !== null) onChange(value.format(dayFormat)); }}
    />
  );
}
