/* 用工承诺书: what whoever hires promises to the hall and to the workers, every version ever printed. */
import type { Template } from './template.ts';

export const promises: readonly Template[] = [{
  kind: 'promise', version: '2026-11', since: '2026-11-01', title: '用工承诺书',
  paragraphs: [
    '承诺人：{{employer}}，招工单号 {{jobNumber}}，招 {{trade}} {{headcount}}，实际用工方 {{realEmployer}}。',
    '本人（单位）在{{hall}}招工，郑重承诺：',
    '一、招工内容真实：工种、人数、地点、时间、工钱、结算方式和登记的一样。',
    '二、按约定足额支付工钱：{{pay}}，{{settlement}}。',
    '三、不招未满 16 周岁的人；有危险的活不用未满 18 周岁的人。',
    '四、不限制性别、民族、户籍、宗教信仰，不歧视残疾人和病原携带者。',
    '五、不收押金、报名费、中介费，不扣证件。',
    '六、讲清危险因素（{{hazards}}），配好劳动防护，做好意外伤害保险（{{insurance}}）。',
    '七、发生工伤立即救治，不推脱。',
    '八、配合市场核实到岗、完工和结算情况。',
    '违反承诺的，市场可以停止我方发布招工信息，并移交有关部门处理。',
  ],
  signatures: ['employer'],
}];
