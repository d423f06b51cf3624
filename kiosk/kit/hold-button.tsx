/* A button that must be held down: for what cannot be taken back. A short press does nothing. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon, type IconName } from './icons/icon.tsx';

/** how long it is held */
export const holdMs = 3_000;

export function HoldButton({ icon, label, onHeld }: { readonly icon: IconName; readonly label: string; readonly onHeld: () => void }): ReactNode {
  const [isHeld, setHeld] = useState(false);
  const held = useRef(onHeld);
  useEffect(() => { held.current = onHeld; });
  useEffect(() => {
    if (!isHeld) return undefined;
    const timer = setTimeout(() => held.current(), holdMs);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return (
    <Button className={isHeld ? 'action look-plain hold is-held' : 'action look-plain hold'} onPressStart={() => setHeld(true)} onPressEnd={() => setHeld(false)}>
      <span className="fill" aria-hidden="true" />
      <Icon name={icon} />
      <span className="words"><span className="label">{label}</span></span>
    </Button>
  );
}
