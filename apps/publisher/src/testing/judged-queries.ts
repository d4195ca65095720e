/** What people type, and a page of the examples' city that must be among the first three. */
export const JUDGED: Record<string, string> = {
  居住证: '/fuwu/geren/202608/jzz3m9x1/',
  租房提取公积金: '/fuwu/wenda/202609/w3q7e1r5/',
  加装电梯谁出钱: '/gongkai/jiedu/202611/c9k5j7h3/',
  冬季供暖: '/zixun/yaowen/202611/n4h8k2w6/',
  夜间公交: '/zixun/yaowen/202611/x5b9r3n7/',
  医保什么时候缴: '/fuwu/wenda/202611/y9u5i1o7/',
  托育补助: '/gongkai/guifan/202610/t5y9u3c7/',
  斑马线: '/hudong/laixin/202611/b5n1m7k3/',
  教师资格: '/zixun/tongzhi/202606/d6g2l8s5/',
  河西路封闭施工: '/zixun/tongzhi/202611/q8w4z6j2/',
  市公安局: '/jigou/gaj/',
  北渡大桥: '/gongkai/xiangmu/202611/p6b3r8q2/',
};
/** Words that the edits write. */
export const WRITTEN = ['供暖和居住证', '修改', '第3次修改'];
