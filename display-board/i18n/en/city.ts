/* What the city's live page says, in English. */
import type { city as source } from '../zh-cn/city.ts';

export const city: Record<keyof typeof source, string> = {
  'city.title': 'Day-labour halls, live',
  'city.subtitle': 'Every figure is counted from records',
  'city.connecting': 'Connecting to the city hub…',
  'city.lost': 'Connection lost, data of {{time}} ({{span}} ago); it updates by itself when back',
  'city.garbled': 'Wrong page version, data of {{time}}: please reload',
  'city.at': 'counted {{time}} · {{age}}',
  'city.halls': 'Halls',
  'city.hallsOnline': '{{online}} of {{all}} halls online',
  'city.hall': 'Hall',
  'city.state': 'Now',
  'city.late': 'silent',
  'city.never': 'not yet',
  'city.behind': '-{{span}}',
  'city.byTrade': 'By trade',
  'city.noHalls': 'No hall is connected yet',
  'city.noTrades': 'Nothing by trade yet today',
  'city.ratioHint': 'places wanted ÷ job seekers',
  'city.none': '—',
  'city.map': 'Map of the halls', 'city.mapSays': 'Schematic of {{n}} halls; the list beside it shows each of them in turn', 'city.schematic': 'Schematic: relative places only', 'city.notPlaced': '{{n}} not on the map yet', 'city.spot': '{{busy}} {{n}}',
  'city.old': 'with old figures ({{n}} silent), from {{time}}',
  'city.list.hires': 'Most hires today', 'city.list.filled': 'Best filled today', 'city.list.halls': 'The halls now', 'city.filled': 'Filled', 'city.still': 'paused',
  'city.days': 'By day, last {{n}}', 'city.ratioDays': 'Places per seeker by day, last {{n}}', 'city.ratio': 'Per seeker', 'city.ratioNow': 'Ratio', 'city.lateFor': 'silent {{span}}', 'city.balance': '1.00 in balance', 'city.noDays': 'No days gone by yet', 'city.daysSay': 'Lines of job seekers, places and hires by day, last {{n}}', 'city.ratioDaysSay': 'Lines of places per job seeker by day, last {{n}}',
};
