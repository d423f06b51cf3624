/* A list to work through with the arrow keys: one line is open, its whole story stands beside the list. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

interface PickListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  readonly picked: string | undefined;
  /** absent for whoever may read the lines and open none */
  readonly onPick: ((id: string) => void) | undefined;
  readonly children: (item: T) => ReactNode;
  /** instead of the list when there is nothing in it: what to do next */
  readonly empty: string;
  readonly takesFocus?: boolean;
}

const lineId = (id: string): string => `pick-${id}`;

const step: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last), ArrowUp: (at) => Math.max(at - 1, 0), Home: () => 0, End: (_, last) => last,
};

export function PickList<T>({ label, items, idOf, picked, onPick, children, empty, takesFocus = false }: PickListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => { if (takesFocus) list.current?.focus(); }, [takesFocus]);
  useEffect(() => { if (picked !== undefined) document.querySelector(`#${CSS.escape(lineId(picked))}`)?.scrollIntoView({ block: 'nearest' }); }, [picked]);
  const press = (event: KeyboardEvent): void => {
    const next = step[event.key]?.(items.findIndex((one) => idOf(one) === picked), items.length - 1);
    const item = next === undefined ? undefined : items[next];
    if (item === undefined || onPick === undefined) return;
    event.preventDefault();
    onPick(idOf(item));
  };
  if (onPick === undefined) return items.length === 0 ? <p className="nothing">{empty}</p> : <ul className="pick-list read-only" aria-label={label} tabIndex={0}>{items.map((item) => <li key={idOf(item)}>{children(item)}</li>)}</ul>;
  if (items.length === 0) return <p className="nothing">{empty}</p>;
  return (
    <ul
      ref={list} className="pick-list" role="listbox" aria-label={label} tabIndex={0} onKeyDown={press}
      aria-activedescendant={picked !== undefined && items.some((one) => idOf(one) === picked) ? lineId(picked) : undefined}
    >
      {items.map((item) => (
        // The list has the keys; a line only takes the mouse.
        <li key={idOf(item)} id={lineId(idOf(item))} role="option" aria-selected={idOf(item) === picked} onMouseDown={() => { onPick(idOf(item)); }}>{children(item)}</li>
      ))}
    </ul>
  );
}
