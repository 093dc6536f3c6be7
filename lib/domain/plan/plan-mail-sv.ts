function mail(subject: string, about: string): { readonly subject: string; readonly text: string } {
  return {
    subject,
    text: `Hej!\n\n${about}\n\nDet här mejlet innehåller inga personuppgifter. Logga in för att läsa mer.\n`,
  };
}

/** To the coach: a participant has commented on the joint plan. */
export const COMMENTED_MAIL = mail(
  'En ny kommentar till en gemensam planering',
  'En av dina deltagare har kommenterat sin planering. Kommentaren finns i Leverantörsportalen, under Att göra.',
);
