/**
 * What the most common passwords are put together from, longest first: words, names of systems, rows of keys and
 * digits, in pinyin and English.
 */
export const COMMON_WORDS: readonly string[] = [
  'administrator', 'mingchuang', 'wangchuan', 'changeme', 'password', 'passw', 'iloveyou', 'princess', 'football', 'baseball', 'superman',
  'sunshine', 'woaizhongguo', 'zhongguo', 'woaiwojia', 'woaini', 'zhengfu', 'guanliyuan', 'government', 'portal', 'strapi', 'welcome',
  'default', 'monkey', 'dragon', 'master', 'letmein', 'shadow', 'michael', 'secret', 'service', 'manager', 'system', 'server', 'oracle',
  'huawei', 'computer', 'internet', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedc', 'qazwsx', 'qweasdzxc', 'qweasd', 'qwerty', 'asdfgh',
  'zxcvbn', 'abcdefgh', 'abcdef', 'abcde', 'abcd', 'abc', 'admin', 'guest', 'login', 'mima', 'root', 'test', 'user', 'pass', 'hello', 'china', 'beijing',
  'qwer', 'asdf', 'zxcv', 'qaz', 'wsx', 'aaa', 'zaq', 'xsw', '1qaz', '2wsx', '1234567890', '0123456789', '987654321', '123456789', '12345678', '1234567',
  '123456', '654321', '12345', '1234', '123', '5201314', '1314520', '520', '1314', '888888', '666666', '111111', '000000', '2023', '2024', '2025', '2026', '2027',
];
