/* 09 商超会务: shops, fairs and stages. */
import { trade } from '../describe.ts';

export const shopAndEvent = [
  trade('0901', '促销员', 'Promoter', 'megaphone', 1, { d2015: '4-01-02-01' }),
  trade('0902', '超市理货', 'Shelf filler', 'basket', 2),
  trade('0903', '收银员', 'Cashier', 'till', 1),
  trade('0904', '发传单', 'Leaflet distributor', 'leaflet', 1),
  trade('0905', '会展搭建', 'Stand builder', 'stage', 3),
  trade('0906', '礼仪迎宾', 'Usher', 'ribbon', 1),
  trade('0907', '群众演员', 'Extra', 'clapper', 1),
  trade('0908', '婚庆帮工', 'Wedding help', 'lantern', 2),
];
