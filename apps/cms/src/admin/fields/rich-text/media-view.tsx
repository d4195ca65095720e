import { useFetchClient } from '@strapi/strapi/admin';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useEffect, useState } from 'react';

interface Found {
  results: { url: string }[];
}

/** Shows a picture of the document from the media library, which is open to whoever is signed in. */
export function MediaView({ node, selected }: NodeViewProps) {
  const { get } = useFetchClient();
  const [url, setUrl] = useState<string>();
  const { src, alt } = node.attrs as { src: string | null; alt: string };

  useEffect(() => {
    const documentId = src?.replace('media:', '');
    if (!documentId) return;
    get<Found>('/upload/files', { params: { filters: { documentId }, pageSize: 1 } }).then(
      ({ data }) => setUrl(data.results[0]?.url),
      () => setUrl(undefined),
    );
  }, [get, src]);

  return (
    <NodeViewWrapper as="span" data-drag-handle style={{ display: 'block', outline: selected ? '2px solid #2b6ca8' : undefined }}>
      {url ? <img src={url} alt={alt} /> : <span>（图片：{alt || '没有替代文字'}）</span>}
    </NodeViewWrapper>
  );
}
