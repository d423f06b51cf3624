/* The keys at the foot of every screen: a sign over its word, and whether it is on. */
import { memo, type ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { Icon, type IconName } from './icons/icon.tsx';
import { useSteady } from './use-steady.ts';

export interface FootKeyProps {
  readonly icon: IconName;
  readonly label: string;
  /** what it does, for those who cannot see the sign; told after the label */
  readonly name?: string;
  readonly look?: 'end' | 'listen';
  /** present on a key that switches something on and off */
  readonly isOn?: boolean;
  /** steps of three that are filled */
  readonly step?: 0 | 1 | 2;
  /** of the label, where it is not that of the page */
  readonly language?: string;
  readonly onPress: () => void;
}

export const FootKey = (props: FootKeyProps): ReactNode => <SteadyKey {...props} onPress={useSteady(props.onPress)} />;

/** The same keys stand under every face: only one whose sign changes is drawn again. */
const SteadyKey = memo(function SteadyKey({ icon, label, name, look, isOn, step, language, onPress }: FootKeyProps): ReactNode {
  const className = `foot-key key-${icon}${look === undefined ? '' : ` look-${look}`}${step === undefined ? '' : ` step-${step}`}`;
  const inside = <>
    <span className="sign"><Icon name={icon} />{step === undefined ? null : <span className="steps" aria-hidden="true"><i /><i /><i /></span>}</span>
    <span className="word" {...(language === undefined ? {} : { lang: language })}>{label}</span>
  </>;
  // Who says the word that stands on a key must find it: the name begins with that word.
  const named = name === undefined ? {} : { 'aria-label': name.startsWith(label) ? name : `${label}, ${name}` };
  return isOn === undefined
    ? <Button className={className} {...named} onPress={onPress}>{inside}</Button>
    : <ToggleButton className={className} isSelected={isOn} {...named} onChange={onPress}>{inside}</ToggleButton>;
});
