/* A tile: one thing to choose, as a picture with its word or as a word alone. */
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { Icon } from './icons/icon.tsx';

export interface TileProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly picture?: ReactNode;
  readonly isSelected?: boolean;
  readonly isDisabled?: boolean;
  /** `row`: picture before the words; `stack`: above them; `key`: a short word on a small tile */
  readonly shape?: 'stack' | 'row' | 'key';
  readonly name?: string | undefined;
  readonly onPress: () => void;
}

export function Tile({ label, hint, picture, isSelected = false, isDisabled = false, shape = 'stack', name, onPress }: TileProps): ReactNode {
  return (
    <ToggleButton className={`tile shape-${shape}`} isSelected={isSelected} isDisabled={isDisabled} onChange={onPress} {...(name === undefined ? {} : { 'aria-label': name })}>
      {picture}
      <span className="words"><span className="label">{label}</span>{hint === undefined ? null : <span className="hint">{hint}</span>}</span>
      {isSelected && shape !== 'key' ? <span className="tick"><Icon name="check" /></span> : null}
    </ToggleButton>
  );
}

/** A labelled row of keys: quick amounts, units, hours. */
export const KeyRow = ({ label, columns, children }: { readonly label?: string; readonly columns: number; readonly children: ReactNode }): ReactNode => (
  <div className={`key-row columns-${columns}`} role="group" aria-label={label}>{children}</div>
);
