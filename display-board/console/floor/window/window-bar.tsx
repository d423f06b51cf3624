/* The window on every page beside its own: my number, and the keys that call the next, again, not there, done. Whoever looks something up for somebody never leaves the queue. */
import { Button, Select } from 'antd';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { useWindow } from './use-window.ts';

export function WindowBar({ floor }: { readonly floor: FloorState }) {
  const say = useSay();
  const desk = useWindow({ floor, keysOn: true });
  const { mine, off } = desk;
  if (mine === undefined) return null;
  const { call } = mine;
  return (
    <section className="window-bar" aria-label={say('console.myWindow')}>
      <Select size="small" value={mine.id} onChange={desk.choose} options={floor.windows.map((one) => ({ value: one.id, label: one.label }))} aria-label={say('console.myWindow')} />
      <b className={call === undefined ? 'idle' : 'here-now'}>{call?.number ?? say('console.idle')}</b>
      <span>{call === undefined ? say('console.waiting', { n: desk.waiting }) : say('console.calledTimes', { n: call.times })}</span>
      <Button size="small" type="primary" disabled={off || desk.waiting === 0} onClick={desk.callNext}>{say('console.callNext')} <kbd>F2</kbd></Button>
      <Button size="small" disabled={off || call === undefined} onClick={desk.recall}>{say('console.recall')} <kbd>F3</kbd></Button>
      <Button size="small" disabled={off || call === undefined} onClick={desk.noShow}>{say('console.noShow')} <kbd>F4</kbd></Button>
      <Button size="small" disabled={off || call === undefined} onClick={desk.served}>{say('console.served')} <kbd>F6</kbd></Button>
      <Button size="small" disabled={off || call === undefined} onClick={desk.park}>{say('floor.park')} <kbd>F8</kbd></Button>
    </section>
  );
}
