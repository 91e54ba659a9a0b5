import type { Slip } from '@aigaq/contracts';

/** Passwords live in this page's memory only: no address, no storage of the browser, gone with the tab. */
let kept: readonly Slip[] = [];

export function keepSlips(slips: readonly Slip[]): void {
  kept = slips;
}

export function keptSlips(): readonly Slip[] {
  return kept;
}

export function forgetSlips(): void {
  kept = [];
}
