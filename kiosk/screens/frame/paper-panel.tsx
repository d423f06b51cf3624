/* How the paper fares, under the number it belongs to. The number is on the screen whatever happens to the paper. */
import type { ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import type { PaperFate } from '@kuaizhao/kiosk/session/paper.ts';
import { useText, useTouch } from '../view/context.ts';

export function PaperPanel({ paper, number, printed }: { readonly paper: PaperFate; readonly number: string; readonly printed: string }): ReactNode {
  const t = useText();
  const touch = useTouch();
  if (paper.kind === 'unsure') {
    return (
      <div className="paper-panel trouble" role="alert">
        <Icon name="warning" />
        <p className="first">{t('paper.unsure')}</p>
        <ActionButton look="hire" icon="slip" label={t('paper.cameOut')} onPress={() => touch({ type: 'paperCameOut' })} />
        <ActionButton look="plain" icon="printer" label={t('paper.didNot')} onPress={() => touch({ type: 'paperDidNot' })} />
      </div>
    );
  }
  if (paper.kind === 'elsewhere') return <div className="paper-panel trouble" role="alert"><Icon name="warning" /><p className="first">{t('paper.elsewhere')}</p></div>;
  if (paper.kind !== 'trouble') {
    return <div className={`paper-panel ${paper.kind}`} role="status"><Icon name={paper.kind === 'printed' ? 'slip' : 'printer'} /><p className="first">{paper.kind === 'printed' ? printed : t('paper.printing')}</p></div>;
  }
  return (
    <div className="paper-panel trouble" role="alert">
      <Icon name="warning" />
      <p className="first">{paper.canReprint ? t('paper.canReprint') : t(`printer.${paper.printer}`)}</p>
      {paper.canReprint ? null : <p className="more">{t('paper.noPaper', { number })}</p>}
      {paper.canReprint ? <ActionButton look="hire" icon="printer" label={t('do.reprint')} onPress={() => touch({ type: 'reprint' })} /> : null}
    </div>
  );
}

/** A hall number, as large as the screen allows. */
export const BigNumber = ({ number, label }: { readonly number: string; readonly label: string }): ReactNode => (
  <p className={`big-number characters-${number.length}`} aria-label={`${label} ${number}`}>{number}</p>
);
