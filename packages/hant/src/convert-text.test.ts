import { describe, expect, test } from 'vitest';

import { convertText } from './convert-text.ts';

describe('convertText', () => {
  test.each([
    ['理发店发现头发', '理髮店發現頭髮'],
    ['皇后以后', '皇后以後'],
    ['房间里面，一公里外', '房間裏面，一公里外'],
    ['台风吹过舞台', '颱風吹過舞台'],
    ['干部晒干衣服，不干涉树干', '幹部曬乾衣服，不干涉樹幹'],
    ['面条的面积', '麪條的面積'],
    ['答复、复议与复杂', '答覆、複議與複雜'],
    ['制度规定的制作', '制度規定的製作'],
    ['准予许可，标准照片', '准予許可，標準照片'],
    ['签发人，签名', '簽發人，簽名'],
    ['日历与历史', '日曆與歷史'],
    ['公布征收范围', '公佈徵收範圍'],
    ['老年人乘车优待证', '老年人乘車優待證'],
  ])('writes %s as %s', (simplified, traditional) => {
    expect(convertText(simplified)).toBe(traditional);
  });

  test('keeps official terms, which other places call otherwise', () => {
    expect(convertText('政府信息公开、网络安全、软件')).toBe('政府信息公開、網絡安全、軟件');
  });

  test('leaves Latin letters, digits and what is Traditional already', () => {
    expect(convertText('HJ 2.3—2018 第 5 號')).toBe('HJ 2.3—2018 第 5 號');
  });
});
