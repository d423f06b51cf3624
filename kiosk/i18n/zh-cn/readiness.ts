/* 开门前检查: what is looked at, how it is, and the next step for staff. */
export const readiness = {
  readiness: {
    ready: '设备正常，可以开门', notReady: '有设备要处理', again: '再查', print: '打印检查单', printing: '正在打印', name: '设备和现在的状态', ofHall: '主机·{{name}}',
    state: { ok: '正常', unknown: '还不知道' },
    check: {
      link: '与主机的连接', reader: '读卡器', printer: '打印机', paper: '打印纸', screen: '屏幕', sound: '声音', audio: '语音包', disk: '磁盘空间', clock: '时钟', numbers: '备用号', city: '全市平台', cityClock: '与全市对时', plan: '派工计划',
    },
    step: {
      link: '检查网线和主机电源', reader: '拔下读卡器的线再插上', printer: '合上盖子，检查电源和线', paper: '换一卷新纸', screen: '重启自助机', sound: '把音量调大', audio: '请管理员重装语音包',
      disk: '请管理员清理磁盘', clock: '请管理员校准时间', numbers: '连上主机后会自动领号', city: '大厅照常办，数据稍后自动上传', cityClock: '请管理员校准主机时间', plan: '请联系技术支持，大厅可以人工派工',
    },
  },
} as const;
