CREATE TABLE "audit_head" (
	"id" smallint PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"crisis_id" text,
	"subject" text NOT NULL,
	"details" jsonb NOT NULL,
	"digest" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_log_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "citations" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"figure_id" text,
	"note_id" text,
	"dispute_id" text,
	"version" integer NOT NULL,
	"position" integer NOT NULL,
	"document_id" text NOT NULL,
	"quote" text NOT NULL,
	"language" text NOT NULL,
	"relation" text NOT NULL,
	"quote_start" integer,
	"quote_end" integer,
	CONSTRAINT "citations_one_owner" CHECK (num_nonnulls(figure_id, note_id, dispute_id) = 1),
	CONSTRAINT "citations_position" CHECK ((quote_start is null and quote_end is null) or quote_start < quote_end)
);
--> statement-breakpoint
CREATE TABLE "crises" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"subtitle" text NOT NULL,
	"time_zone" text NOT NULL,
	"start_day" date NOT NULL,
	"end_day" date,
	"languages" jsonb NOT NULL,
	"cut_off" text NOT NULL,
	"policy" jsonb NOT NULL,
	"naming_preference" jsonb NOT NULL,
	"disclaimer" text NOT NULL,
	"publisher" text NOT NULL,
	"contact" text NOT NULL,
	"reconstruction" boolean NOT NULL,
	"exercise" boolean NOT NULL,
	"four_eyes" boolean NOT NULL,
	"ombudsman" text,
	"groups" jsonb NOT NULL,
	"key_figures" jsonb NOT NULL,
	"charts" jsonb NOT NULL,
	"claimant_order" jsonb NOT NULL,
	"loaded_at" timestamp(3) with time zone,
	"revision" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "crises_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "ledger_revision" (
	"id" smallint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispute_versions" (
	"dispute_id" text NOT NULL,
	"version" integer NOT NULL,
	"crisis_id" text NOT NULL,
	"by_id" text NOT NULL,
	"aspect" text NOT NULL,
	"stated_start" timestamp(3) with time zone,
	"stated_end" timestamp(3) with time zone,
	"stated_precision" text,
	"stated_stated" boolean,
	"stated_note" text,
	"words" text NOT NULL,
	"author_id" text NOT NULL,
	"approver_id" text,
	"reason" text,
	"known_from" timestamp(3) with time zone,
	"known_to" timestamp(3) with time zone,
	"closed_by" text,
	"closed_reason" text,
	"closer_id" text,
	CONSTRAINT "dispute_versions_dispute_id_version_pk" PRIMARY KEY("dispute_id","version"),
	CONSTRAINT "dispute_versions_closing" CHECK ((known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null))
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"key" text,
	"figure_id" text NOT NULL,
	CONSTRAINT "disputes_key" UNIQUE("crisis_id","key")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"key" text,
	"publisher_id" text NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"published_at" timestamp(3) with time zone,
	"published_precision" text,
	"language" text NOT NULL,
	"retrieved_at" timestamp(3) with time zone NOT NULL,
	"text" text,
	"bytes" "bytea",
	"media_type" text,
	"sha256" text,
	"sensitivity" text NOT NULL,
	"full_text" text NOT NULL,
	"known_from" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "documents_key" UNIQUE("crisis_id","key")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"key" text,
	"title" text NOT NULL,
	"place_id" text,
	"started_at" timestamp(3) with time zone NOT NULL,
	"started_precision" text NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"ended_precision" text,
	"parent_id" text,
	CONSTRAINT "events_key" UNIQUE("crisis_id","key")
);
--> statement-breakpoint
CREATE TABLE "figure_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"figure_id" text NOT NULL,
	"method" text NOT NULL,
	"checked_by" text NOT NULL,
	"checked_at" timestamp(3) with time zone NOT NULL,
	"author_id" text NOT NULL,
	"approver_id" text,
	"reason" text,
	"known_from" timestamp(3) with time zone,
	"known_to" timestamp(3) with time zone,
	"closed_by" text,
	"closed_reason" text,
	"closer_id" text,
	CONSTRAINT "figure_checks_closing" CHECK ((known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null))
);
--> statement-breakpoint
CREATE TABLE "figure_versions" (
	"figure_id" text NOT NULL,
	"version" integer NOT NULL,
	"crisis_id" text NOT NULL,
	"scope_id" text NOT NULL,
	"claimant_id" text NOT NULL,
	"population_words" text,
	"low" bigint,
	"high" bigint,
	"qualifier" text NOT NULL,
	"words" text NOT NULL,
	"basis_start" timestamp(3) with time zone,
	"basis_end" timestamp(3) with time zone,
	"basis_assumed" boolean NOT NULL,
	"nature" text NOT NULL,
	"as_of_start" timestamp(3) with time zone,
	"as_of_end" timestamp(3) with time zone,
	"as_of_precision" text,
	"as_of_stated" boolean,
	"as_of_note" text,
	"coverage" text,
	"part_of" text,
	"credibility" text NOT NULL,
	"sensitivity" text NOT NULL,
	"embargo_until" timestamp(3) with time zone,
	"author_id" text NOT NULL,
	"approver_id" text,
	"reason" text,
	"known_from" timestamp(3) with time zone,
	"known_to" timestamp(3) with time zone,
	"closed_by" text,
	"closed_reason" text,
	"closer_id" text,
	CONSTRAINT "figure_versions_figure_id_version_pk" PRIMARY KEY("figure_id","version"),
	CONSTRAINT "figure_versions_quantity" CHECK (case qualifier
  when 'exact' then low is not null and high is not null and low = high
  when 'about' then low is not null and high is not null and low = high
  when 'at-least' then low is not null and high is null
  when 'more-than' then low is not null and high is null
  when 'at-most' then low is null and high is not null
  when 'fewer-than' then low is null and high is not null and high > 0
  when 'between' then low is not null and high is not null and low <= high
  when 'unquantified' then low is null and high is null
  else false end and coalesce(low, 0) >= 0 and coalesce(high, 0) >= 0),
	CONSTRAINT "figure_versions_basis" CHECK (basis_start <= basis_end),
	CONSTRAINT "figure_versions_as_of" CHECK ((as_of_start is null and as_of_end is null and as_of_precision is null and as_of_stated is null)
  or (as_of_start is not null and as_of_end is not null and as_of_start <= as_of_end
    and as_of_precision is not null and as_of_stated is not null)),
	CONSTRAINT "figure_versions_closing" CHECK ((known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null))
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"key" text,
	"statement_id" text NOT NULL,
	"claimant_id" text NOT NULL,
	CONSTRAINT "figures_key" UNIQUE("crisis_id","key")
);
--> statement-breakpoint
CREATE TABLE "finding_acknowledgements" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"figure_id" text NOT NULL,
	"version" integer NOT NULL,
	"code" text NOT NULL,
	"reason" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "finding_acknowledgements_code" UNIQUE("figure_id","version","code")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"key" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"group" text NOT NULL,
	"unit" text NOT NULL,
	"measure" text NOT NULL,
	"window_hours" integer NOT NULL,
	"stale_hours" integer NOT NULL,
	"labels" jsonb NOT NULL,
	"definition" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "note_versions" (
	"note_id" text NOT NULL,
	"version" integer NOT NULL,
	"crisis_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"said_by_id" text NOT NULL,
	"speaker" text,
	"as_of_start" timestamp(3) with time zone,
	"as_of_end" timestamp(3) with time zone,
	"as_of_precision" text,
	"as_of_stated" boolean,
	"as_of_note" text,
	"places" jsonb NOT NULL,
	"figures" jsonb NOT NULL,
	"sensitivity" text NOT NULL,
	"embargo_until" timestamp(3) with time zone,
	"author_id" text NOT NULL,
	"approver_id" text,
	"reason" text,
	"known_from" timestamp(3) with time zone,
	"known_to" timestamp(3) with time zone,
	"closed_by" text,
	"closed_reason" text,
	"closer_id" text,
	CONSTRAINT "note_versions_note_id_version_pk" PRIMARY KEY("note_id","version"),
	CONSTRAINT "note_versions_as_of" CHECK ((as_of_start is null and as_of_end is null and as_of_precision is null and as_of_stated is null)
  or (as_of_start is not null and as_of_end is not null and as_of_start <= as_of_end
    and as_of_precision is not null and as_of_stated is not null)),
	CONSTRAINT "note_versions_closing" CHECK ((known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null))
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"key" text,
	CONSTRAINT "notes_key" UNIQUE("crisis_id","key")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_names" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text,
	"place_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"used_by" text NOT NULL,
	"author_id" text NOT NULL,
	"approver_id" text,
	"reason" text,
	"known_from" timestamp(3) with time zone,
	"known_to" timestamp(3) with time zone,
	"closed_by" text,
	"closed_reason" text,
	"closer_id" text,
	CONSTRAINT "place_names_closing" CHECK ((known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null))
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text,
	"key" text,
	"level" text NOT NULL,
	"parent_id" text,
	"pcode" text,
	"lat" double precision,
	"lon" double precision,
	"boundary" jsonb
);
--> statement-breakpoint
CREATE TABLE "resolutions" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"scope_id" text NOT NULL,
	"figure_id" text NOT NULL,
	"statement_id" text,
	"author_id" text NOT NULL,
	"approver_id" text,
	"reason" text,
	"known_from" timestamp(3) with time zone,
	"known_to" timestamp(3) with time zone,
	"closed_by" text,
	"closed_reason" text,
	"closer_id" text,
	CONSTRAINT "resolutions_closing" CHECK ((known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null))
);
--> statement-breakpoint
CREATE TABLE "scope_claimants" (
	"scope_id" text NOT NULL,
	"claimant_id" text NOT NULL,
	CONSTRAINT "scope_claimants_scope_id_claimant_id_pk" PRIMARY KEY("scope_id","claimant_id")
);
--> statement-breakpoint
CREATE TABLE "scopes" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"key" text NOT NULL,
	"indicator" text NOT NULL,
	"population" jsonb NOT NULL,
	"places" jsonb NOT NULL,
	"events" jsonb NOT NULL,
	"basis" text NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "scopes_key" UNIQUE("crisis_id","key")
);
--> statement-breakpoint
CREATE TABLE "edition_figures" (
	"sitrep_id" text NOT NULL,
	"edition" integer NOT NULL,
	"crisis_id" text NOT NULL,
	"figure_id" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "edition_figures_sitrep_id_edition_figure_id_version_pk" PRIMARY KEY("sitrep_id","edition","figure_id","version")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"sitrep_id" text NOT NULL,
	"edition" integer NOT NULL,
	"crisis_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"pdf" "bytea" NOT NULL,
	"pdf_sha256" text NOT NULL,
	"audit_head" text NOT NULL,
	"revision" bigint NOT NULL,
	"as_of" timestamp(3) with time zone NOT NULL,
	"known_at" timestamp(3) with time zone NOT NULL,
	"period_from" timestamp(3) with time zone NOT NULL,
	"period_to" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"published_at" timestamp(3) with time zone NOT NULL,
	"author_id" text NOT NULL,
	"approver_id" text NOT NULL,
	"erratum_what" text,
	"erratum_why" text,
	CONSTRAINT "editions_sitrep_id_edition_pk" PRIMARY KEY("sitrep_id","edition")
);
--> statement-breakpoint
CREATE TABLE "sitreps" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "sitreps_number" UNIQUE("crisis_id","number")
);
--> statement-breakpoint
CREATE TABLE "source_grades" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text,
	"source_id" text NOT NULL,
	"reliability" text NOT NULL,
	"author_id" text NOT NULL,
	"approver_id" text,
	"reason" text,
	"known_from" timestamp(3) with time zone,
	"known_to" timestamp(3) with time zone,
	"closed_by" text,
	"closed_reason" text,
	"closer_id" text,
	CONSTRAINT "source_grades_reliability" CHECK (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
	CONSTRAINT "source_grades_closing" CHECK ((known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null))
);
--> statement-breakpoint
CREATE TABLE "source_independences" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text,
	"a" text NOT NULL,
	"b" text NOT NULL,
	"author_id" text NOT NULL,
	"approver_id" text,
	"reason" text,
	"known_from" timestamp(3) with time zone,
	"known_to" timestamp(3) with time zone,
	"closed_by" text,
	"closed_reason" text,
	"closer_id" text,
	CONSTRAINT "source_independences_order" CHECK (a < b),
	CONSTRAINT "source_independences_closing" CHECK ((known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null))
);
--> statement-breakpoint
CREATE TABLE "source_names" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text,
	"source_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"author_id" text NOT NULL,
	"approver_id" text,
	"reason" text,
	"known_from" timestamp(3) with time zone,
	"known_to" timestamp(3) with time zone,
	"closed_by" text,
	"closed_reason" text,
	"closer_id" text,
	CONSTRAINT "source_names_closing" CHECK ((known_to is null and closed_by is null and closed_reason is null and closer_id is null)
  or (known_from < known_to and closed_by in ('corrected', 'withdrawn') and closed_by is not null
    and closed_reason is not null and closer_id is not null))
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text,
	"key" text,
	"kind" text NOT NULL,
	"parent_id" text,
	"party" text
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"key" text,
	"claimant_id" text NOT NULL,
	"speaker" text,
	"occasion" text,
	"said_start" timestamp(3) with time zone,
	"said_end" timestamp(3) with time zone,
	"said_precision" text,
	"said_stated" boolean,
	"said_note" text,
	CONSTRAINT "statements_key" UNIQUE("crisis_id","key")
);
--> statement-breakpoint
CREATE TABLE "workflow_events" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"crisis_id" text,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"comment" text,
	"field" text
);
--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_figure_id_version_figure_versions_figure_id_version_fk" FOREIGN KEY ("figure_id","version") REFERENCES "public"."figure_versions"("figure_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_note_id_version_note_versions_note_id_version_fk" FOREIGN KEY ("note_id","version") REFERENCES "public"."note_versions"("note_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_dispute_id_version_dispute_versions_dispute_id_version_fk" FOREIGN KEY ("dispute_id","version") REFERENCES "public"."dispute_versions"("dispute_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_versions" ADD CONSTRAINT "dispute_versions_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_versions" ADD CONSTRAINT "dispute_versions_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_versions" ADD CONSTRAINT "dispute_versions_by_id_sources_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_versions" ADD CONSTRAINT "dispute_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_versions" ADD CONSTRAINT "dispute_versions_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_versions" ADD CONSTRAINT "dispute_versions_closer_id_people_id_fk" FOREIGN KEY ("closer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_publisher_id_sources_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_parent_id_events_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_checks" ADD CONSTRAINT "figure_checks_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_checks" ADD CONSTRAINT "figure_checks_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_checks" ADD CONSTRAINT "figure_checks_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_checks" ADD CONSTRAINT "figure_checks_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_checks" ADD CONSTRAINT "figure_checks_closer_id_people_id_fk" FOREIGN KEY ("closer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_versions" ADD CONSTRAINT "figure_versions_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_versions" ADD CONSTRAINT "figure_versions_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_versions" ADD CONSTRAINT "figure_versions_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_versions" ADD CONSTRAINT "figure_versions_claimant_id_sources_id_fk" FOREIGN KEY ("claimant_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_versions" ADD CONSTRAINT "figure_versions_part_of_figures_id_fk" FOREIGN KEY ("part_of") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_versions" ADD CONSTRAINT "figure_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_versions" ADD CONSTRAINT "figure_versions_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_versions" ADD CONSTRAINT "figure_versions_closer_id_people_id_fk" FOREIGN KEY ("closer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_claimant_id_sources_id_fk" FOREIGN KEY ("claimant_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_acknowledgements" ADD CONSTRAINT "finding_acknowledgements_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_acknowledgements" ADD CONSTRAINT "finding_acknowledgements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_acknowledgements" ADD CONSTRAINT "finding_acknowledgements_figure_id_version_figure_versions_figure_id_version_fk" FOREIGN KEY ("figure_id","version") REFERENCES "public"."figure_versions"("figure_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_versions" ADD CONSTRAINT "note_versions_note_id_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_versions" ADD CONSTRAINT "note_versions_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_versions" ADD CONSTRAINT "note_versions_said_by_id_sources_id_fk" FOREIGN KEY ("said_by_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_versions" ADD CONSTRAINT "note_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_versions" ADD CONSTRAINT "note_versions_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_versions" ADD CONSTRAINT "note_versions_closer_id_people_id_fk" FOREIGN KEY ("closer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_names" ADD CONSTRAINT "place_names_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_names" ADD CONSTRAINT "place_names_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_names" ADD CONSTRAINT "place_names_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_names" ADD CONSTRAINT "place_names_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_names" ADD CONSTRAINT "place_names_closer_id_people_id_fk" FOREIGN KEY ("closer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_parent_id_places_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_closer_id_people_id_fk" FOREIGN KEY ("closer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_claimants" ADD CONSTRAINT "scope_claimants_scope_id_scopes_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."scopes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scope_claimants" ADD CONSTRAINT "scope_claimants_claimant_id_sources_id_fk" FOREIGN KEY ("claimant_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scopes" ADD CONSTRAINT "scopes_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scopes" ADD CONSTRAINT "scopes_indicator_indicators_key_fk" FOREIGN KEY ("indicator") REFERENCES "public"."indicators"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_figures" ADD CONSTRAINT "edition_figures_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_figures" ADD CONSTRAINT "edition_figures_sitrep_id_edition_editions_sitrep_id_edition_fk" FOREIGN KEY ("sitrep_id","edition") REFERENCES "public"."editions"("sitrep_id","edition") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_figures" ADD CONSTRAINT "edition_figures_figure_id_version_figure_versions_figure_id_version_fk" FOREIGN KEY ("figure_id","version") REFERENCES "public"."figure_versions"("figure_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_sitrep_id_sitreps_id_fk" FOREIGN KEY ("sitrep_id") REFERENCES "public"."sitreps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitreps" ADD CONSTRAINT "sitreps_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_closer_id_people_id_fk" FOREIGN KEY ("closer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_independences" ADD CONSTRAINT "source_independences_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_independences" ADD CONSTRAINT "source_independences_a_sources_id_fk" FOREIGN KEY ("a") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_independences" ADD CONSTRAINT "source_independences_b_sources_id_fk" FOREIGN KEY ("b") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_independences" ADD CONSTRAINT "source_independences_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_independences" ADD CONSTRAINT "source_independences_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_independences" ADD CONSTRAINT "source_independences_closer_id_people_id_fk" FOREIGN KEY ("closer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_names" ADD CONSTRAINT "source_names_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_names" ADD CONSTRAINT "source_names_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_names" ADD CONSTRAINT "source_names_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_names" ADD CONSTRAINT "source_names_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_names" ADD CONSTRAINT "source_names_closer_id_people_id_fk" FOREIGN KEY ("closer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_parent_id_sources_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_claimant_id_sources_id_fk" FOREIGN KEY ("claimant_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflow_events" ADD CONSTRAINT "workflow_events_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workflow_events" ADD CONSTRAINT "workflow_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_crisis" ON "audit_log" USING btree ("crisis_id","seq");--> statement-breakpoint
CREATE INDEX "citations_figure" ON "citations" USING btree ("figure_id","version");--> statement-breakpoint
CREATE INDEX "citations_note" ON "citations" USING btree ("note_id","version");--> statement-breakpoint
CREATE INDEX "citations_dispute" ON "citations" USING btree ("dispute_id","version");--> statement-breakpoint
CREATE INDEX "citations_document" ON "citations" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dispute_versions_one_open" ON "dispute_versions" USING btree ("dispute_id") WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE INDEX "dispute_versions_known_from" ON "dispute_versions" USING btree ("crisis_id","known_from");--> statement-breakpoint
CREATE INDEX "disputes_figure" ON "disputes" USING btree ("figure_id");--> statement-breakpoint
CREATE INDEX "documents_newest" ON "documents" USING btree ("crisis_id","published_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "figure_checks_figure" ON "figure_checks" USING btree ("figure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "figure_checks_one_open" ON "figure_checks" USING btree ("figure_id") WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE INDEX "figure_versions_latest" ON "figure_versions" USING btree ("scope_id","claimant_id","as_of_end" DESC NULLS LAST,"known_from","known_to") WHERE known_from is not null;--> statement-breakpoint
CREATE INDEX "figure_versions_newest" ON "figure_versions" USING btree ("crisis_id","as_of_end" DESC NULLS LAST,"figure_id","version") WHERE known_from is not null;--> statement-breakpoint
CREATE INDEX "figure_versions_open" ON "figure_versions" USING btree ("crisis_id","scope_id","as_of_end" DESC NULLS LAST) WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE INDEX "figure_versions_known_from" ON "figure_versions" USING btree ("crisis_id","known_from");--> statement-breakpoint
CREATE INDEX "figure_versions_known_to" ON "figure_versions" USING btree ("crisis_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "figure_versions_one_open" ON "figure_versions" USING btree ("figure_id") WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE INDEX "figure_versions_part_of" ON "figure_versions" USING btree ("part_of") WHERE part_of is not null;--> statement-breakpoint
CREATE INDEX "figures_statement" ON "figures" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "figures_claimant" ON "figures" USING btree ("claimant_id");--> statement-breakpoint
CREATE INDEX "note_versions_newest" ON "note_versions" USING btree ("crisis_id","as_of_end" DESC NULLS LAST,"note_id") WHERE known_from is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "note_versions_one_open" ON "note_versions" USING btree ("note_id") WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE INDEX "note_versions_known_from" ON "note_versions" USING btree ("crisis_id","known_from");--> statement-breakpoint
CREATE INDEX "note_versions_known_to" ON "note_versions" USING btree ("crisis_id","known_to") WHERE known_to is not null;--> statement-breakpoint
CREATE INDEX "place_names_place" ON "place_names" USING btree ("place_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "place_names_one_open" ON "place_names" USING btree ("place_id","position") WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "places_key" ON "places" USING btree (coalesce(crisis_id, ''),"key");--> statement-breakpoint
CREATE INDEX "places_parent" ON "places" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "resolutions_scope" ON "resolutions" USING btree ("scope_id");--> statement-breakpoint
CREATE INDEX "resolutions_crisis" ON "resolutions" USING btree ("crisis_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resolutions_one_open" ON "resolutions" USING btree ("scope_id",coalesce(statement_id, '')) WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE INDEX "scope_claimants_claimant" ON "scope_claimants" USING btree ("claimant_id");--> statement-breakpoint
CREATE INDEX "scopes_indicator" ON "scopes" USING btree ("crisis_id","indicator");--> statement-breakpoint
CREATE INDEX "edition_figures_figure" ON "edition_figures" USING btree ("figure_id","version");--> statement-breakpoint
CREATE INDEX "editions_newest" ON "editions" USING btree ("crisis_id","published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "source_grades_source" ON "source_grades" USING btree ("source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_grades_one_open" ON "source_grades" USING btree ("source_id") WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "source_independences_one_open" ON "source_independences" USING btree ("a","b") WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE INDEX "source_names_source" ON "source_names" USING btree ("source_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "source_names_one_open" ON "source_names" USING btree ("source_id","position") WHERE known_from is not null and known_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sources_key" ON "sources" USING btree (coalesce(crisis_id, ''),"key");--> statement-breakpoint
CREATE INDEX "statements_claimant" ON "statements" USING btree ("claimant_id");--> statement-breakpoint
CREATE INDEX "workflow_events_subject" ON "workflow_events" USING btree ("subject","subject_id","version","seq");