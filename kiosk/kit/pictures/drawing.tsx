/* The one line style of every drawing: a field of 64 × 64, or 96 × 96 for finer ones; ink outline, pale fill, one orange accent. */
import type { ReactNode } from 'react';

/** Always decoration: the word stands beside it, so a screen reader skips it. */
export function Drawing({ children, className = '', field = 64 }: { readonly children: ReactNode; readonly className?: string; readonly field?: 64 | 96 }): ReactNode {
  return <svg className={`drawing ${className}`} viewBox={`0 0 ${field} ${field}`} aria-hidden="true" focusable="false">{children}</svg>;
}
