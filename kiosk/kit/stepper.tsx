/* Less, the value, more. */
import type { ReactNode } from 'react';
import { SignButton } from './button.tsx';

export interface StepperProps {
  readonly name: string;
  readonly value: string;
  readonly fewer: string;
  readonly more: string;
  readonly canFewer: boolean;
  readonly canMore: boolean;
  readonly onFewer: () => void;
  readonly onMore: () => void;
}

export const Stepper = ({ name, value, fewer, more, canFewer, canMore, onFewer, onMore }: StepperProps): ReactNode => (
  <div className="stepper" role="group" aria-label={name}>
    <SignButton icon="minus" name={fewer} isDisabled={!canFewer} onPress={onFewer} />
    <output className="value" aria-live="polite">{value}</output>
    <SignButton icon="plus" name={more} isDisabled={!canMore} onPress={onMore} />
  </div>
);
