/** Classes of information from the mildest to the gravest, with what each means for the work. */
export const SENSITIVITY = {
  public: 'Anyone may see it',
  internal: 'For the organisation; little harm if it got out',
  confidential: 'Harm to people or to the firm if it leaked, was lost or was wrong',
  restricted: 'Grave harm; only a few named people may see it',
} as const;

export type Sensitivity = keyof typeof SENSITIVITY;

export const PERSONAL_DATA = {
  none: 'It tells nothing about people',
  personal: 'It tells something about people who can be recognised',
  'special-category': 'Health, belief, origin and the like',
} as const;

/** What a goal, an incentive or an objective pushes for. */
export const PUSH = ['speed', 'volume', 'cost', 'quality', 'protection', 'other'] as const;
