'use client';

import { Failure } from '#components/frame/failure.tsx';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Failure reference={error.digest} retry={reset} />;
}
