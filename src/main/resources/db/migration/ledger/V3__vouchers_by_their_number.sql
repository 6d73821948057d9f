-- A number is given once in an office and year; also how a voucher is found.
create unique index journal_voucher_once on ledger.journal (office_id, (extract(year from business_date)), voucher);
