/** Where the pages of the rules are read on the web; the same pages lie in `docs/rules/`. */
export const RULES_URL = 'https://github.com/work-system-security/work-system-security/blob/main/docs/rules';

/** The page of a rule. */
export const ruleUrl = (id: string): string => `${RULES_URL}/${id}.md`;
