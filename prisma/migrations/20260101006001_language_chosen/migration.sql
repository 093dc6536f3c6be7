-- --- Swedish that somebody chose is another thing than Swedish that everybody begins with --------------------------------------
-- AlterTable
ALTER TABLE "person" ADD COLUMN "locale_chosen" BOOLEAN NOT NULL DEFAULT false;
UPDATE person SET locale_chosen = true WHERE locale <> 'sv';
GRANT UPDATE (locale_chosen) ON person TO portal_app;
-- What is mailed to who never chose is written in the language that they are known to speak.
GRANT SELECT (language) ON participant TO portal_worker;
