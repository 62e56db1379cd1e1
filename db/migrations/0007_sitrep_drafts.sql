CREATE TABLE "sitrep_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"number" integer NOT NULL,
	"edition" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"authors" text[] NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"requested_by" text,
	"approved_by" text,
	"publish_by" text,
	"scheduled_day" date,
	"trouble" text,
	CONSTRAINT "sitrep_drafts_state" CHECK (state in ('draft', 'requested', 'approved', 'publishing', 'published', 'discarded')),
	CONSTRAINT "sitrep_drafts_requested" CHECK (state in ('draft', 'discarded') or requested_by is not null),
	CONSTRAINT "sitrep_drafts_approved" CHECK (state not in ('approved', 'publishing', 'published') or approved_by is not null),
	CONSTRAINT "sitrep_drafts_publish" CHECK (state not in ('publishing', 'published') or publish_by is not null)
);
--> statement-breakpoint
CREATE TABLE "edition_languages" (
	"sitrep_id" text NOT NULL,
	"edition" integer NOT NULL,
	"crisis_id" text NOT NULL,
	"language" text NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"pdf" "bytea" NOT NULL,
	"pdf_sha256" text NOT NULL,
	CONSTRAINT "edition_languages_sitrep_id_edition_language_pk" PRIMARY KEY("sitrep_id","edition","language")
);
--> statement-breakpoint
ALTER TABLE "crises" ADD COLUMN "report" jsonb DEFAULT '{"daily":false,"paper":"a4","accent":"blue","organisation":null,"footer":"","leftOut":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sitrep_drafts" ADD CONSTRAINT "sitrep_drafts_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitrep_drafts" ADD CONSTRAINT "sitrep_drafts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitrep_drafts" ADD CONSTRAINT "sitrep_drafts_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitrep_drafts" ADD CONSTRAINT "sitrep_drafts_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitrep_drafts" ADD CONSTRAINT "sitrep_drafts_publish_by_people_id_fk" FOREIGN KEY ("publish_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_languages" ADD CONSTRAINT "edition_languages_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_languages" ADD CONSTRAINT "edition_languages_sitrep_id_edition_editions_sitrep_id_edition_fk" FOREIGN KEY ("sitrep_id","edition") REFERENCES "public"."editions"("sitrep_id","edition") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sitrep_drafts_edition" ON "sitrep_drafts" USING btree ("crisis_id","number","edition") WHERE state <> 'discarded';--> statement-breakpoint
CREATE UNIQUE INDEX "sitrep_drafts_day" ON "sitrep_drafts" USING btree ("crisis_id","scheduled_day");--> statement-breakpoint
CREATE INDEX "sitrep_drafts_publishing" ON "sitrep_drafts" USING btree ("updated_at") WHERE state = 'publishing';--> statement-breakpoint
CREATE INDEX "edition_languages_pdf" ON "edition_languages" USING btree ("pdf_sha256");--> statement-breakpoint
CREATE INDEX "editions_pdf" ON "editions" USING btree ("pdf_sha256");--> statement-breakpoint

-- A further language is written with its edition and before it, so that a published edition can refuse any more.
alter table edition_languages alter constraint "edition_languages_sitrep_id_edition_editions_sitrep_id_edition_fk" deferrable initially deferred;
--> statement-breakpoint
create function refuse_late_language() returns trigger language plpgsql as $$
begin
  if exists (select from editions where sitrep_id = new.sitrep_id and edition = new.edition) then
    raise exception 'A published edition keeps the languages it was published in.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger edition_languages_in_time before insert on edition_languages for each row execute function refuse_late_language();
--> statement-breakpoint
create trigger edition_languages_no_update before update on edition_languages for each row execute function refuse_change();
--> statement-breakpoint
create trigger edition_languages_no_delete before delete on edition_languages for each row execute function refuse_change();
--> statement-breakpoint
create trigger edition_languages_no_truncate before truncate on edition_languages execute function refuse_change();
--> statement-breakpoint

-- A draft changes until it is published or discarded, and is never deleted.
create function change_draft() returns trigger language plpgsql as $$
begin
  if old.state in ('published', 'discarded') then
    raise exception 'The draft is % and does not change any more.', old.state using errcode = 'restrict_violation';
  end if;
  if new.state in ('approved', 'publishing', 'published') and new.approved_by = any (new.authors) and needs_second_person(new.crisis_id) then
    raise exception 'Whoever wrote in the draft cannot approve it: a second person is needed.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sitrep_drafts_change before update on sitrep_drafts for each row execute function change_draft();
--> statement-breakpoint
create trigger sitrep_drafts_no_delete before delete on sitrep_drafts for each row execute function refuse_change();
--> statement-breakpoint
create trigger sitrep_drafts_no_truncate before truncate on sitrep_drafts execute function refuse_change();
