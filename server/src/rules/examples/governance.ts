import type { Examples } from './example.ts';

export const governance: Examples = {
  'governance/no-security-lead': {
    bad: `
kind: work-system
format: 1
title: Claims
activities: { assess: Handlers decide the claim }
`,
    good: `
kind: work-system
format: 1
title: Claims
roles: { office-manager: Runs the office }
security_lead: office-manager
activities: { assess: Handlers decide the claim }
`,
  },
  'governance/no-incident-response': {
    bad: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
information: { claim-file: { sensitivity: confidential } }
incident_response: { responder: office manager, report_to: Extension 204 }
`,
  },
  'governance/reporting-unknown': {
    bad: `
kind: work-system
format: 1
title: Claims
incident_response: { responder: office manager, report_to: Extension 204 }
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: Claims handlers }
information: { claim-file: { sensitivity: confidential } }
`,
    good: `
kind: work-system
format: 1
title: Claims
incident_response: { responder: office manager, report_to: Extension 204, known_by: [handlers] }
activities: { assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] } }
participants: { handlers: Claims handlers }
information: { claim-file: { sensitivity: confidential } }
`,
  },
};
