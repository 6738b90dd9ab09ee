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
  'technologies/agent-unattended': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { sort-post: { does: A program reads the post and sorts it, performed_by: [post-sorter], uses: [claim-file] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { post-sorter: { kind: automated-agent } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { sort-post: { does: A program reads the post and sorts it, performed_by: [post-sorter], uses: [claim-file] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { post-sorter: { kind: automated-agent, overseen_by: office manager } }
`,
  },
  'technologies/shared-sign-in': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [claims-app] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { claims-app: { sign_in: shared } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [claims-app] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { claims-app: { sign_in: personal } }
`,
  },
  'technologies/portable-store': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [laptop] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { laptop: { portable: true, protections: { intrusion: Own sign-in, sabotage: Nightly copy } } }
`,
    good: `
kind: work-system
format: 1
title: Claims
activities: { assess: { does: Handlers decide, uses: [claim-file], with: [laptop] } }
information: { claim-file: { sensitivity: confidential } }
technologies: { laptop: { portable: true, protections: { intrusion: Own sign-in, theft: Encrypted disk, sabotage: Nightly copy } } }
`,
  },
};
