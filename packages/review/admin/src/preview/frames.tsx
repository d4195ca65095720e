import { Box, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';

import { type View, VIEWS } from './views.ts';

const Screen = styled.div<{ $view: View; $scale: number }>`
  box-sizing: content-box;
  width: ${({ $view, $scale }) => $view.width * $scale}px;
  height: ${({ $view, $scale }) => $view.height * $scale}px;
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
/** Between two screens, and what their borders take. Pixels. */
const GAP = 24;
const BORDERS = 2;
/** How much smaller screens beside each other may become. */
const LEAST = 0.7;

interface FramesProps {
  /** Where the preview begins. */
  url: string;
  /** Which of the views, or all beside each other. */
  view: string;
}

/** The page as it will be, once for each way it is looked at, as large as there is room. */
export function Frames({ url, view }: FramesProps) {
  const [place, room] = useRoom();
  const shown = VIEWS.filter(({ name }) => view === 'all' || name === view);
  const scaleOf = (one: View) => (view === 'all' ? one.scale : 1);
  const wanted = shown.reduce((sum, one) => sum + one.width * scaleOf(one), 0);
  const between = shown.length * BORDERS + (shown.length - 1) * GAP;
  // Beside each other a little smaller; where that would be too small to read, below each other.
  const together = Math.min(1, (room - between) / wanted);
  const fit = (one: View) => (together >= LEAST ? scaleOf(one) * together : Math.min(scaleOf(one), (room - BORDERS) / one.width));
  return (
    <Flex ref={place} gap={`${GAP}px`} alignItems="flex-start" wrap="wrap">
      {room > 0 &&
        shown.map((one) => (
          <Box tag="figure" key={one.name}>
            <Typography tag="figcaption" fontWeight="semiBold" paddingBottom={2}>
              {one.label}
            </Typography>
            <Screen $view={one} $scale={fit(one)}>
              <iframe title={`${one.label}预览`} src={`${url}document/${one.mode}`} />
            </Screen>
          </Box>
        ))}
    </Flex>
  );
}

/** The width of an element, pixels; 0 until it is known. */
function useRoom() {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(([entry]) => setRoom(Math.floor(entry!.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [place, room] as const;
}
