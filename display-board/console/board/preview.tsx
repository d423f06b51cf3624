/* The plan as the board itself would draw it, in the board's own page with a made-up morning: nothing is published by looking. */
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { BoardPlan, BoardScene } from '@kuaizhao/db/domain/boards/plan.ts';
import { previewHash, type PreviewMessage } from '@kuaizhao/sync-agent/contract/boards/preview.ts';
import { useSay } from '../../kit/say.tsx';
import { drawn } from './draft.ts';

const most = { width: 1_180, height: 560 } as const;
/** Beside the console's own page, on the same agent. */
const boardPage = '../board/';

export function Preview({ plan, scene, onClose }: { readonly plan: BoardPlan; readonly scene: BoardScene; readonly onClose: () => void }) {
  const say = useSay();
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const size = drawn(plan, most.width, most.height);
  const title = say('boards.preview');
  useEffect(() => {
    if (room === null) return undefined;
    const message: PreviewMessage = { boardPreview: { plan, scene } };
    // Our own page from our own agent under its own policy: a sandbox that lets its scripts and its origin in would keep nothing out.
    const frame = document.createElement('iframe');
    const hear = ({ origin, source }: MessageEvent<unknown>): void => {
      if (origin === window.location.origin && source === frame.contentWindow) frame.contentWindow?.postMessage(message, window.location.origin);
    };
    window.addEventListener('message', hear);
    frame.title = title;
    frame.src = `${boardPage}?lang=${say.language}${previewHash}`;
    // The frame has the panel's own pixels and is made smaller as a whole: letters keep their true share.
    Object.assign(frame.style, { width: `${String(plan.panel.widthPx)}px`, height: `${String(plan.panel.heightPx)}px`, transform: `scale(${String(drawn(plan, most.width, most.height).width / plan.panel.widthPx)})` });
    room.append(frame);
    return () => { window.removeEventListener('message', hear); frame.remove(); };
  }, [room, plan, scene, title, say.language]);
  return (
    <Modal open centered width={most.width + 48} footer={null} onCancel={onClose} title={say('boards.previewOf', { board: plan.label, scene: say(`boards.scene.${scene}`) })}>
      <div className="preview-room" ref={setRoom} style={{ width: size.width, height: size.height }} />
    </Modal>
  );
}
