import type { SecondFactorSetting } from './second-factor/requirement.ts';

/** The plugin's configuration, from config/plugins.ts. */
export interface AccessConfig {
  /** DATA_DIR: the key of the audit lies in secrets/, its archive in audit/. */
  dataDir: string;
  /** ENCRYPTION_KEY: seals the secrets of authenticators. */
  encryptionKey: string;
  secondFactor: SecondFactorSetting;
}

export const config = {
  default: { dataDir: '', encryptionKey: '', secondFactor: { mode: 'required', exempt: [] } },
  /** @throws {Error} When it is not told where the installation keeps its data, or has no key. */
  validator({ dataDir, encryptionKey }: AccessConfig): void {
    if (!dataDir || !encryptionKey) throw new Error('The plugin access needs dataDir and encryptionKey');
  },
};
