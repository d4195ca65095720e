import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { documents, exportLines, seedCity, startCms, type TestCms } from './cms.ts';
import { addFile, replaceFile, type TestFile } from './files.ts';
import { findMisfit, Replica } from './replica.ts';

let cms: TestCms;
let city: Awaited<ReturnType<typeof seedCity>>;
let files: TestFile[];
let columns: string[];
beforeAll(async () => {
  cms = await startCms();
  city = await seedCity(cms);
  files = [await addFile(cms, '甲.png'), await addFile(cms, '乙.png')];
  columns = [city.news, city.policies, await city.column('gonggao', '公告', { parent: city.news })];
});
afterAll(() => cms.stop());

type Step = { what: string; which: number; other: number };
const ACTIONS = [
  'create',
  'edit',
  'publish',
  'publish',
  'move',
  'amend',
  'amend',
  'interpret',
  'unpublish',
  'delete',
  'discard',
  'rename',
  'file',
  'cover',
  'clone',
] as const;
const step: fc.Arbitrary<Step> = fc.record({ what: fc.constantFrom(...ACTIONS), which: fc.nat(50), other: fc.nat(50) });

/** The policies there are, in the order they were made; steps choose among them. */
let policies: string[] = [];
const interpretations: string[] = [];
let counter = 0;

async function take({ what, which, other }: Step): Promise<void> {
  const service = documents(cms, 'policy-document');
  const pick = <T>(list: readonly T[], index: number) => list[index % list.length];
  const documentId = pick(policies, which);
  const column = pick(columns, other)!;
  const data = () => ({
    title: `文件${++counter}`,
    column,
    agency: city.agency,
    issuer: '市政府',
    validity: 'effective',
    body: `<p>${counter}</p>`,
  });
  if (what === 'create' || !documentId) policies.push((await service.create({ data: data() })).documentId);
  else if (what === 'edit')
    await service.update({
      documentId,
      data: { title: `改${++counter}`, body: `<p><img src="media:${pick(files, other)!.documentId}" alt="图"></p>` },
    });
  else if (what === 'publish') await service.publish({ documentId });
  else if (what === 'move') await service.update({ documentId, data: { column }, status: 'published' });
  else if (what === 'amend')
    await service.update({
      documentId,
      data: { amends: [pick(policies, other)!], repeals: [] },
      ...(other % 2 ? { status: 'published' } : {}),
    });
  else if (what === 'interpret') {
    const interpretation = await documents(cms, 'interpretation').create({
      data: {
        title: `解读${++counter}`,
        column,
        agency: city.agency,
        form: 'text',
        body: '<p>解</p>',
        documents: [documentId],
      },
      ...(other % 2 ? { status: 'published' } : {}),
    });
    interpretations.push(interpretation.documentId);
    await service.update({
      documentId,
      data: { interpretations: interpretations.filter((_, index) => (index + which) % 3) },
      status: 'published',
    });
  } else if (what === 'unpublish') await service.unpublish({ documentId });
  else if (what === 'discard') {
    // Discarding a draft that was never published deletes it; the panel offers it for published documents only.
    if (await service.findOne({ documentId, status: 'published' })) await service.discardDraft({ documentId });
  } else if (what === 'clone') policies.push((await service.clone({ documentId, data: {} })).documentId);
  else if (what === 'rename')
    await documents(cms, 'column').update({
      documentId: column,
      data: { slug: `lan${++counter}` },
      status: 'published',
    });
  else if (what === 'file') await replaceFile(cms, pick(files, other)!);
  else if (what === 'cover') {
    const interpretation = pick(interpretations, other);
    if (interpretation)
      await documents(cms, 'interpretation').update({
        documentId: interpretation,
        data: { cover: pick(files, which)!.id },
        status: 'published',
      });
  } else if (what === 'delete') {
    await service.delete({ documentId });
    policies = policies.filter((id) => id !== documentId);
  }
}

test('whoever follows the changes holds exactly what a full export says, whatever editors do', async () => {
  const follower = new Replica().read(await exportLines(cms));
  const everLive = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      for (const one of steps) await take(one);
      follower.read(await cms.feed.changes({ epoch: follower.epoch, after: follower.sequence }));
      const whole = new Replica().read(await exportLines(cms));
      expect(follower.content()).toEqual(whole.content());

      const { entries, addresses } = whole.content();
      expect(entries.map(findMisfit).filter(Boolean)).toEqual([]);
      const live = entries.map(({ data }) => data.path as string).filter(Boolean);
      expect(new Set(live).size).toBe(live.length);
      expect(live.filter((path) => whole.addresses.has(path))).toEqual([]);
      for (const path of live) everLive.add(path);
      expect([...everLive].filter((path) => !live.includes(path) && !whole.addresses.has(path))).toEqual([]);
      expect(
        addresses.filter(({ state, to }) => state === 'moved' && whole.addresses.get(to!)?.state === 'moved'),
      ).toEqual([]);
    }),
    { endOnFailure: true, numRuns: 8, interruptAfterTimeLimit: 25_000, markInterruptAsFailure: false },
  );
});
