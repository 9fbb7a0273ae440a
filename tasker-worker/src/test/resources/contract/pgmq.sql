-- What the worker relies on of PGMQ, the message queue in PostgreSQL. Each queue is a table q_<name>
-- with an archive a_<name>; a message that was read is invisible until its vt has passed.

create schema pgmq;

create table pgmq.meta (
  queue_name varchar primary key,
  is_partitioned boolean not null default false,
  is_unlogged boolean not null default false,
  created_at timestamptz not null default now()
);

create type pgmq.message_record as (
  msg_id bigint,
  read_ct integer,
  enqueued_at timestamptz,
  vt timestamptz,
  message jsonb,
  headers jsonb
);

-- Creates a queue, or does nothing if it is there. Two sessions that create one at the same time can
-- still collide, as in the real one.
create function pgmq.create(queue_name text) returns void language plpgsql as $$
begin
  execute format(
    'create table if not exists pgmq.%I (
       msg_id bigint primary key generated always as identity,
       read_ct integer not null default 0,
       enqueued_at timestamptz not null default now(),
       vt timestamptz not null,
       message jsonb,
       headers jsonb)',
    'q_' || lower(queue_name));
  execute format(
    'create table if not exists pgmq.%I (
       msg_id bigint primary key,
       read_ct integer not null,
       enqueued_at timestamptz not null,
       archived_at timestamptz not null default now(),
       vt timestamptz not null,
       message jsonb,
       headers jsonb)',
    'a_' || lower(queue_name));
  insert into pgmq.meta (queue_name) values ($1) on conflict do nothing;
end $$;

create function pgmq.send(queue_name text, msg jsonb, delay integer)
returns setof bigint language plpgsql as $$
begin
  return query execute format(
    'insert into pgmq.%I (vt, message) values (clock_timestamp() + make_interval(secs => $2), $1)
     returning msg_id',
    'q_' || lower(queue_name))
  using msg, delay;
end $$;

-- Takes up to qty visible messages, oldest first, skipping those another session is taking, and
-- hides them for vt seconds.
create function pgmq.read(queue_name text, vt integer, qty integer, conditional jsonb default '{}')
returns setof pgmq.message_record language plpgsql as $$
begin
  return query execute format(
    'with next as (
       select msg_id from pgmq.%1$I where vt <= clock_timestamp()
        order by msg_id limit $1 for update skip locked)
     update pgmq.%1$I m
        set vt = clock_timestamp() + make_interval(secs => $2), read_ct = read_ct + 1
       from next where m.msg_id = next.msg_id
     returning m.msg_id, m.read_ct, m.enqueued_at, m.vt, m.message, m.headers',
    'q_' || lower(queue_name))
  using qty, vt;
end $$;

create function pgmq.archive(queue_name text, msg_id bigint) returns boolean language plpgsql as $$
declare
  moved bigint;
begin
  execute format(
    'with gone as (delete from pgmq.%I where msg_id = $1 returning *)
     insert into pgmq.%I (msg_id, read_ct, enqueued_at, vt, message, headers)
     select msg_id, read_ct, enqueued_at, vt, message, headers from gone returning msg_id',
    'q_' || lower(queue_name), 'a_' || lower(queue_name))
  into moved using msg_id;
  return moved is not null;
end $$;

create function pgmq.set_vt(queue_name text, msg_id bigint, vt integer)
returns setof pgmq.message_record language plpgsql as $$
begin
  return query execute format(
    'update pgmq.%I set vt = clock_timestamp() + make_interval(secs => $2) where msg_id = $1
     returning msg_id, read_ct, enqueued_at, vt, message, headers',
    'q_' || lower(queue_name))
  using msg_id, vt;
end $$;
