import type { Locator } from '@playwright/test';

/** The amounts that stand there, in kronor, in the order they are read. */
export async function kronorIn(place: Locator): Promise<number[]> {
  const amounts = (await place.innerText()).matchAll(/(\d[\d\s]*(?:,\d\d)?)\skr/g);
  return [...amounts].map(([, amount = '']) => Number(amount.replaceAll(/\s/g, '').replace(',', '.')));
}
