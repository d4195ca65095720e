import { useStrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

interface Asset {
  documentId: string;
  alternativeText?: string | null;
  caption?: string | null;
}
interface MediaLibraryDialog {
  allowedTypes: string[];
  onClose: () => void;
  onSelectAssets: (assets: Asset[]) => void;
}
/** A picture of the media library with the words it has there. */
export interface Picture {
  src: string;
  alt: string;
  caption: string;
}
interface PictureDialogProps {
  onClose: () => void;
  onChoose: (pictures: Picture[]) => void;
}

/** Strapi's own media library, to choose pictures of the text from. */
export function PictureDialog({ onClose, onChoose }: PictureDialogProps) {
  const components = useStrapiApp('PictureDialog', (state) => state.components);
  const Dialog = components['media-library'] as ComponentType<MediaLibraryDialog> | undefined;
  if (!Dialog) return null;
  return (
    <Dialog
      allowedTypes={['images']}
      onClose={onClose}
      onSelectAssets={(assets) =>
        onChoose(assets.map(({ documentId, alternativeText, caption }) => ({ src: `media:${documentId}`, alt: alternativeText ?? '', caption: caption ?? '' })))
      }
    />
  );
}
