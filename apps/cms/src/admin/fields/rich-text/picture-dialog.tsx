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
interface PictureDialogProps {
  onClose: () => void;
  onChoose: (picture: { src: string; alt: string; caption: string }) => void;
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
      onSelectAssets={(assets) => {
        for (const { documentId, alternativeText, caption } of assets) {
          onChoose({ src: `media:${documentId}`, alt: alternativeText ?? '', caption: caption ?? '' });
        }
        onClose();
      }}
    />
  );
}
