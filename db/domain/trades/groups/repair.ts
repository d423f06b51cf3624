/* 08 安装维修: what is put up, mended or unblocked. */
import { trade } from '../describe.ts';

export const repair = [
  trade('0801', '空调安装工', 'Air-conditioner fitter', 'airConditioner', 3, { hazards: ['height'], certificates: ['workAtHeight', 'refrigeration', 'electrician'], d2015: '6-29-03-05' }),
  trade('0802', '家电维修', 'Appliance repairer', 'washer', 2, { d2015: '4-12-03-01' }),
  trade('0803', '家具安装', 'Furniture fitter', 'chair', 2),
  trade('0804', '管道疏通', 'Drain cleaner', 'drain', 2),
  trade('0805', '电工', 'Electrician', 'lightning', 2, { certificates: ['electrician', 'siteElectrician'], d2015: '6-31-01-03' }),
  trade('0806', '广告牌安装', 'Sign fitter', 'billboard', 3, { hazards: ['height'], certificates: ['workAtHeight'] }),
  trade('0807', '汽车维修', 'Car mechanic', 'spanner', 2, { d2015: '4-12-01-01' }),
  trade('0808', '洗车工', 'Car washer', 'carWash', 2),
  trade('0809', '弱电布线', 'Cable layer', 'cable', 2),
];
