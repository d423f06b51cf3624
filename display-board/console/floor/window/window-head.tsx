/* Which window this is, whether somebody sits there, and by which profile it calls. */
import { Button, Select, Tag } from 'antd';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { staffName } from '../../parts/staff-name.ts';
import { useMemory } from '../../session/desk-session.tsx';
import type { WindowDesk } from './use-window.ts';

interface Props { readonly floor: FloorState; readonly desk: WindowDesk; readonly profiles: readonly { readonly id: string; readonly services: readonly string[] }[] }

export function WindowHead({ floor, desk, profiles }: Props) {
  const say = useSay();
  const { desk: hall } = useMemory();
  const { mine, off, act, sitting } = desk;
  if (mine === undefined) return null;
  const other = mine.staffId === undefined || sitting ? undefined : staffName(hall, mine.staffId);
  const serviceLabel = (code: string): string => floor.services.find((one) => one.code === code)?.label ?? code;
  const setProfile = (profile: string | undefined): void => { void act.run({ type: 'setProfile', windowId: mine.id, ...(profile === undefined ? {} : { profile }) }, () => say('floor.profileSet')); };
  return (
    <div className="window-head">
      <Select value={mine.id} onChange={desk.choose} aria-label={say('console.myWindow')} options={floor.windows.map((one) => ({ value: one.id, label: one.label }))} />
      {sitting
        ? <Button disabled={off} onClick={() => { void act.run({ type: 'endShift' }, () => say('floor.stood')); }}>{say('floor.stand')}</Button>
        : other === undefined
          ? <Button disabled={off} onClick={() => { void act.run({ type: 'startShift', place: { kind: 'window', id: mine.id } }, () => say('floor.sat', { window: mine.label })); }}>{say('floor.sit')}</Button>
          : <Tag color="orange">{say('floor.otherSits', { name: other })}</Tag>}
      <p className="serves" title={mine.services.map(serviceLabel).join('、')}>{mine.services.map(serviceLabel).join(' · ')}</p>
      {profiles.length > 0 && (
        <Select<string> className="profile" value={mine.profile ?? ''} disabled={off} onChange={(id) => { setProfile(id === '' ? undefined : id); }} aria-label={say('floor.profile')}
          options={[{ value: '', label: say('floor.ownProfile') }, ...profiles.map((one) => ({ value: one.id, label: `${say('floor.profile')}：${one.services.map(serviceLabel).join('、')}` }))]} />
      )}
    </div>
  );
}
