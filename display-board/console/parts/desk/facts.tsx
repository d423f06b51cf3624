/* What is known about one thing, name beside value; a value that is not there leaves its line out. */
import type { ReactNode } from 'react';

export type FactLine = readonly [name: string, value: ReactNode];

export function Facts({ lines }: { readonly lines: readonly (FactLine | false | undefined)[] }) {
  return (
    <dl className="facts">
      {lines.filter((line) => line !== false && line !== undefined).map(([name, value], at) => <div key={`${String(at)} ${name}`}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
