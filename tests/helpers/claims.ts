/** The name of the file that most tests of the server are about. */
export const FILE = 'claims.work-system.yaml';

/** Handlers who decide on claims, and a confidential file that nothing is said about yet. */
export const CLAIMS = `kind: work-system
format: 1
title: Claims
participants: { handlers: { name: Claims handlers } }
activities:
  assess: { does: Handlers decide, performed_by: [handlers], uses: [claim-file] }
information:
  claim-file: { name: The claim file, sensitivity: confidential }
`;

/** The same work with one fault: its activity names “handler”, which stands nowhere. */
export const MISSPELT = `kind: work-system
format: 1
title: Claims
roles: { office-manager: Runs the office }
security_lead: office-manager
participants: { handlers: Claims handlers }
activities:
  assess: { does: Handlers decide, performed_by: [handler] }
`;
