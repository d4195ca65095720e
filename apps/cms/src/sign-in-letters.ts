/** The letter Strapi sends to whoever forgot the password; it fills in the address. The hour is that of config/admin.ts. */
export const FORGOTTEN_PASSWORD = {
  subject: '重新设置您的后台密码',
  text: `有人（应该是您）在后台登录页点了“忘记密码”。请在一小时内打开下面的网址，设置新密码：

<%= url %>

如果不是您本人点的，不用理会这封信，密码不会改变；一再收到时请告诉站点管理员。`,
  html: `<p>有人（应该是您）在后台登录页点了“忘记密码”。请在一小时内打开下面的网址，设置新密码：</p>
<p><a href="<%= url %>"><%= url %></a></p>
<p>如果不是您本人点的，不用理会这封信，密码不会改变；一再收到时请告诉站点管理员。</p>`,
};
