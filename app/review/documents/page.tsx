import { redirect } from 'next/navigation';

/** The bench has one queue for all kinds; links that people keep still lead to their part of it. */
export default function EarlierQueuePage(): never {
  redirect('/review?kind=finalReport');
}
