/* The machine as staff see it: how its devices fare, what runs on it, and the two ways to end it. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import type { ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import { Frame } from '../frame/frame.tsx';
import { useFace, useText, useTouch } from '../view/context.ts';

export function Maintenance({ screen: { staffName, reader, machine, canLeave } }: { readonly screen: ScreenOf<'maintenance'> }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { printer, agentUp } = useFace();
  return (
    <Frame title={t('maintain.machine')} hint={t('maintain.machineHint', { name: staffName })} onBack={() => touch({ type: 'back' })} actions={canLeave ? <>
      <ActionButton label={t('maintain.close')} icon="end" onPress={() => touch({ type: 'go', to: 'close' })} />
      <ActionButton look="main" label={t('maintain.restart')} icon="wait" onPress={() => touch({ type: 'go', to: 'restart' })} />
    </> : undefined}>
      <dl className="machine-states">
        <StateRow icon="document" name={t('maintain.reader')} state={t(`maintain.readerStates.${reader}`)} isWell={reader === 'ready'} />
        <StateRow icon="printer" name={t('maintain.printer')} state={t(`printer.${printer}`)} isWell={printer === 'ready'} />
        <StateRow icon="home" name={t('maintain.agent')} state={agentUp ? t('maintain.agentUp') : t('maintain.agentDown')} isWell={agentUp} />
        {machine === '' ? null : <StateRow icon="machine" name={t('maintain.versions')} state={machine} isWell />}
      </dl>
    </Frame>
  );
}

/** Well or not is said by the words and by a sign, never by colour alone. */
const StateRow = ({ icon, name, state, isWell }: { readonly icon: IconName; readonly name: string; readonly state: string; readonly isWell: boolean }): ReactNode => (
  <div className={isWell ? 'machine-state' : 'machine-state is-unwell'}>
    <dt><Icon name={icon} /><span>{name}</span></dt>
    <dd><span>{state}</span><Icon name={isWell ? 'check' : 'warning'} /></dd>
  </div>
);
