interface Rewriting {
  /** End of the module's path in Strapi's packages. */
  file: string;
  from: string;
  to: string;
}

/** Everything that is written in English into Strapi 5.54 itself and can be seen here. */
export const rewritings: Rewriting[] = [
  { file: 'components/PageHelpers.mjs', from: '`${title} | Strapi`', to: '`${title} | 明窗`' },
  { file: 'components/PageHelpers.mjs', from: "'Loading content.'", to: "'正在载入'" },
  { file: 'components/LazyOutlet.mjs', from: '"Loading content."', to: '"正在载入"' },
  { file: 'components/LeftMenu.mjs', from: 'label: "Menu"', to: 'label: "菜单"' },
  { file: 'components/MediaLibraryBanner.mjs', from: 'if (isDismissed) {', to: 'if (isDismissed || true) {' },
  { file: 'Users/ListPage.mjs', from: "label: 'Firstname'", to: "label: '姓名'" },
  { file: 'Users/ListPage.mjs', from: "label: 'Lastname'", to: "label: '姓'" },
  { file: 'Users/ListPage.mjs', from: "label: 'Email'", to: "label: '邮箱'" },
  { file: 'Users/ListPage.mjs', from: "label: 'Username'", to: "label: '用户名'" },
  { file: 'Users/ListPage.mjs', from: "label: 'Active user'", to: "label: '已启用'" },
  { file: 'components/LocaleTable.mjs', from: 'children: "Actions"', to: 'children: "操作"' },
  { file: 'BulkActions/PublishAction.mjs', from: "label: 'Publication status'", to: "label: '发布状态'" },
  { file: 'Tokens/LifeSpanInput.mjs', from: 'placeholder: "Select"', to: 'placeholder: "请选择"' },
  { file: 'Tokens/TokenTypeSelect.mjs', from: 'placeholder: "Select"', to: 'placeholder: "请选择"' },
];
