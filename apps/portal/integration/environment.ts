const { env } = process;

/** Everything the portal's build takes from outside. The only file that reads the environment. */
export const environment = {
  /** Where the site is written. */
  outDir: env.OUT_DIR ?? './dist',
  /** The CMS to pull from, and a token with the rights of the feed. */
  cmsUrl: env.CMS_URL,
  cmsToken: env.CMS_TOKEN,
  /** Domain or 网站标识码 of the site to build; the one with the lowest code when left out. */
  site: env.SITE,
  /** A file with the lines of a full export, instead of a CMS. */
  snapshot: env.SNAPSHOT,
  /** Files of that export, named by their document id. */
  media: env.MEDIA,
  /** Where variants of pictures are kept from one build to the next; a CI keeps this folder. */
  pictureCache: env.PICTURE_CACHE ?? './.cache/pictures',
  /** Day the site is built for, YYYY-MM-DD; today when left out. */
  today: env.TODAY,
};
