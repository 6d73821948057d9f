-- The receipt of a payment to a board carries a code, which names its line in the sealed book. Older payments have none: a
-- sealed day never changes.
alter table fee.board_payment add column line_id uuid;
create unique index board_payment_line_once on fee.board_payment (line_id) where line_id is not null;
comment on column fee.board_payment.line_id is 'What the code on the receipt names; none for payments older than the codes.';
