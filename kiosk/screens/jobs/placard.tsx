/* The job slip as large as the screen: number, code, every term, and the places that are left now. */
import { useMemo, type ReactNode } from 'react';
import qrcode from 'qrcode-generator';
import type { JobLooked } from '@kuaizhao/kiosk/session/jobs/scenes.ts';
import { Frame } from '../frame/frame.tsx';
import { BigNumber } from '../frame/paper-panel.tsx';
import { TermList } from '../frame/term-list.tsx';
import { useText, useTouch } from '../view/context.ts';

export function Placard({ screen }: { readonly screen: JobLooked }): ReactNode {
  const t = useText();
  const touch = useTouch();
  const { job: { number, terms, placesLeft }, employerName } = screen;
  return (
    <Frame title={t('placard.by', { name: employerName })} onBack={() => touch({ type: 'back' })}>
      <div className="placard-head">
        <div><BigNumber number={number} label={t('posted.numberLabel')} /><p className="placard-left">{placesLeft === 0 ? t('placard.full') : t('placard.left', { n: placesLeft })}</p></div>
        <SlipCode number={number} label={t('placard.code', { number })} />
      </div>
      <TermList terms={terms} name={t('posted.numberLabel')} />
    </Frame>
  );
}

/** The same code as on the paper slip. */
function SlipCode({ number, label }: { readonly number: string; readonly label: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(`KZ:J:${number}`);
    code.make();
    const size = code.getModuleCount();
    const dark = Array.from({ length: size * size }, (_, at) => ({ x: at % size, y: Math.floor(at / size) })).filter(({ x, y }) => code.isDark(y, x));
    return { size, path: dark.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('') };
  }, [number]);
  return <svg className="slip-code" viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={label} shapeRendering="crispEdges"><path d={path} /></svg>;
}
