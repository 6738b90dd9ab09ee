import { CLAIMS, type Claim } from './claims.ts';
import type { Outcome } from './outcome.ts';

export const HEADINGS = ['What', 'Against', 'Result', 'Middle half', 'Medians', 'Target', 'Met'] as const;

/** The cells of one row. A row that was not measured says so. */
export function cells(claim: Claim, outcome: Outcome | undefined): string[] {
  const { atMost, unit } = claim;
  const figure = (value: number): string =>
    unit ? `${Math.round(value)} ${unit}` : value.toFixed(value < 0.1 ? 3 : 2);
  return [
    claim.what,
    claim.against,
    outcome ? figure(outcome.value) : 'not measured',
    outcome ? `${figure(outcome.low)} to ${figure(outcome.high)}` : '',
    outcome?.medians ?? '',
    atMost === undefined ? '' : `≤ ${atMost}${unit ? ` ${unit}` : ''}`,
    atMost === undefined || !outcome ? '' : outcome.value <= atMost ? 'yes' : 'no',
  ];
}

export const row = (outcome: Outcome): string[] => cells(CLAIMS[outcome.claim], outcome);
