/* 主机连不上时的话：只能取号。 */
export const numbersOnly = {
  numbersOnly: {
    banner: '网络断了，正在恢复', bannerStep: '现在只能取号；找活登记、招人请到人工窗口',
    title: '放身份证取号', place: '号有效，恢复后自动登记',
    noWork: '现在取不了求职号', noWorkStep: '请到人工窗口排队',
    service: '取窗口号', serviceHint: '选好要办的事，拿号等叫', hire: '我要招人', hireHint: '现在办不了，请到人工窗口',
  },
  leasedNumber: {
    counts: '号有效，按取号先后排队', tapLater: '第一次来的，网络恢复后再放一次身份证；今天已有号的，用原来的号',
  },
  cannotNow: {
    title: '暂时办不了',
    onlyNumbers: '网络断了，现在这台机器只能取号。', none: '网络断了，这台机器还没有领到备用号。', usedUp: '这台机器的备用号发完了，或者现在不是放号时间。', broken: '这台机器的备用号坏了，不能放号。',
    step: '请到人工窗口办理，或者等网络恢复', kept: '填好的内容还在，恢复后接着办', goBack: '回去接着填', end: '知道了',
  },
} as const;
