/** Who may see the audit, and who may take it out of the platform. */
export const AUDIT_ACTIONS = [
  { section: 'plugins', displayName: '查看审计记录', uid: 'audit.read', pluginName: 'access', subCategory: '审计' },
  { section: 'plugins', displayName: '导出审计记录', uid: 'audit.export', pluginName: 'access', subCategory: '审计' },
];

export const MAY_READ = 'plugin::access.audit.read';
export const MAY_EXPORT = 'plugin::access.audit.export';
