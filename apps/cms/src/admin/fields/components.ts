import type { RowSchema } from './say-row.ts';

declare global {
  interface ImportMeta {
    /** Vite's: modules by a pattern of paths. */
    glob<T>(pattern: string, options: { eager: true; import: 'default' }): Record<string, T>;
  }
  interface Window {
    /** Called by Strapi's repeatable components (see ../rewritings.ts). */
    sayRow?: (uid: string, row: Record<string, unknown> | undefined) => string;
  }
}

/** The schemas of all components, by uid: `service.material`. */
export function readComponents(): Record<string, RowSchema> {
  const files = import.meta.glob<RowSchema>('../../components/*/*.json', { eager: true, import: 'default' });
  return Object.fromEntries(
    Object.entries(files).map(([path, schema]) => {
      const [folder, name] = path.replace('.json', '').split('/').slice(-2);
      return [`${folder}.${name}`, schema];
    }),
  );
}
