-- Lists of people by their last sign-in or activity show the latest first and those who never came
-- last; read backwards the same indexes show the opposite.
drop index users_last_sign_in_at;
drop index users_last_active_at;
create index users_last_sign_in_at on users (instance_id, last_sign_in_at desc nulls last, id desc);
create index users_last_active_at on users (instance_id, last_active_at desc nulls last, id desc);
