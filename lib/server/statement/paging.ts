import type { Paged } from '#lib/domain/statement/statement-view.ts';

export const PAGE_SIZE = 50;

export function offsetOf(page: number): number {
  return (page - 1) * PAGE_SIZE;
}

/** A page of a list; one past the end is an empty page, not a fault. */
export function paged<Item>(items: readonly Item[], total: number, page: number): Paged<Item> {
  return { items, total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}
