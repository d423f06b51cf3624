/* Trades, printers and days as staff choose them by keyboard. */
import { Input, Select } from 'antd';
import { offeredTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useRemembered } from '../../session/use-remembered.ts';
import { dayTyped, timeTyped } from './typed.ts';

const byWords = { filterOption: (typed: string, option: { label?: unknown; aka?: unknown } | undefined): boolean => `${String(option?.label)} ${String(option?.aka)}`.toLowerCase().includes(typed.trim().toLowerCase()) };

function useTradeOptions() {
  const { language } = useSay();
  return offeredTrades().map(({ code, aliases = [] }) => ({ value: code, label: `${tradeName(language, code)} ${code}`, aka: aliases.join(' ') }));
}

/** Found by name, code, or what people also call it. */
export function OneTrade({ value, onChange, label }: { readonly value: string | undefined; readonly onChange: (code: string) => void; readonly label: string }) {
  const say = useSay();
  return <Select<string> aria-label={label} showSearch={byWords} value={value ?? null} onChange={onChange} options={useTradeOptions()} placeholder={say('desk.findTrade')} />;
}

export function SomeTrades({ value, onChange, most, label }: { readonly value: readonly string[]; readonly onChange: (codes: string[]) => void; readonly most: number; readonly label: string }) {
  const say = useSay();
  return (
    <Select<string[]>
      mode="multiple" aria-label={label} showSearch={byWords} maxCount={most} value={[...value]} onChange={onChange} options={useTradeOptions()} placeholder={say('desk.findTrade')} maxTagCount="responsive"
    />
  );
}

/** Where this desk's papers come out, kept with the device; undefined in a hall without printers. */
export function usePrinter(): { readonly printer: string | undefined; readonly printers: readonly string[]; readonly choose: (id: string) => void } {
  const printers = useMemory().floor?.printers ?? [];
  const [printer, choose] = useRemembered('printer', printers);
  return { printer, printers, choose };
}

/** A command's `printer` member, or nothing: the owner of the printer takes the paper from there. */
export const printAt = (printer: string | undefined) => (printer === undefined ? {} : { printer: paperFrom(printer) });
/** The same for a command that is about nothing but the paper. */
export const paperFrom = (printer: string) => ({ printer, ready: false });

export function PrinterSelect() {
  const say = useSay();
  const { printer, printers, choose } = usePrinter();
  if (printer === undefined) return null;
  return <label className="printer-select"><span>{say('desk.printer')}</span><Select aria-label={say('desk.printer')} value={printer} onChange={choose} options={printers.map((one) => ({ value: one, label: one }))} /></label>;
}

interface TypedBoxProps { readonly value: string; readonly onChange: (text: string) => void; readonly label: string; readonly disabled?: boolean }

/** `2026-11-21`, typed as digits; what the browser makes of a day box of its own depends on its language, and takes three fields. Empty or half typed until it is whole. */
export function DayBox({ value, onChange, label, disabled = false }: TypedBoxProps) {
  return <Input aria-label={label} inputMode="numeric" placeholder="2026-11-21" disabled={disabled} value={value} onChange={(event) => { onChange(dayTyped(event.target.value)); }} />;
}

/** `06:30`, typed as digits. */
export function TimeBox({ value, onChange, label, disabled = false, placeholder = '06:30' }: TypedBoxProps & { readonly placeholder?: string }) {
  return <Input aria-label={label} inputMode="numeric" placeholder={placeholder} disabled={disabled} value={value} onChange={(event) => { onChange(timeTyped(event.target.value)); }} />;
}
