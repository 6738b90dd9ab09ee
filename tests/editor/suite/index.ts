import './findings.ts';
import './panel.ts';
import './views.ts';
import './charter.ts';
import './paper.ts';
import './settings.ts';
import './writing.ts';
import './server.ts';

export { run } from './outcomes.ts';
