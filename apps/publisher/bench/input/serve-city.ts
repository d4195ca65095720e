// A CMS with a made city, in a process of its own so that its memory is not the publisher's: fork it with the number of documents.
import type { FeedLine } from '@mingchuang/content';

import { startExampleCms } from '../../src/testing/example-cms.ts';
import { buildDocuments } from './synthetic-documents.ts';

const cms = await startExampleCms();
const { lines, files } = buildDocuments(Number(process.argv[2]));
for (const { id } of files) cms.media.set(id, Buffer.from(`example file ${id}`));
cms.change(...lines);
process.on('message', (changes: FeedLine[]) => {
  cms.change(...changes);
  process.send!('changed');
});
process.send!({ url: cms.url, token: cms.token });
