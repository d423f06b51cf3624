/* One field of a form: its name, the control, and under it what is wrong or what it is for. */
import type { ReactNode } from 'react';

interface FieldProps { readonly label: string; readonly wrong?: string | undefined; readonly hint?: string | undefined; readonly wide?: boolean; readonly needed?: boolean; readonly children: ReactNode }

/** A `label`, so that the control carries the name. */
export function Field({ label, wrong, hint, wide = false, needed = false, children }: FieldProps) {
  return (
    <label className={`field${wide ? ' wide' : ''}${wrong === undefined ? '' : ' is-wrong'}`}>
      <span className="field-name">{label}{needed && <i aria-hidden="true">*</i>}</span>
      {children}
      <Under wrong={wrong} hint={hint} />
    </label>
  );
}

/** The same for a group of choices, where each choice has a name of its own. */
export function FieldGroup({ label, wrong, hint, wide = false, needed = false, children }: FieldProps) {
  return (
    <fieldset className={`field${wide ? ' wide' : ''}${wrong === undefined ? '' : ' is-wrong'}`}>
      <legend className="field-name">{label}{needed && <i aria-hidden="true">*</i>}</legend>
      {children}
      <Under wrong={wrong} hint={hint} />
    </fieldset>
  );
}

function Under({ wrong, hint }: Pick<FieldProps, 'wrong' | 'hint'>) {
  if (wrong !== undefined) return <em className="wrong" role="alert">{wrong}</em>;
  return hint === undefined ? null : <em className="hint">{hint}</em>;
}
