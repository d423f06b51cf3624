/* What the city's live page says, in English. */
import type { city as source } from '../zh-cn/city.ts';

export const city: Record<keyof typeof source, string> = {
  'city.title': 'Day-labour halls, live',
  'city.subtitle': 'Every figure is counted from records',
  'city.connecting': 'Connecting to the city hub…',
  'city.lost': 'Connection lost, data of {{time}} ({{span}} ago); it updates by itself when back',
  'city.garbled': 'Wrong page version, data of {{time}}: please reload',
  'city.at': 'counted {{time}} · updated {{age}}',
  'city.halls': 'Halls',
  'city.hallsOnline': '{{online}} of {{all}} halls online',
  'city.hall': 'Hall',
  'city.state': 'Link',
  'city.online': 'online',
  'city.late': 'late',
  'city.never': 'not yet',
  'city.lastSeen': 'Last data',
  'city.behind': '{{span}} behind',
  'city.day': 'Day',
  'city.byTrade': 'By trade',
  'city.noHalls': 'No hall is connected yet',
  'city.noTrades': 'Nothing by trade yet today',
  'city.ratioHint': 'places wanted ÷ job seekers',
  'city.none': '—',
};
