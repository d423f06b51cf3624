/* One or two sentences that explain, beside the sign of what they are about. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@kuaizhao/kiosk/kit/icons/icon.tsx';

export const Reason = ({ icon, lines, isWarm = false }: { readonly icon: IconName; readonly lines: readonly string[]; readonly isWarm?: boolean }): ReactNode => (
  <p className={isWarm ? 'reason is-warm' : 'reason'} role="status"><Icon name={icon} /><span className="words">{lines.map((line) => <span key={line}>{line}</span>)}</span></p>
);
