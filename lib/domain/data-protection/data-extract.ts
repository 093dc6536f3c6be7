import { ROLES } from '#lib/domain/actor/role.ts';

/** For how many days an extract waits to be fetched. */
export const DATA_EXTRACT_DAYS = 7;

/** Everybody has a right to know what is kept about themselves (General Data Protection Regulation, article 15). */
export const DATA_EXTRACT_ROLES = ROLES;

export const DATA_EXTRACT_STATES = ['waiting', 'running', 'ready', 'fetched', 'failed', 'gone'] as const;
export type DataExtractState = (typeof DATA_EXTRACT_STATES)[number];

export type DataExtractView = {
  readonly id: string;
  readonly state: DataExtractState;
  readonly tablesTotal: number;
  readonly tablesDone: number;
  readonly bytes: number;
  readonly requestedAt: Date;
  readonly fetchedAt: Date | null;
};
