/* The one line style of every drawing: a 64 × 64 field, ink outline, pale fill, one orange accent. */
import type { ReactNode } from 'react';

/** Always decoration: the word stands beside it, so a screen reader skips it. */
export function Drawing({ children, className = '' }: { readonly children: ReactNode; readonly className?: string }): ReactNode {
  return <svg className={`drawing ${className}`} viewBox="0 0 64 64" aria-hidden="true" focusable="false">{children}</svg>;
}
