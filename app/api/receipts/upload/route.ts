import { answerReceipt } from '#lib/server/receipt/answer-receipt.ts';

export const POST = answerReceipt;
