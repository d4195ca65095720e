export { loadRenderer, RendererError } from './load-renderer.ts';
