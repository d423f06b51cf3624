/* What is out of order, said once, with what to do instead. */
import type { ReactNode } from 'react';
import { Banner } from '@kuaizhao/kiosk/kit/panels.tsx';
import type { KioskFace, ScreenName } from '@kuaizhao/kiosk/session/face.ts';
import { useFace, useText } from '../view/context.ts';

type Trouble = 'agent' | 'reader' | 'printer';

// The number screens say themselves how their paper fares, and the trouble screens are about the trouble already.
// On the attract screen the picture of the reader itself says that it is out of service.
const showsReader: ReadonlySet<ScreenName> = new Set(['number', 'leasedNumber', 'employerCard', 'posted']);
const showsPrinter: ReadonlySet<ScreenName> = new Set(['attract', 'services', 'consent', 'employerCard']);
const showsAgent = (at: ScreenName): boolean => at !== 'noAgent' && at !== 'cannotNow' && at !== 'maintainAway';

/** The most hindering trouble of a face: one banner, not a wall of them. A printer that is only starting hinders nobody. */
export function troubleOf({ screen, agentUp, numbersOnly, readerReady, printer }: KioskFace): Trouble | undefined {
  if ((!agentUp || numbersOnly !== undefined) && showsAgent(screen.at)) return 'agent';
  if (!readerReady && showsReader.has(screen.at)) return 'reader';
  if (printer !== 'ready' && printer !== 'starting' && printer !== 'nearEnd' && showsPrinter.has(screen.at)) return 'printer';
  return undefined;
}

export function Banners(): ReactNode {
  const face = useFace();
  const t = useText();
  switch (troubleOf(face)) {
    case 'agent': return <Banner icon="plugOut" title={t('numbersOnly.banner')} step={t('numbersOnly.bannerStep')} />;
    case 'reader': return <Banner icon="warning" title={t('banner.reader')} step={t('banner.readerStep')} />;
    case 'printer': return <Banner icon="printer" title={t(`printer.${face.printer}`)} step={t('banner.printerStep')} />;
    case undefined: return <span />;
  }
}
