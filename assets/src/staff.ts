// Officers' and producers' pages. Every page works without this file.
import { autosave } from './autosave';
import { session } from './session';
import { table } from './table';
import { upload } from './upload';

autosave();
table();
upload();
session();
