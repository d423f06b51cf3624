/* Panels: what was typed, what was agreed, what is wrong. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon, type IconName } from './icons/icon.tsx';

/** What a pad has typed so far. */
export const Typed = ({ label, value, empty, note }: { readonly label: string; readonly value: string; readonly empty: string; readonly note?: string | undefined }): ReactNode => (
  <div className="typed">
    <span className="typed-label">{label}</span>
    <output className={value === '' ? 'typed-value is-empty' : 'typed-value'} aria-live="polite">{value === '' ? empty : value}</output>
    {note === undefined ? null : <span className="typed-note">{note}</span>}
  </div>
);

/** One thing said plainly beside its picture. */
export const Point = ({ icon, title, text }: { readonly icon: IconName; readonly title?: string; readonly text: string }): ReactNode => (
  <li className="point"><Icon name={icon} /><span className="words">{title === undefined ? null : <strong className="label">{title}</strong>}<span>{text}</span></span></li>
);

/** A message across the screen: what is wrong, and what to do. */
export const Banner = ({ icon, title, step, action }: { readonly icon: IconName; readonly title: string; readonly step: string; readonly action?: ReactNode }): ReactNode => (
  <div className="banner" role="status"><Icon name={icon} /><p><strong>{title}</strong> <span>{step}</span></p>{action}</div>
);

/** A big picture over a big sentence. */
export const Notice = ({ icon, lines }: { readonly icon: IconName; readonly lines: readonly string[] }): ReactNode => (
  <div className="notice"><Icon name={icon} />{lines.map((line, at) => <p key={line} className={at === 0 ? 'first' : 'more'}>{line}</p>)}</div>
);

/** A line of the summary; a tap changes it. */
export const SummaryRow = ({ icon, name, value, more, edit, isMissing, onPress }: {
  readonly icon: IconName; readonly name: string; readonly value: string; readonly more?: string | undefined; readonly edit: string; readonly isMissing: boolean; readonly onPress: () => void;
}): ReactNode => (
  <Button className={isMissing ? 'summary-row is-missing' : 'summary-row'} aria-label={`${name}: ${value}${more === undefined ? '' : ` ${more}`}. ${edit}`} onPress={onPress}>
    <Icon name={icon} />
    <span className="words"><span className="label">{value}</span>{more === undefined ? null : <> <span className="hint">{more}</span></>}</span>
    <span className="edit"><Icon name="pencil" /></span>
  </Button>
);
