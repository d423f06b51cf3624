/* From a day to a day. The browser's own date fields: typed, picked, and spoken by every reader. */
import { useSay } from '../../../kit/say.tsx';
import type { DaySpan } from './days.ts';

export function SpanField({ span, onChange }: { readonly span: DaySpan; readonly onChange: (span: DaySpan) => void }) {
  const say = useSay();
  const field = (name: 'from' | 'to') => <input type="date" required aria-label={say(`cityDesk.${name}`)} value={span[name]} onChange={({ target }) => { if (target.value !== '') onChange({ ...span, [name]: target.value }); }} />;
  return <span className="span">{field('from')} – {field('to')}</span>;
}
