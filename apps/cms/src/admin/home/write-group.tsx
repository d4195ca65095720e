import { Box, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';

import type { OfferedType } from './types.ts';

interface WriteGroupProps {
  title: string;
  types: OfferedType[];
  mayCreate: (uid: string) => boolean;
}

/** Types of one task: each may be begun anew, or looked through. */
export function WriteGroup({ title, types, mayCreate }: WriteGroupProps) {
  return (
    <Box borderColor="neutral150" hasRadius padding={4} height="100%">
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={3}>
        {types.map(({ uid, name, action }) => (
          <Flex tag="li" key={uid} justifyContent="space-between" gap={3}>
            {mayCreate(uid) ? (
              <Typography tag={Link} to={`/content-manager/collection-types/${uid}/create`} textColor="primary600" fontWeight="semiBold">
                <Flex tag="span" gap={2}>
                  <Plus width="1.2rem" height="1.2rem" aria-hidden />
                  {action}
                </Flex>
              </Typography>
            ) : (
              <Typography>{name}</Typography>
            )}
            <Typography tag={Link} to={`/content-manager/collection-types/${uid}`} textColor="neutral600" variant="pi" aria-label={`全部${name}`}>
              全部
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}
