import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { maskName, maskText } from './masking.ts';

describe('maskText', () => {
  test.each([
    ['我叫李晓梅，住在城东。', '我叫李**，住在城东。'],
    ['联系人：陈建国，请回电。', '联系人：陈**，请回电。'],
    ['我的电话是13812345678。', '我的电话是138****5678。'],
    ['手机 138 1234 5678', '手机 138****5678'],
    ['+86 13812345678', '138****5678'],
    ['全角１３８１２３４５６７８也要遮', '全角138****5678也要遮'],
    ['座机 0571-88886666', '座机 0571-********'],
    ['座机：88886666', '座机：********'],
    ['身份证号110101199003071234，请核实', '身份证号110101********1234，请核实'],
    ['11010119900307123X', '110101********123X'],
    ['旧证 110101900307123', '旧证 110101******123'],
    ['卡号 6222 0200 1234 5678 901', '卡号 ************8901'],
    ['6222020012345678', '************5678'],
    ['车牌川A12345占道', '车牌川A*****占道'],
    ['川A·D12345', '川A*****'],
    ['住在锦绣花园3栋2单元501室', '住在锦绣花园**栋'],
    ['12号楼1502', '**号楼'],
    ['二单元301', '**单元'],
    ['望江路88号', '望江路**号'],
    ['邮箱 zhang.san@example.com', '邮箱 z***@example.com'],
    ['微信号：abc_12345', '微信号：******'],
  ])('turns %s into %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  test.each([
    '请问2026年居民医保什么时候缴费，每人380元吗？',
    '12路公交车早上6:30到7:30一直不来，已经等了45分钟。',
    '根据国发〔2019〕5号文件，企业可以减免。',
    '建议在滨江公园增加20个座椅和3处饮水点。',
    '请拨打12345或者110。',
    '1234567890 吨',
  ])('leaves alone what identifies nobody: %s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  test("hides the citizen's own name and number wherever they stand", () => {
    const masked = maskText('本人欧阳晓，电话138-1234-5678。欧阳晓敬上', { name: '欧阳晓', phone: '13812345678' });
    expect(masked).toBe('本人欧**，电话138****5678。欧**敬上');
  });

  test('changes nothing when run twice', () => {
    fc.assert(
      fc.property(anyLetter(), (text) => {
        const once = maskText(text);
        expect(maskText(once)).toBe(once);
      }),
    );
  });

  test('never leaves a mobile or identity number in the text', () => {
    fc.assert(
      fc.property(anyLetter(), (text) => {
        const masked = maskText(text);
        expect(masked).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
        expect(masked).not.toMatch(/(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d)\d{3}[\dX](?!\d)/);
      }),
    );
  });

  test("never leaves the citizen's own name", () => {
    fc.assert(
      fc.property(fc.constantFrom('王小明', '司马青', '李四'), anyLetter(), anyLetter(), (name, before, after) => {
        expect(maskText(before + name + after, { name })).not.toContain(name);
      }),
    );
  });

  test('is the same text when it has neither digits nor names', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'我市公园座椅路灯坏了请尽快修好谢谢，。')), (letters) => {
        expect(maskText(letters.join(''))).toBe(letters.join(''));
      }),
    );
  });
});

describe('maskName', () => {
  test.each([
    ['王小明', '王**'],
    ['李四', '李**'],
    ['John', 'J**'],
    ['', '市民'],
    [undefined, '市民'],
  ])('shows %s as %s', (name, masked) => expect(maskName(name)).toBe(masked));
});

/** Text as people write it, with numbers of every sort thrown in. */
function anyLetter(): fc.Arbitrary<string> {
  const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
  const piece = fc.oneof(
    fc.constantFrom('我家在', '望江路', '号', '栋', '单元', '室', '，', '。', '电话', '：', ' ', '-', '川A', '请尽快处理'),
    digits(9).map((rest) => `13${rest}`),
    digits(3).map((rest) => `11010119900307${rest}X`),
    fc.integer({ min: 1, max: 20 }).chain(digits),
  );
  return fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
}
