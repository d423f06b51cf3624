/* The buttons that carry a person on, back or out. */
import { memo, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon, type IconName } from './icons/icon.tsx';
import { useSteady } from './use-steady.ts';

export interface ActionProps {
  /** `main`: the one obvious next step; `hire`: the same for somebody who hires; `plain`: everything else */
  readonly look?: 'main' | 'hire' | 'plain' | 'quiet';
  readonly icon?: IconName;
  /** where the sign stands: before the word, or after it for "onwards" */
  readonly iconAfter?: boolean;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

export const ActionButton = (props: ActionProps): ReactNode => <SteadyAction {...props} onPress={useSteady(props.onPress)} />;

/** Every touch brings a new face; a button that says what it said is not drawn again. */
const SteadyAction = memo(function SteadyAction({ look = 'plain', icon, iconAfter = false, label, hint, isDisabled = false, onPress }: ActionProps): ReactNode {
  const sign = icon === undefined ? null : <Icon name={icon} />;
  return (
    <Button className={`action look-${look}`} isDisabled={isDisabled} onPress={onPress}>
      {iconAfter ? null : sign}
      <span className="words"><span className="label">{label}</span>{hint === undefined ? null : <span className="hint">{hint}</span>}</span>
      {iconAfter ? sign : null}
    </Button>
  );
});

/** A button that is only a sign; its name is for those who cannot see it. */
export const SignButton = ({ icon, name, isDisabled = false, onPress }: { readonly icon: IconName; readonly name: string; readonly isDisabled?: boolean; readonly onPress: () => void }): ReactNode => (
  <Button className="action look-plain sign" aria-label={name} isDisabled={isDisabled} onPress={onPress}><Icon name={icon} /></Button>
);
