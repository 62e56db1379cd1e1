CREATE TABLE "logos" (
	"crisis_id" text NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "logos_crisis_id_sha256_pk" PRIMARY KEY("crisis_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "crises" ALTER COLUMN "report" SET DEFAULT '{"daily":false,"paper":"a4","accent":"blue","organisation":null,"footer":"","logo":null,"leftOut":[]}'::jsonb;--> statement-breakpoint
ALTER TABLE "edition_languages" ADD COLUMN "data_pdf" "bytea";--> statement-breakpoint
ALTER TABLE "edition_languages" ADD COLUMN "data_pdf_sha256" text;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "data_pdf" "bytea";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "data_pdf_sha256" text;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_crisis_id_crises_id_fk" FOREIGN KEY ("crisis_id") REFERENCES "public"."crises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edition_languages_data_pdf" ON "edition_languages" USING btree ("data_pdf_sha256");--> statement-breakpoint
CREATE INDEX "editions_data_pdf" ON "editions" USING btree ("data_pdf_sha256");--> statement-breakpoint

update crises set report = report || '{"logo": null}'::jsonb where not report ? 'logo';
--> statement-breakpoint
-- Published editions name a logo by its hash: it is kept as it was.
create trigger logos_no_update before update on logos for each row execute function refuse_change();
--> statement-breakpoint
create trigger logos_no_delete before delete on logos for each row execute function refuse_change();
--> statement-breakpoint
create trigger logos_no_truncate before truncate on logos execute function refuse_change();
