/* Covers everything of a page that is locked: nothing of it is seen, read out, clicked or reached by keys; what was typed underneath stays as it was. */
import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './cover.css';

export function Cover({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.body.dataset['covered'] = 'true';
    const before = document.activeElement;
    if (before instanceof HTMLElement) before.blur();
    return () => {
      delete document.body.dataset['covered'];
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return createPortal(<div className="cover" role="dialog" aria-modal="true" aria-label={label}>{children}</div>, document.body);
}
