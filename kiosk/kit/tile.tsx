/* A tile: one thing to choose, as a picture with its word or as a word alone. */
import { isValidElement, memo, type ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { Icon } from './icons/icon.tsx';
import { useSteady } from './use-steady.ts';

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

export const Tile = (props: TileProps): ReactNode => <SteadyTile {...props} onPress={useSteady(props.onPress)} />;

/** A choice among many changes one tile or two: the others, with their drawings, stay as they are. */
const SteadyTile = memo(function SteadyTile({ label, hint, picture, isSelected = false, isDisabled = false, shape = 'stack', name, onPress }: TileProps): ReactNode {
  return (
    <ToggleButton className={`tile shape-${shape}`} isSelected={isSelected} isDisabled={isDisabled} onChange={onPress} {...(name === undefined ? {} : { 'aria-label': name })}>
      {picture}
      <span className="words"><span className="label">{label}</span>{hint === undefined ? null : <span className="hint">{hint}</span>}</span>
      {isSelected && shape !== 'key' ? <span className="tick"><Icon name="check" /></span> : null}
    </ToggleButton>
  );
}, sameTile);

const asked = ['label', 'hint', 'isSelected', 'isDisabled', 'shape', 'name', 'onPress'] as const satisfies readonly (keyof TileProps)[];
function sameTile(before: TileProps, after: TileProps): boolean {
  return asked.every((key) => before[key] === after[key]) && samePicture(before.picture, after.picture);
}

/** Drawings are named by plain values. */
function samePicture(before: ReactNode, after: ReactNode): boolean {
  if (before === after) return true;
  if (!isValidElement<Record<string, unknown>>(before) || !isValidElement<Record<string, unknown>>(after) || before.type !== after.type) return false;
  const [old, now] = [Object.entries(before.props), after.props];
  return old.length === Object.keys(now).length && old.every(([key, value]) => typeof value !== 'object' && now[key] === value);
}

/** A labelled row of keys: quick amounts, units, hours. */
export const KeyRow = ({ label, columns, children }: { readonly label?: string; readonly columns: number; readonly children: ReactNode }): ReactNode => (
  <div className={`key-row columns-${columns}`} role="group" aria-label={label}>{children}</div>
);
