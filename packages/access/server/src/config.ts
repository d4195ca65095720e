/** The plugin's configuration, from config/plugins.ts. */
export interface AccessConfig {
  /** DATA_DIR: the key of the audit lies in secrets/, its archive in audit/. */
  dataDir: string;
}

export const config = {
  default: { dataDir: '' },
  /** @throws {Error} When it is not told where the installation keeps its data. */
  validator({ dataDir }: AccessConfig): void {
    if (!dataDir) throw new Error('The plugin access needs dataDir');
  },
};
