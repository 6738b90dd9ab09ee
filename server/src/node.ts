import { startNode } from './node-host.ts';

startNode();
