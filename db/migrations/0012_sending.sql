CREATE TABLE "mailings" (
	"subscriber_id" text NOT NULL,
	"sitrep_id" text NOT NULL,
	"edition" integer NOT NULL,
	"crisis_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone,
	"done_at" timestamp(3) with time zone,
	"error" text,
	CONSTRAINT "mailings_subscriber_id_sitrep_id_edition_pk" PRIMARY KEY("subscriber_id","sitrep_id","edition"),
	CONSTRAINT "mailings_state" CHECK (state in ('waiting', 'sending', 'sent', 'failed', 'unknown', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"email" text,
	"language" text NOT NULL,
	"wants" text NOT NULL,
	"state" text NOT NULL,
	"confirm_hash" text,
	"confirm_by" timestamp(3) with time zone,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"confirmed_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "subscribers_confirm_hash_unique" UNIQUE("confirm_hash"),
	CONSTRAINT "subscribers_state" CHECK (state in ('waiting', 'confirmed', 'ended')),
	CONSTRAINT "subscribers_email" CHECK ((email is null) = (state = 'ended')),
	CONSTRAINT "subscribers_waiting" CHECK ((state = 'waiting') = (confirm_hash is not null and confirm_by is not null)),
	CONSTRAINT "subscribers_confirmed" CHECK (state <> 'confirmed' or confirmed_at is not null),
	CONSTRAINT "subscribers_ended" CHECK ((state = 'ended') = (ended_at is not null))
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"webhook_id" text NOT NULL,
	"crisis_id" text NOT NULL,
	"event" text NOT NULL,
	"subject" text NOT NULL,
	"payload" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"next_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone,
	"done_at" timestamp(3) with time zone,
	"status" integer,
	"error" text,
	"milliseconds" integer,
	CONSTRAINT "webhook_deliveries_once" UNIQUE("webhook_id","event","subject"),
	CONSTRAINT "webhook_deliveries_state" CHECK (state in ('waiting', 'sending', 'delivered', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"crisis_id" text NOT NULL,
	"url" text NOT NULL,
	"events" text[] NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"ended_why" text,
	"looked_at" text,
	CONSTRAINT "webhooks_ended" CHECK ((ended_at is null) = (ended_why is null))
);
--> statement-breakpoint
ALTER TABLE "crises" ADD COLUMN "relief_web" jsonb DEFAULT '{"source":[],"country":[],"disaster":[],"disasterType":[],"theme":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_sitrep_id_edition_editions_sitrep_id_edition_fk" FOREIGN KEY ("sitrep_id","edition") REFERENCES "public"."editions"("sitrep_id","edition") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscribers" ADD CONSTRAINT "subscribers_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mailings_due" ON "mailings" USING btree ("next_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "mailings_crisis" ON "mailings" USING btree ("crisis_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "subscribers_address" ON "subscribers" USING btree ("crisis_id","email");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("next_at") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "webhook_deliveries_crisis" ON "webhook_deliveries" USING btree ("crisis_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "webhooks_crisis" ON "webhooks" USING btree ("crisis_id");--> statement-breakpoint

-- A mailing that is done stays as it is: whatever asks for it again, nobody gets an edition twice.
create function change_mailing() returns trigger language plpgsql as $$
begin
  if old.state in ('sent', 'failed', 'unknown', 'dropped') then
    raise exception 'The mailing is % and does not change any more.', old.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger mailings_change before update on mailings for each row execute function change_mailing();
--> statement-breakpoint
create trigger mailings_no_delete before delete on mailings for each row execute function refuse_change();
