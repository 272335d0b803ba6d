// The council room. Every page works without this file.
import { marking } from './marking';
import { session } from './session';

marking();
session();
