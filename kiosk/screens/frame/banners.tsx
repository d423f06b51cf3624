/* What is out of order, said once, with what to do instead; and to whoever changes the paper, the next step. */
import { memo, type ReactNode } from 'react';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Banner } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { KioskFace, ScreenName } from '@kuaizhao/kiosk/session/face.ts';
import { useFaceOf, useText, useTouch } from '../view/context.ts';

type Trouble = 'agent' | 'reader' | 'printer' | 'newPaper';

// The number screens say themselves how their paper fares, and the trouble screens are about the trouble already.
// On the attract screen the picture of the reader itself says that it is out of service.
const showsReader: ReadonlySet<ScreenName> = new Set(['number', 'leasedNumber', 'employerCard', 'posted']);
const showsPrinter: ReadonlySet<ScreenName> = new Set(['attract', 'services', 'consent', 'employerCard']);
const showsAgent = (at: ScreenName): boolean => at !== 'noAgent' && at !== 'cannotNow' && at !== 'maintainAway' && !at.startsWith('setUp');

/** The most hindering trouble of a face: one banner, not a wall of them. A printer that is only starting hinders nobody. */
export function troubleOf({ screen, agentUp, numbersOnly, readerReady, printer, paperChange }: KioskFace): Trouble | undefined {
  if ((!agentUp || numbersOnly !== undefined) && showsAgent(screen.at)) return 'agent';
  if (!readerReady && showsReader.has(screen.at)) return 'reader';
  if (printer !== 'ready' && printer !== 'starting' && printer !== 'nearEnd' && showsPrinter.has(screen.at)) return 'printer';
  if (paperChange === 'tryOut' && screen.at === 'attract') return 'newPaper';
  return undefined;
}

export const Banners = memo(function Banners(): ReactNode {
  const face = useFaceOf((whole) => ({ trouble: troubleOf(whole), printer: whole.printer, paperChange: whole.paperChange, reach: whole.reach }));
  const t = useText();
  const touch = useTouch();
  switch (face.trouble) {
    case 'agent': return <Banner icon="plugOut" title={t('numbersOnly.banner')} step={t('numbersOnly.bannerStep')} />;
    case 'reader': return <Banner icon="warning" title={t('banner.reader')} step={t('banner.readerStep')} />;
    case 'printer': return <Banner icon="printer" title={t(`printer.${face.printer}`)} step={face.paperChange === 'fill' || face.paperChange === 'again' ? t(`paperChange.${face.paperChange}`) : t('banner.printerStep')} />;
    case 'newPaper': return <Banner icon="printer" title={t('paperChange.done')} step={t('paperChange.doneStep')} action={face.reach ? undefined : <ActionButton label={t('paperChange.try')} icon="document" onPress={() => touch({ type: 'go', to: 'tryPaper' })} />} />;
    case undefined: return <span />;
  }
});
