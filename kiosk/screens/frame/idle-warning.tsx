/* The warning before everything of the person is forgotten: one sentence, one big button over the whole screen. */
import { memo, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { ActionButton } from '@kuaizhao/kiosk/kit/button.tsx';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { useText, useTouch, useViewOf } from '../view/context.ts';

export const IdleWarning = memo(function IdleWarning(): ReactNode {
  const idleWarningSeconds = useViewOf(({ face }) => face?.idleWarningSeconds);
  const t = useText();
  const touch = useTouch();
  if (idleWarningSeconds === undefined) return null;
  return (
    <ModalOverlay className="veil" isOpen isKeyboardDismissDisabled>
      <Modal className="idle">
        <Dialog role="alertdialog" className="idle-words">
          <Icon name="wait" />
          <Heading slot="title">{t('idle.title')}</Heading>
          <p className="seconds" aria-hidden="true">{idleWarningSeconds}</p>
          <p>{t('idle.body', { n: idleWarningSeconds })}</p>
          <ActionButton look="main" icon="check" label={t('idle.goOn')} onPress={() => touch({ type: 'continue' })} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
});
