/* Which of the console's three pictures is due: connecting, signing in, the floor. */
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useSay } from '../kit/say.tsx';
import { Locked, useIdleLock } from './desk/locked.tsx';
import { FirstPin } from './desk/first-pin.tsx';
import { SignIn } from './desk/sign-in.tsx';
import { Shell } from './shell/shell.tsx';
import { useMemory, useSession } from './session/desk-session.tsx';

const theme = {
  token: {
    fontFamily: "'Noto Sans SC Variable', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif", fontSize: 15, borderRadius: 8,
    colorPrimary: '#0b5cad', colorWarning: '#b45f06', colorError: '#b03a00', colorText: '#14202e', colorTextSecondary: '#44566b', colorTextDescription: '#566779', colorTextPlaceholder: '#66748a', motion: false,
  },
};

export function App() {
  const say = useSay();
  return (
    <ConfigProvider locale={say.language === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp message={{ top: 6, maxCount: 2 }}><Picture /></AntApp>
    </ConfigProvider>
  );
}

function Picture() {
  const say = useSay();
  const { deviceId } = useSession();
  const { link, desk, floor, signedIn, lastStaffId, locked } = useMemory();
  useIdleLock();
  if (link.at === 'refused' && desk === undefined) return <main className="connecting" role="status">{say('console.refused', { device: deviceId })}</main>;
  if (desk === undefined) return <main className="connecting" role="status">{say('console.connecting')}</main>;
  if (signedIn?.mustSetPin === true) return <><FirstPin signedIn={signedIn} />{locked && <Locked signedIn={signedIn} />}</>;
  if (signedIn === undefined || floor === undefined) return <SignIn key={lastStaffId ?? ''} desk={desk} lastStaffId={lastStaffId} />;
  return <><Shell hallName={desk.hallName} floor={floor} signedIn={signedIn} />{locked && <Locked signedIn={signedIn} />}</>;
}
