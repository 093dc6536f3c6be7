/** An address or a name as it stands on signs and letters, in Swedish whatever the page is in and from left to right. */
export function Premises({ street, place }: { street: string; place: string }) {
  return (
    <bdi lang="sv">
      {street}, {place}
    </bdi>
  );
}

/** What a provider says of itself, as it was written. */
export function OwnWords({ ownWords }: { ownWords: string }) {
  return (
    <q lang="sv" dir="ltr" className="inline-block">
      {ownWords}
    </q>
  );
}
