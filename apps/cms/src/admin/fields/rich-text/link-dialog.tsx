import { Button, Field, Flex, Modal, Tabs, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { isLinkable } from './extensions.ts';
import { TargetList } from './target-list.tsx';
import { useTargets } from './use-targets.ts';

interface LinkDialogProps {
  /** The address now, empty for a new link. */
  initial: string;
  onAnswer: (address: string, title?: string) => void;
  onCancel: () => void;
}

/** Asks what a link leads to: a document of the portal, found by its title and kept by its identity, or an address. */
export function LinkDialog({ initial, onAnswer, onCancel }: LinkDialogProps) {
  const [wanted, setWanted] = useState('');
  const [address, setAddress] = useState(initial.startsWith('entry:') ? '' : initial);
  const [refusal, setRefusal] = useState<string>();
  const { targets, isSearching } = useTargets(wanted);
  const current = useTargets('', initial.startsWith('entry:') ? initial : undefined).targets?.[0];
  const submit = () => {
    if (isLinkable(address)) onAnswer(address.trim());
    else setRefusal('地址要以 https://、http:// 或 / 开头；邮箱写 mailto:，电话写 tel:。');
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => isOpen || onCancel()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>链接到</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {current && <Typography textColor="neutral600">{`现在链接到${current.kind}“${current.title}”`}</Typography>}
            <Tabs.Root defaultValue={initial && !initial.startsWith('entry:') ? 'address' : 'document'}>
              <Tabs.List aria-label="链接到哪里">
                <Tabs.Trigger value="document">本站内容</Tabs.Trigger>
                <Tabs.Trigger value="address">网址</Tabs.Trigger>
              </Tabs.List>
              <Tabs.Content value="document">
                <Flex direction="column" alignItems="stretch" gap={3} paddingTop={4}>
                  <Field.Root name="link-search" hint="只列已经发布的。内容换了栏目、改了标题，链接也不会断。">
                    <Field.Label>标题里的字</Field.Label>
                    <TextInput autoFocus value={wanted} placeholder="例如：公租房" onChange={(event: React.ChangeEvent<HTMLInputElement>) => setWanted(event.target.value)} />
                    <Field.Hint />
                  </Field.Root>
                  <TargetList targets={targets} isSearching={isSearching} onChoose={({ ref, title }) => onAnswer(ref, title)} />
                </Flex>
              </Tabs.Content>
              <Tabs.Content value="address">
                <Flex direction="column" alignItems="stretch" gap={3} paddingTop={4}>
                  <Field.Root name="link-address" error={refusal} hint="别的网站写全 https://…，本站的固定网页写 /…">
                    <Field.Label>网址</Field.Label>
                    <TextInput
                      value={address}
                      onChange={(event: React.ChangeEvent<HTMLInputElement>) => setAddress(event.target.value)}
                      onKeyDown={(event: React.KeyboardEvent) => {
                        if (event.key !== 'Enter') return;
                        event.preventDefault();
                        submit();
                      }}
                    />
                    <Field.Error />
                    <Field.Hint />
                  </Field.Root>
                  <Flex>
                    <Button onClick={submit}>用这个网址</Button>
                  </Flex>
                </Flex>
              </Tabs.Content>
            </Tabs.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel}>
            取消
          </Button>
          {initial && (
            <Button variant="danger-light" onClick={() => onAnswer('')}>
              去掉链接
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
