/* Pads: what people press instead of typing. Each press is told at once; the pad itself remembers nothing. */
import { memo, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from './icons/icon.tsx';
import { useSteady } from './use-steady.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Pressed often and quickly, and the same at every press: drawn once. */
const Key = memo(function Key({ text, onPress }: { readonly text: string; readonly onPress: (text: string) => void }): ReactNode {
  return <Button className="pad-key" onPress={() => onPress(text)}>{text}</Button>;
});

const EraseKey = memo(function EraseKey({ name, isDisabled, onPress }: { readonly name: string; readonly isDisabled: boolean; readonly onPress: () => void }): ReactNode {
  return <Button className="pad-key erase" aria-label={name} isDisabled={isDisabled} onPress={onPress}><Icon name="erase" /></Button>;
});

export interface PadProps {
  readonly name: string;
  readonly eraseName: string;
  readonly canErase: boolean;
  readonly onKey: (text: string) => void;
  readonly onErase: () => void;
}

/** Telephone order: everybody's thumb knows it. `point`: the name of the decimal point, when there is one. */
export const NumberPad = ({ name, eraseName, canErase, onKey, onErase, pointName, xName }: PadProps & { readonly pointName?: string; /** the sign of the last place of identity numbers */ readonly xName?: string }): ReactNode => {
  const press = useSteady(onKey);
  const erase = useSteady(onErase);
  return (
    <div className="number-pad" role="group" aria-label={name}>
      {digits.map((digit) => <Key key={digit} text={digit} onPress={press} />)}
      {pointName !== undefined ? <Button className="pad-key" aria-label={pointName} onPress={() => onKey('.')}>{'.'}</Button> : xName !== undefined ? <Key text={xName} onPress={press} /> : <span />}
      <Key text="0" onPress={press} />
      <EraseKey name={eraseName} isDisabled={!canErase} onPress={erase} />
    </div>
  );
};

/** Many keys of one character each: provinces, or letters and digits. */
export const CharacterPad = ({ name, keys, eraseName, canErase, onKey, onErase }: PadProps & { readonly keys: readonly string[] }): ReactNode => {
  const press = useSteady(onKey);
  const erase = useSteady(onErase);
  return (
    <div className="character-pad" role="group" aria-label={name}>
      {keys.map((key) => <Key key={key} text={key} onPress={press} />)}
      <EraseKey name={eraseName} isDisabled={!canErase} onPress={erase} />
    </div>
  );
};
