/* 04 餐饮: kitchens, tables and counters; who touches food needs a health certificate. */
import { trade } from '../describe.ts';

const certificates = ['health'] as const;

export const food = [
  trade('0401', '餐饮帮工', 'Kitchen help', 'bowl', 2, { certificates }),
  trade('0402', '洗碗工', 'Dishwasher', 'dishes', 2, { certificates }),
  trade('0403', '厨师', 'Cook', 'wok', 2, { certificates, d2015: '4-03-02-01' }),
  trade('0404', '面点师', 'Pastry cook', 'dumpling', 2, { certificates, d2015: '4-03-02-02' }),
  trade('0405', '配菜切菜', 'Vegetable cutter', 'knife', 2, { certificates }),
  trade('0406', '传菜员', 'Food runner', 'tray', 2, { certificates }),
  trade('0407', '服务员', 'Waiter', 'waiter', 2, { certificates, d2015: '4-03-02-05' }),
  trade('0408', '宴席帮厨', 'Banquet help', 'banquet', 2, { certificates }),
  trade('0409', '食品加工', 'Food packer', 'loaf', 2, { certificates }),
];
