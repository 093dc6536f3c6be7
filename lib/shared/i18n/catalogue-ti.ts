// Made by scripts/i18n-missing.ts from PARTICIPANT_FEATURES.
import auth from '#lib/shared/i18n/ti/auth.json' with { type: 'json' };
import choice from '#lib/shared/i18n/ti/choice.json' with { type: 'json' };
import failure from '#lib/shared/i18n/ti/failure.json' with { type: 'json' };
import frame from '#lib/shared/i18n/ti/frame.json' with { type: 'json' };
import languages from '#lib/shared/i18n/ti/languages.json' with { type: 'json' };
import notification from '#lib/shared/i18n/ti/notification.json' with { type: 'json' };
import ownAccess from '#lib/shared/i18n/ti/own-access.json' with { type: 'json' };
import ownActivities from '#lib/shared/i18n/ti/own-activities.json' with { type: 'json' };
import ownData from '#lib/shared/i18n/ti/own-data.json' with { type: 'json' };
import ownDocuments from '#lib/shared/i18n/ti/own-documents.json' with { type: 'json' };
import ownExperience from '#lib/shared/i18n/ti/own-experience.json' with { type: 'json' };
import ownNotification from '#lib/shared/i18n/ti/own-notification.json' with { type: 'json' };
import ownPlan from '#lib/shared/i18n/ti/own-plan.json' with { type: 'json' };
import ownProblem from '#lib/shared/i18n/ti/own-problem.json' with { type: 'json' };
import ownRights from '#lib/shared/i18n/ti/own-rights.json' with { type: 'json' };
import paperCode from '#lib/shared/i18n/ti/paper-code.json' with { type: 'json' };
import participant from '#lib/shared/i18n/ti/participant.json' with { type: 'json' };
import problem from '#lib/shared/i18n/ti/problem.json' with { type: 'json' };
import providerSearch from '#lib/shared/i18n/ti/provider-search.json' with { type: 'json' };
import rating from '#lib/shared/i18n/ti/rating.json' with { type: 'json' };
import receipt from '#lib/shared/i18n/ti/receipt.json' with { type: 'json' };
import ui from '#lib/shared/i18n/ti/ui.json' with { type: 'json' };
import wordList from '#lib/shared/i18n/ti/word-list.json' with { type: 'json' };

export const TI = {
  auth,
  choice,
  failure,
  frame,
  languages,
  notification,
  'own-access': ownAccess,
  'own-activities': ownActivities,
  'own-data': ownData,
  'own-documents': ownDocuments,
  'own-experience': ownExperience,
  'own-notification': ownNotification,
  'own-plan': ownPlan,
  'own-problem': ownProblem,
  'own-rights': ownRights,
  'paper-code': paperCode,
  participant,
  problem,
  'provider-search': providerSearch,
  rating,
  receipt,
  ui,
  'word-list': wordList,
};
