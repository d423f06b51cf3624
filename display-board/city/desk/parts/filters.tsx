/* What a list is narrowed by: hall, trade, district, a word. The hub looks, not the page. */
import { Input, Select } from 'antd';
import { trades } from '@kuaizhao/db/domain/trades/trade.ts';
import { readHallName } from '@kuaizhao/db/domain/registry/hall-name.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { useHalls, type HallNow } from '../halls-now.tsx';

/** Without a value nothing is narrowed. */
export interface Filter { readonly hallId?: string; readonly trade?: string; readonly district?: string; readonly text?: string }
const wordLetters = 20;

export function FilterFields({ filter, onChange, hall = false }: { readonly filter: Filter; readonly onChange: (filter: Filter) => void; readonly hall?: boolean }) {
  const say = useSay();
  const { halls } = useHalls();
  const set = (name: keyof Filter, value: string): void => {
    const { [name]: _before, ...rest } = filter;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const choice = (name: 'hallId' | 'trade' | 'district', className: string, label: string, all: string, options: readonly { readonly value: string; readonly label: string }[]) =>
    <Select size="small" className={className} aria-label={label} showSearch optionFilterProp="label" value={filter[name] ?? ''} onChange={(value: string) => { set(name, value); }} options={[{ value: '', label: all }, ...options]} />;
  return (
    <>
      {hall && choice('hallId', 'hall-choice', say('cityDesk.hall'), say('cityDesk.allHalls'), halls.map(({ hallId, name }) => ({ value: hallId, label: name })))}
      {choice('district', 'trade-choice', say('cityDesk.district'), say('cityDesk.allDistricts'), districtsOf(halls))}
      {choice('trade', 'trade-choice', say('cityDesk.trade'), say('cityDesk.allTrades'), trades().map(({ code }) => ({ value: code, label: tradeName(say.language, code) })))}
      <Input.Search size="small" className="word" allowClear maxLength={wordLetters} aria-label={say(hall ? 'cityDesk.wordOfJob' : 'cityDesk.wordOfHall')} placeholder={say(hall ? 'cityDesk.wordOfJob' : 'cityDesk.wordOfHall')} onSearch={(word) => { set('text', word.trim()); }} />
    </>
  );
}

/** The districts that the directory knows, named as its halls are. */
function districtsOf(halls: readonly HallNow[]): { readonly value: string; readonly label: string }[] {
  const named = new Map(halls.flatMap(({ name, entry }) => {
    const read = readHallName(name);
    return entry?.district === undefined ? [] : [[entry.district, read.ok ? read.parts.area.replace(/^.*?市(?=.)/u, '') : entry.district] as const];
  }));
  return [...named].map(([value, label]) => ({ value, label })).sort((one, other) => (one.value < other.value ? -1 : 1));
}
