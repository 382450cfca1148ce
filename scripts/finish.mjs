// After trunk's build. One after the other: the list of files knows their final names. (Trunk runs several
// hooks at the same time.)
import './name-app.mjs';
import { listFiles } from './list-files.mjs';

listFiles(process.env.TRUNK_STAGING_DIR);
