import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { type View, VIEWS } from './views.ts';

const Screen = styled.div<{ $view: View; $scale: number }>`
  width: ${({ $view, $scale }) => $view.width * $scale}px;
  height: ${({ $view, $scale }) => $view.height * $scale}px;
  max-width: 100%;
  overflow: hidden;
  border: 0.1rem solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 0.6rem;
  background: #fff;
  iframe {
    display: block;
    width: ${({ $view }) => $view.width}px;
    height: ${({ $view }) => $view.height}px;
    border: 0;
    transform: scale(${({ $scale }) => $scale});
    transform-origin: 0 0;
  }
`;

interface FramesProps {
  /** Where the preview begins. */
  url: string;
  /** Which of the views, or all beside each other. */
  view: string;
}

/** The page as it will be, once for each way it is looked at. */
export function Frames({ url, view }: FramesProps) {
  const shown = VIEWS.filter(({ name }) => view === 'all' || name === view);
  return (
    <Flex gap={6} alignItems="flex-start" wrap="wrap">
      {shown.map((one) => (
        <Box tag="figure" key={one.name} maxWidth="100%">
          <Typography tag="figcaption" fontWeight="semiBold" paddingBottom={2}>
            {one.label}
          </Typography>
          <Screen $view={one} $scale={view === 'all' ? one.scale : one.name === 'desktop' ? 0.8 : 1}>
            <iframe title={`${one.label}预览`} src={`${url}document/${one.mode}`} />
          </Screen>
        </Box>
      ))}
    </Flex>
  );
}
