CREATE TABLE "place_veil" (
	"id" smallint PRIMARY KEY NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "crises" ADD COLUMN "public_place_level" text;--> statement-breakpoint
ALTER TABLE "crises" ADD COLUMN "suppress_below" integer;--> statement-breakpoint
ALTER TABLE "figure_versions" ADD COLUMN "derived" jsonb;--> statement-breakpoint
ALTER TABLE "crises" ADD CONSTRAINT "crises_public_place_level" CHECK (public_place_level in ('country', 'admin1', 'admin2', 'admin3', 'settlement', 'site'));--> statement-breakpoint
ALTER TABLE "crises" ADD CONSTRAINT "crises_suppress_below" CHECK (suppress_below >= 1);--> statement-breakpoint
-- A secret of this database's own, made once: the tokens of withheld places stay the same from one reading to the next.
insert into place_veil (id, secret) values (1, gen_random_uuid()::text || gen_random_uuid()::text);
--> statement-breakpoint
alter table place_veil add constraint place_veil_single check (id = 1);
--> statement-breakpoint
create trigger place_veil_no_change before update or delete on place_veil for each row execute function refuse_change();
--> statement-breakpoint
create trigger place_veil_no_truncate before truncate on place_veil execute function refuse_change();
