/* The plan as the board itself would draw it, in the board's own page with a made-up morning: nothing is published by looking. */
import { Modal } from 'antd';
import { useEffect, useRef } from 'react';
import type { BoardPlan, BoardScene } from '@kuaizhao/db/domain/boards/plan.ts';
import { previewHash, type PreviewMessage } from '@kuaizhao/sync-agent/contract/boards/preview.ts';
import { useSay } from '../../kit/say.tsx';
import { drawn } from './draft.ts';

const room = { width: 1_180, height: 560 } as const;
/** Beside the console's own page, on the same agent. */
const boardPage = '../board/';

export function Preview({ plan, scene, onClose }: { readonly plan: BoardPlan; readonly scene: BoardScene; readonly onClose: () => void }) {
  const say = useSay();
  const frame = useRef<HTMLIFrameElement>(null);
  const size = drawn(plan, room.width, room.height);
  useEffect(() => {
    const message: PreviewMessage = { boardPreview: { plan, scene } };
    const hear = (event: MessageEvent<unknown>): void => {
      if (event.origin !== window.location.origin || event.source !== frame.current?.contentWindow) return;
      frame.current.contentWindow?.postMessage(message, window.location.origin);
    };
    window.addEventListener('message', hear);
    return () => { window.removeEventListener('message', hear); };
  }, [plan, scene]);
  return (
    <Modal open width={room.width + 48} footer={null} onCancel={onClose} title={say('boards.previewOf', { board: plan.label, scene: say(`boards.scene.${scene}`) })}>
      {/* The frame has the panel's own pixels and is made smaller as a whole: letters keep their true share. */}
      <div className="preview-room" style={{ width: size.width, height: size.height }}>
        <iframe ref={frame} title={say('boards.preview')} src={`${boardPage}?lang=${say.language}${previewHash}`} style={{ width: plan.panel.widthPx, height: plan.panel.heightPx, transform: `scale(${String(size.width / plan.panel.widthPx)})` }} />
      </div>
    </Modal>
  );
}
