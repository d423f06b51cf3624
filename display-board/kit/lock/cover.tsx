/* Covers everything of a page that is locked: nothing of it is seen, read out, clicked or reached by keys; what was typed underneath stays as it was. */
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './cover.css';

export function Cover({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  // Before the cover is there: then the focus is its own.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    document.body.dataset['covered'] = 'true';
    if (before instanceof HTMLElement && document.activeElement === before) before.blur();
    return () => {
      delete document.body.dataset['covered'];
      if (before instanceof HTMLElement) before.focus();
    };
  }, [before]);
  return createPortal(<div className="cover" role="dialog" aria-modal="true" aria-label={label}>{children}</div>, document.body);
}
