import { startBrowser } from './browser-connection.ts';

startBrowser();
