/// <reference types="astro/client" />

/** The mark of the components this build was made of (integration/digest-components.ts). */
declare const __COMPONENTS__: string;

declare namespace App {
  interface Locals {
    /** The page to draw, handed over by the renderer; the static build hands it over as a prop. */
    drawable?: import('@mingchuang/content').Drawable;
    /** Why drawing failed; Astro itself only answers 500. */
    failure?: unknown;
  }
}
