import { Box, Button, Modal, Typography } from '@strapi/design-system';

import type { Offer } from './use-local-copy.ts';
import { sayTime } from './words.ts';

/** Lines of the comparison shown; more would not be read. */
const SHOWN = 8;

interface RestoreDialogProps {
  offer: Offer;
  onRestore: () => void;
  onForget: () => void;
}

/** Offers what was written on this device and not saved, with what it would change. */
export function RestoreDialog({ offer, onRestore, onForget }: RestoreDialogProps) {
  const { lines, savedAt } = offer;
  return (
    <Modal.Root open>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>上次有修改没有存到服务器</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography tag="p">{`这台电脑上留着您 ${sayTime(savedAt, new Date())} 写的内容，和现在的草稿不一样：`}</Typography>
          <Box tag="ul" paddingTop={3} paddingBottom={3} paddingLeft={5} style={{ listStyle: 'disc' }}>
            {lines.slice(0, SHOWN).map((line) => (
              <Typography tag="li" key={line}>
                {line}
              </Typography>
            ))}
            {lines.length > SHOWN && <Typography tag="li">{`还有 ${lines.length - SHOWN} 处`}</Typography>}
          </Box>
          <Typography tag="p" textColor="neutral600">
            恢复以后还可以改，不会自动发布。
          </Typography>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onForget}>
            不要了
          </Button>
          <Button onClick={onRestore}>恢复我写的</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
