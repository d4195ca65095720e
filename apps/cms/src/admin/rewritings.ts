interface Rewriting {
  /** End of the module's path in Strapi's packages and what they bring along. */
  file: string;
  from: string;
  to: string;
}

/** Everything that is written in English, or points to Strapi's company, in Strapi 5.54 itself and can be seen here. */
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
  { file: 'Users/ListPage.mjs', from: "isActive ? 'Active' : 'Inactive'", to: "isActive ? '已启用' : '未启用'" },
  { file: 'components/LocaleListCell.mjs', from: '`${locale.name} (default)`', to: '`${locale.name}（默认）`' },
  { file: 'design-system/dist/index.mjs', from: '"Choose date"', to: '"选择日期"' },
  { file: 'design-system/dist/index.mjs', from: '"Choose time"', to: '"选择时间"' },
  { file: 'sonner/dist/index.mjs', from: "containerAriaLabel = 'Notifications'", to: "containerAriaLabel = '通知'" },
  { file: 'ApplicationInfo/ApplicationInfoPage.mjs', from: 'children: window.strapi.projectType', to: "children: '社区版'" },
  { file: 'ApplicationInfo/ApplicationInfoPage.mjs', from: 'href: "https://strapi.io/pricing-self-hosted"', to: "href: '#', hidden: true, style: { display: 'none' }" },
  { file: 'components/ErrorElement.mjs', from: 'href: "https://github.com/strapi/strapi/issues/new?assignees=&labels=&projects=&template=BUG_REPORT.md"', to: "href: '#', hidden: true, style: { display: 'none' }" },
  // The word beside it says it in Chinese.
  { file: 'components/DocumentStatus.mjs', from: '"aria-label": status,', to: '' },
  // Its own two sections, one of them empty, would be a wall of twenty types by the alphabet.
  { file: 'content-manager/dist/admin/components/LeftMenu.mjs', from: 'children: menu.map((section)=>{', to: 'children: (window.groupTypes ?? ((sections)=>sections))(menu).map((section)=>{' },
  // The page after the first registration asks for Strapi's statistics and sends them.
  { file: 'components/Register.mjs', from: "pathname: '/usecase'", to: "pathname: '/'" },
  // A row that is closed would show one text field, or the English key of an enumeration.
  {
    file: 'Component/Repeatable.mjs',
    from: "const displayedValue = typeof displayValue === 'string' ? displayValue : '';",
    to: "const displayedValue = window.sayRow(attributeComponent, useForm('RepeatableComponent', (state)=>getIn(state.values, name.split('.')))) || (typeof displayValue === 'string' ? displayValue : '');",
  },
  // A form that has saved itself may be left without a question.
  { file: 'components/Form.mjs', from: 'return hasUnsavedEdits && (', to: 'return hasUnsavedEdits && !window.savedByItself && (' },
  { file: 'hooks/useWarnIfUnsavedChanges.mjs', from: 'const handleBeforeUnload = (e)=>{', to: 'const handleBeforeUnload = (e)=>{ if (window.savedByItself) return;' },
];
