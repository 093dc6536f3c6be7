import { Button } from '#components/ui/button.tsx';

/** Works without script: the answer is a redirect to the identity provider. */
export function LoginForm({ returnTo, label }: { returnTo: string; label: string }) {
  return (
    <form method="post" action="/api/login" className="mt-8">
      <input type="hidden" name="returnTo" value={returnTo} />
      <Button look="go" big>
        {label}
      </Button>
    </form>
  );
}
