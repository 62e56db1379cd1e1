-- What stands in an edition is written with it and never after: an addition would change what a published report is said to hold.
create function refuse_late_edition_figures() returns trigger language plpgsql as $$
begin
  if not exists (select from editions where sitrep_id = new.sitrep_id and edition = new.edition
      and xmin = pg_current_xact_id()::xid) then
    raise exception 'The figures of an edition are written with it, and none are added afterwards.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger edition_figures_with_edition before insert on edition_figures for each row execute function refuse_late_edition_figures();
