// Builds the static site from the CMS and deploys it: what .github/workflows/publish.yml calls, also by hand.
const HELP = `用法：node scripts/publish-static.mjs

从后台取全部已发布的内容，构建静态网站，检查，再部署到 DEPLOY_TARGET。只传有变化的文件：先传新的，最后删旧的。

环境变量：
  CMS_URL CMS_TOKEN    后台的地址和读取令牌（后台的 FEED_TOKEN）
  SITE                 有几个网站时构建哪一个：域名或网站标识码；不写时是标识码最小的
  DEPLOY_TARGET        部署到哪里，三种写法：
                         folder:/srv/www/portal            本机文件夹
                         rsync:deploy@www.example:/srv/www  用 rsync 经 ssh
                         s3://桶名/前缀                      S3 兼容的对象存储
  DEPLOY_KEY           ssh 私钥的内容；DEPLOY_KNOWN_HOSTS 是那台主机的公钥行（ssh-keyscan 取得并核对）
  DEPLOY_S3_ENDPOINT DEPLOY_S3_REGION DEPLOY_S3_ACCESS_KEY_ID DEPLOY_S3_SECRET_ACCESS_KEY
  DEPLOY_ANYWAY=1      页面比上次少了一半以上也照样部署
不设 DEPLOY_TARGET 时只构建和检查。`;

if (process.argv.includes('--help')) {
  console.log(HELP);
} else {
  const { fail, say, during } = await import('./steps/say.mjs');
  try {
    const { install } = await import('./steps/install.mjs');
    const { buildSite, readStaticSettings } = await import('./static/build-site.mjs');
    const { checkSite } = await import('./static/check-site.mjs');
    const { deploy } = await import('./static/deploy.mjs');
    const settings = readStaticSettings(process.env);
    await install();
    const folder = await buildSite(settings);
    const site = checkSite(folder);
    say(`检查通过：${site.pages} 页`);
    if (!settings.target) say(`没有设 DEPLOY_TARGET，只构建在 ${folder}`);
    else {
      const { written, removed } = await during('部署', () => deploy(folder, site, settings));
      say(`已部署：写入 ${written} 个文件，删除 ${removed} 个`);
    }
  } catch (error) {
    fail(error);
  }
}
