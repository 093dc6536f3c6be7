import { Button, type ButtonLook } from '#components/ui/button.tsx';

/** Works without script: the answer is a redirect to the identity provider. */
export function LoginForm({ returnTo, label, look }: { returnTo: string; label: string; look: ButtonLook }) {
  return (
    <form method="post" action="/api/login" className="mt-8">
      <input type="hidden" name="returnTo" value={returnTo} />
      <Button look={look} big>
        {label}
      </Button>
    </form>
  );
}
