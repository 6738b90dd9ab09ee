import { startNode } from './node-connection.ts';

startNode();
