// Boots a CMS of its own for tests that kill it and for the bench: prints its address, then serves until killed.
import { bootCms } from './cms-environment.mjs';

const { url } = await bootCms(process.env);
console.log(`serving ${url}`);
