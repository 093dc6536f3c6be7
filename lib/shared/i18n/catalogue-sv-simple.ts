// Made by scripts/i18n-missing.ts from PARTICIPANT_FEATURES.
import auth from '#lib/shared/i18n/sv-simple/auth.json' with { type: 'json' };
import choice from '#lib/shared/i18n/sv-simple/choice.json' with { type: 'json' };
import frame from '#lib/shared/i18n/sv-simple/frame.json' with { type: 'json' };
import notification from '#lib/shared/i18n/sv-simple/notification.json' with { type: 'json' };
import participant from '#lib/shared/i18n/sv-simple/participant.json' with { type: 'json' };
import plan from '#lib/shared/i18n/sv-simple/plan.json' with { type: 'json' };
import problem from '#lib/shared/i18n/sv-simple/problem.json' with { type: 'json' };
import providerSearch from '#lib/shared/i18n/sv-simple/provider-search.json' with { type: 'json' };
import rating from '#lib/shared/i18n/sv-simple/rating.json' with { type: 'json' };
import ui from '#lib/shared/i18n/sv-simple/ui.json' with { type: 'json' };

export const SV_SIMPLE = {
  auth,
  choice,
  frame,
  notification,
  participant,
  plan,
  problem,
  'provider-search': providerSearch,
  rating,
  ui,
};
