/* 07 司机快递仓储: on the road and in the warehouse. */
import { trade } from '../describe.ts';

export const roadAndStore = [
  trade('0701', '货车司机', 'Truck driver', 'lorry', 2, { certificates: ['driver', 'freightDriver'], d2015: '4-02-02-02' }),
  trade('0702', '代驾', 'Stand-in driver', 'wheel', 1, { certificates: ['driver'] }),
  trade('0703', '叉车工', 'Forklift driver', 'forklift', 2, { hazards: ['machine'], certificates: ['forklift'] }),
  trade('0704', '快递分拣', 'Parcel sorter', 'sorting', 2, { d2015: '4-02-07-09' }),
  trade('0705', '快递员', 'Courier', 'courier', 2, { d2015: '4-02-07-08' }),
  trade('0706', '送餐员', 'Meal courier', 'scooter', 2, { d2022: '4-02-07-10' }),
  trade('0707', '仓库理货', 'Stock handler', 'shelf', 2, { d2015: '4-02-06-02' }),
  trade('0708', '仓管员', 'Storekeeper', 'clipboard', 1, { d2015: '4-02-06-01' }),
  trade('0709', '挖掘机司机', 'Digger driver', 'excavator', 2, { hazards: ['machine'] }),
  trade('0710', '吊车司机', 'Crane driver', 'crane', 2, { hazards: ['machine'], certificates: ['crane', 'siteCrane'], d2015: '6-30-05-01' }),
  trade('0711', '三轮送货', 'Tricycle carrier', 'tricycle', 2),
];
