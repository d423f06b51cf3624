/* The frame of a page beside the floor: what it is about, what can be done on the whole of it, and room that scrolls. */
import type { ReactNode } from 'react';

export function PageFrame({ title, hint, acts, children }: { readonly title: string; readonly hint?: string; readonly acts?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="page" aria-label={title}>
      <div className="page-head"><h2>{title}</h2>{hint !== undefined && <p>{hint}</p>}<div className="acts">{acts}</div></div>
      <div className="page-room" tabIndex={0} role="region" aria-label={title}>{children}</div>
    </section>
  );
}
