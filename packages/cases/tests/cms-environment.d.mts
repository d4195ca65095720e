/** What the CMS needs in its environment. */
export function cmsEnvironment(dataDir: string): Record<string, string>;
/** Boots the CMS in this process, from apps/cms/dist, and answers it with its address. */
export function bootCms(environment: Record<string, string | undefined>): Promise<{ strapi: unknown; url: string; root: string }>;
