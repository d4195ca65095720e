import { describeKills } from './testing/describe-kills.ts';

// Before the release is made, while it is, and once it is live; the other points are in the long run.
describeKills(['pull:applied', 'release:flushed', 'release:switched']);
