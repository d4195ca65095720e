import { open, type ZipFile } from 'yauzl';

const MAX_ENTRIES = 20_000;
/** Names of programs and scripts. A visitor must not be able to start anything downloaded from the government's site. */
const PROGRAM = /\.(exe|dll|com|scr|pif|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar|apk|reg|sh)$/i;
const MACRO = /(^|\/)(vbaProject\.bin|vbaData\.xml|xlmMacros?\b.*|macrosheets\/.*)$/i;

/**
 * Looks at the list of contents of a ZIP container: is it whole, is it the document it says, does it carry macros or
 * programs. Nothing is unpacked.
 *
 * @param part The entry that must be there.
 * @returns Why the file is refused.
 */
export async function inspectZip(file: string, part?: string): Promise<string | undefined> {
  let names: string[] | undefined;
  try {
    names = await listNames(await openZip(file));
  } catch {
    return '压缩包不完整或已损坏，请用原来的软件重新保存';
  }
  if (!names) return `压缩包里的文件超过 ${MAX_ENTRIES} 个，请分成几个上传`;
  if (part && !names.includes(part)) return '内容不是这种文档，请用 Word、WPS 等原来的软件重新保存';
  if (names.some((name) => MACRO.test(name))) return '文档里有宏，打开它的人可能中毒。请另存为不含宏的文档';
  const program = names.find((name) => PROGRAM.test(name));
  if (program) return `里面有程序文件“${program.split('/').at(-1)}”。请删掉它再压缩上传`;
  return undefined;
}

function openZip(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Chinese names of older archives are GBK without saying so: they are only compared, so any decoding does.
    open(file, { lazyEntries: true, decodeStrings: true, validateEntrySizes: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

/** @returns `undefined` when there are too many. @throws {Error} When the container is damaged or a path leads out of it. */
function listNames(zip: ZipFile): Promise<string[] | undefined> {
  return new Promise((resolve, reject) => {
    const names: string[] = [];
    const end = (result: string[] | undefined) => {
      zip.close();
      resolve(result);
    };
    if (zip.entryCount > MAX_ENTRIES) return end(undefined);
    zip.on('error', reject);
    zip.on('end', () => end(names));
    zip.on('entry', ({ fileName }: { fileName: string }) => {
      names.push(fileName);
      zip.readEntry();
    });
    return zip.readEntry();
  });
}
