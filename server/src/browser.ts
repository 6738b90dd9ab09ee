import { startBrowser } from './browser-host.ts';

startBrowser();
