/* Jinan's fifteen halls as the sample city has them: three of the city, four of the districts' market class, eight of towns and streets. Names, addresses and places on the schematic are ours; no hall is known to stand there. */
import type { EntryBody } from '@kuaizhao/db/domain/registry/entries.ts';

type Level = 'city' | 'district' | 'town';
const rows: readonly (readonly [hallId: string, area: string, district: string, name: string, level: Level, x: number, y: number, trades: readonly string[]])[] = [
  ['jn-dongguan', '历下区', '370102', '东关综合零工市场', 'city', 560, 520, ['0101', '0201', '0301']],
  ['jn-beiyuan', '天桥区', '370105', '北园综合零工市场', 'city', 480, 380, ['0201', '0202', '0101']],
  ['jn-yaoqiang', '历城区', '370112', '遥墙综合零工市场', 'city', 800, 330, ['0101', '0501', '0103']],
  ['jn-shungeng', '市中区', '370103', '舜耕家政零工市场', 'district', 450, 650, ['0301', '0302']],
  ['jn-duandian', '槐荫区', '370104', '段店装修零工市场', 'district', 270, 540, ['0102', '0103', '0104']],
  ['jn-gushan', '长清区', '370113', '崮山综合零工市场', 'district', 170, 760, ['0501', '0101']],
  ['jn-shuangshan', '章丘区', '370114', '双山综合零工市场', 'district', 930, 560, ['0601', '0101']],
  ['jn-quanfu', '历下区', '370102', '泉福零工驿站', 'town', 640, 440, ['0301', '0401']],
  ['jn-luokou', '天桥区', '370105', '泺口零工驿站', 'town', 420, 250, ['0201', '0202']],
  ['jn-baimashan', '市中区', '370103', '白马山零工驿站', 'town', 340, 700, ['0101', '0102']],
  ['jn-meilihu', '槐荫区', '370104', '美里湖零工驿站', 'town', 190, 400, ['0501', '0201']],
  ['jn-guodian', '历城区', '370112', '郭店零工驿站', 'town', 780, 470, ['0601', '0201']],
  ['jn-liubu', '历城区', '370112', '柳埠零工集市', 'town', 660, 850, ['0501', '0502']],
  ['jn-guide', '长清区', '370113', '归德零工集市', 'town', 70, 880, ['0501', '0101']],
  ['jn-diao', '章丘区', '370114', '刁镇零工超市', 'town', 880, 220, ['0601', '0401']],
];

export const sampleHalls: readonly EntryBody<'hall'>[] = rows.map(([hallId, area, district, name, level, x, y, trades], index) => ({
  hallId, name: `济南市${area}${name}`, level, district, nature: level === 'city' ? 'public' : 'entrusted', address: `${area}样例路${index + 1}号`, hotline: `0531${String(80_000_000 + index * 1_111)}`,
  hours: level === 'town' ? '5:00–9:00' : '4:00–10:00', trades: [...trades], contact: '值班室', at: { x, y },
}));
