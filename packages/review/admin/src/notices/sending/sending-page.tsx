import { Flex } from '@strapi/design-system';

import { MailPart } from './mail-part.tsx';
import { RobotsPart } from './robots-part.tsx';

/** How notices leave the house: the mail server, and the robots of groups. */
export function SendingPage() {
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <MailPart />
      <RobotsPart />
    </Flex>
  );
}
