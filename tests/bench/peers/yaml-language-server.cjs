// Red Hat's yaml-language-server. With --at-once its wait of 200 ms before each validation is taken out.
if (process.argv.includes('--at-once')) {
  const settings = require('yaml-language-server/out/server/src/yamlSettings.js');
  const { SettingsState } = settings;
  settings.SettingsState = class extends SettingsState {
    constructor() {
      super();
      if (this.validationDelayMs !== 200) throw new Error('yaml-language-server no longer waits 200 ms where it did.');
      this.validationDelayMs = 0;
    }
  };
}
require('yaml-language-server/out/server/src/server.js');
