import type { Examples } from './example.ts';

export const technologies: Examples = {
  'technologies/unprotected': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [claims-app] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { claims-app: The claims program }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [claims-app] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { claims-app: { protections: { intrusion: Second factor, theft: Encrypted laptops, sabotage: Restore tested each quarter } } }
`,
  },
  'technologies/unwatched': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [claims-app] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { claims-app: The claims program }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [claims-app] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { claims-app: { watched_by: { who: it provider, how: Sign-in alert, every: day } } }
`,
  },
  'technologies/personal-device-rule-missing': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [own-phone] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { own-phone: { ownership: personal } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [own-phone] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { own-phone: { ownership: personal, personal_device_rule: Calls only; no photos of files } }
`,
  },
};
