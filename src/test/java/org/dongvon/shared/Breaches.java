package org.dongvon.shared;

import java.util.stream.Stream;

/** What somebody with the owner's rights does to the books of the village V, one breach for each check of {@code verify}. */
final class Breaches {

    private Breaches() {}

    static Stream<Breach> all() {
        return Stream.of(
                        ofTheJournal(),
                        ofTheBooks(),
                        ofTheLoans(),
                        ofTheSeals(),
                        ofTheCapital(),
                        ofTheState(),
                        DepositBreaches.all(),
                        MessageBreaches.all(),
                        ofTheCash(),
                        ofTheField(),
                        ofTheSignatures(),
                        ofTheDays())
                .flatMap(breaches -> breaches);
    }

    private static Stream<Breach> ofTheJournal() {
        return Stream.of(
                added("ledger.journals-balance", "ledger.entry", "amount", cash(2), "voucher 2/2024 of V-01"),
                added("ledger.vouchers-without-gap", "ledger.voucher_counter", "last", AT_POINT, "V-01, year 2024"),
                new Breach("ledger.journals-have-submissions", "ledger.journal", """
                        alter table ledger.journal drop constraint journal_submission_fkey;
                        insert into ledger.journal (submission, point_id, office_id, business_date, value_date, kind, voucher)
                        select gen_random_uuid(), point_id, office_id, business_date, value_date, 'FORGED', 9999
                          from ledger.journal where voucher = 1
                         limit 1
                        """, """
                        delete from ledger.journal where kind = 'FORGED';
                        alter table ledger.journal add constraint journal_submission_fkey foreign key (submission)
                            references shared.submission deferrable initially deferred
                        """, "voucher 9999/2024"));
    }

    private static Stream<Breach> ofTheBooks() {
        var sent =
                "account = 'BANK' and journal_id = (select max(id) from ledger.journal where kind = 'OFFICE_TRANSFER')";
        return Stream.of(
                new Breach(
                        "ledger.between-offices-are-nil",
                        "ledger.entry",
                        "update ledger.entry set account = 'BETWEEN_OFFICES', programme_id = 77 where " + sent,
                        "update ledger.entry set account = 'BANK', programme_id = 0 where programme_id = 77",
                        "not nil across the country"),
                added(
                        "ledger.manual-lines-are-entries",
                        "ledger.manual_line",
                        "amount",
                        "line_no = 1",
                        "lines by hand 1000001, entries 1000000"),
                added(
                        "ledger.locked-months-are-entries",
                        "ledger.month_total",
                        "debit",
                        "account = 'OPERATING_EXPENSE' and month = '2024-04-01'",
                        "Z, 04/2024, OPERATING_EXPENSE"),
                added("ledger.carried-years-are-nil", "ledger.carry_over", "result", "year = 2024", "Z, year 2024"));
    }

    private static Stream<Breach> ofTheLoans() {
        return Stream.of(
                added(
                        "loan.balances-are-movements",
                        "loan.part",
                        "principal",
                        "loan_id = " + loan("V-1-4"),
                        "loan V-1-4"),
                added(
                        "loan.movements-are-entries",
                        "loan.movement",
                        "interest",
                        firstLineOf("V-1-3"),
                        "INTEREST_INCOME"),
                added(
                        "loan.movements-are-lending",
                        "capital.movement",
                        "amount",
                        JOURNAL_2 + " and kind = 'LENT'",
                        "loans moved"),
                added(
                        "loan.balances-within-amount",
                        "loan.part",
                        "principal",
                        "loan_id = " + loan("V-1-0"),
                        "loan V-1-0, CLOSED"),
                added(
                        "loan.recoveries-are-booked",
                        "loan.movement",
                        "principal",
                        "kind = 'RECOVERY'",
                        "recovered -999999, booked -1000000"),
                ofSuccessions(),
                added("loan.sources-follow-decisions", "loan.source_change", "loans", "true", "change of source"),
                new Breach(
                        "loan.frozen-by-decision",
                        "loan.freeze",
                        "update loan.freeze set ended_on = from_date where ended_on is null",
                        "update loan.freeze set ended_on = null",
                        "frozen without a decision that runs"),
                added(
                        "loan.instalments-are-amount",
                        "loan.instalment",
                        "amount",
                        "seq = 1 and loan_id = " + loan("V-1-5"),
                        "loan V-1-5"));
    }

    private static Breach ofSuccessions() {
        return new Breach(
                "loan.borrowers-follow-successions",
                "loan.loan",
                "update loan.loan set borrower_id = borrower_id - 1 where id = " + loan("V-1-5"),
                "update loan.loan set borrower_id = borrower_id + 1 where id = " + loan("V-1-5"),
                "loan V-1-5: passed to person");
    }

    private static Stream<Breach> ofTheSignatures() {
        return Stream.of(new Breach(
                "supervision.signed-debts",
                "supervision.debt_signature",
                """
                insert into supervision.debt_round (id, point_id, year, taken_on, human, submission)
                select -7, point_id, 2031, '2031-12-31', 1, key from shared.submission where point_id > 0 limit 1;
                insert into supervision.debt_signature (round_id, point_id, level, debts, principal, minutes, signed_on, human, role, submission)
                select id, point_id, 'OFFICE', 3, 5000, 'BB 7', taken_on, 1, 'DIRECTOR', submission
                  from supervision.debt_round where id = -7
                """,
                """
                delete from supervision.debt_signature where round_id = -7;
                alter table supervision.debt_round disable trigger user;
                delete from supervision.debt_round where id = -7;
                alter table supervision.debt_round enable trigger user
                """,
                "signed for 3 debts of 5000, there are 0 of 0"));
    }

    private static Stream<Breach> ofTheSeals() {
        return Stream.of(
                astray("ledger.entries-have-journals", "ledger.entry", "account = 'CASH'", "an entry of CASH"),
                added(
                        "loan.incoming-is-booked",
                        "ledger.entry",
                        "amount",
                        "account = 'RECEIVED_BY_TRANSFER'",
                        "transfers 2000"),
                astray("loan.movements-have-journals", "loan.movement", "kind = 'REPAYMENT'", "line "),
                astray("savings.movements-have-journals", "savings.movement", "true", "line "),
                new Breach(
                        "ledger.closed-days-are-sealed",
                        "savings.movement",
                        "update savings.movement set amount = 50001 where amount = 50000",
                        "update savings.movement set amount = 50000 where amount = 50001",
                        "CHANGED V-01-24-00000"));
    }

    /** One row of a table leaves its journal for one that is not there. */
    private static Breach astray(String name, String table, String where, String names) {
        var row = "ctid = (select ctid from " + table + " where " + where + " limit 1)";
        return new Breach(
                name,
                table,
                "update " + table + " set journal_id = -journal_id where " + row,
                "update " + table + " set journal_id = -journal_id where journal_id < 0",
                names);
    }

    private static Stream<Breach> ofTheState() {
        return Stream.of(
                added(
                        "capital.claims-are-documents",
                        "capital.state_claim",
                        "received",
                        "true",
                        "claim V-CB-2024-1: claimed 9000000, accepted 8000000, received 5000001"),
                new Breach(
                        "capital.claims-are-booked",
                        "ledger.entry",
                        "update ledger.entry set account = 'COMMISSION', programme_id = 76 where account = 'SUBSIDY_INCOME'",
                        "update ledger.entry set account = 'SUBSIDY_INCOME', programme_id = 0 where programme_id = 76",
                        "SUBSIDY_INCOME: documents -8000000, entries 0"));
    }

    private static Stream<Breach> ofTheCapital() {
        return Stream.of(
                added("capital.gifts-are-movements", "capital.gift", "amount", "number = 1", "gift 1 of VNN-Z"),
                added(
                        "capital.gifts-are-booked",
                        "ledger.entry",
                        "amount",
                        "account = 'DONATIONS'",
                        "gifts moved 3000000, booked 2999999"),
                added("capital.allotments-are-movements", "capital.allotment", "lent", OF_V, "contract TW-V at V"),
                new Breach(
                        "capital.allotments-within-contract",
                        "capital.contract",
                        "update capital.contract set received = received - 1 where code = 'TW-V'",
                        "update capital.contract set received = received + 1 where code = 'TW-V'",
                        "contract TW-V"),
                added("capital.contracts-are-movements", "capital.contract", "added", "code = 'TW-V'", "contract TW-V"),
                added(
                        "capital.contracts-are-booked",
                        "ledger.entry",
                        "amount",
                        "account = 'POLICY_CAPITAL' and journal_id = (select min(journal_id) from capital.contract_movement)",
                        "there, 900000000000 granted"),
                added(
                        "capital.contracts-are-the-balance-sheet",
                        "ledger.entry",
                        "amount",
                        "account = 'POLICY_CAPITAL' and journal_id = (select min(journal_id) from capital.contract_movement)",
                        "the balance sheet has"),
                added(
                        "capital.losses-are-movements",
                        "capital.contract",
                        "written_off",
                        "code = 'TW-W'",
                        "contract TW-W: 1 written off, movements 0"),
                added(
                        "capital.plan-within-parent",
                        "capital.plan_target",
                        "amount",
                        "unit_id = (select id from organisation.unit where code = 'V-01')",
                        "plan of V for 12/2024: 1000000001 below, 1000000000 there"),
                new Breach(
                        "group.members-are-where-their-dates-say",
                        "\"group\".membership",
                        "update \"group\".membership set to_on = from_on where member_id = (select min(member_id) from \"group\".membership)",
                        "update \"group\".membership set to_on = null where member_id = (select min(member_id) from \"group\".membership)",
                        "by date in none"));
    }

    private static Stream<Breach> ofTheCash() {
        return Stream.of(
                added(
                        "session.cash-boxes-are-postings",
                        "session.cash_box",
                        "balance",
                        LATEST_SESSION,
                        "CLOSED: cash box 1"),
                added(
                        "session.postings-are-entries",
                        "session.posting",
                        "cash",
                        "kind = 'FLOAT' and " + LATEST_SESSION,
                        "the cash box moved"),
                added("session.vaults-are-movements", "session.vault", "balance", OF_V, "vault of V: balance"),
                added(
                        "session.vault-movements-are-entries",
                        "session.vault_movement",
                        "amount",
                        "kind = 'FLOAT' and " + JOURNAL_1,
                        "the vault moved"),
                added(
                        "session.hand-overs-are-entries",
                        "ledger.entry",
                        "amount",
                        "account = 'CASH_ON_THE_WAY' and amount < 0",
                        "handed over -1000000, the entries -999999"),
                added(
                        "session.vault-counts-are-booked",
                        "session.vault_count",
                        "expected",
                        "number = 1",
                        "beside the book"),
                added("session.prints-follow", "session.receipt_print", "number", "number > 0", "the last is number 2"),
                new Breach(
                        "session.remarks-stand-by-lines",
                        "session.line_remark",
                        "update session.line_remark set journal_id = (select min(id) from ledger.journal)",
                        "update session.line_remark k set journal_id = m.journal_id from loan.movement m"
                                + " where m.line_id = k.line_id",
                        "what is said of line 1 has no line"));
    }

    private static Stream<Breach> ofTheField() {
        return Stream.of(
                added(
                        "session.left-is-open",
                        "session.provisional_left",
                        "saving",
                        "session_id = (select min(l.session_id) from session.provisional_left l)",
                        "kept with the close 0 + 12001 of 1, the records say 0 + 12000 of 1"),
                added(
                        "session.finals-are-counted",
                        "session.provisional_final",
                        "taken_saving",
                        "reason = 'đủ'",
                        "taken 0 + 50001, counted 0 + 50000"),
                added(
                        "session.field-lines-are-in-the-books",
                        "session.field_line",
                        "interest",
                        "outcome = 'POSTED'",
                        "the device recorded 30001, the books hold 30000"),
                added(
                        "session.field-desk-holds-the-rest",
                        "session.field_line",
                        "interest",
                        "outcome = 'CONFLICT'",
                        "is neither in the books nor on the desk"),
                new Breach(
                        "session.field-chains-are-whole",
                        "session.field_event",
                        "update session.field_event set prev_hash = sha256('x') where seq = 3",
                        "update session.field_event set prev_hash = (select e.hash from session.field_event e where e.seq = 2)"
                                + " where seq = 3",
                        "event 3 stands at place 3"),
                new Breach(
                        "session.field-handed-in-before-the-close",
                        "session.field_checkout",
                        "update session.field_checkout set state = 'OUT', ended_at = null, last_seq = null",
                        "update session.field_checkout set state = 'RETURNED', ended_at = now(), last_seq = 3",
                        "has not handed in"));
    }

    private static Stream<Breach> ofTheDays() {
        return Stream.of(
                new Breach(
                        "closing.days-follow",
                        "closing.run",
                        "update closing.run set to_day = to_day - 1 where from_day = '2024-04-19' and " + OF_V,
                        "update closing.run set to_day = to_day + 1 where from_day = '2024-04-19' and " + OF_V,
                        "V: close of 2024-05-18"),
                new Breach(
                        "closing.closed-days-untouched",
                        "shared.submission",
                        "update shared.submission set recorded_at = recorded_at + interval '1 day' where key = "
                                + SUBMISSION_2,
                        "update shared.submission set recorded_at = recorded_at - interval '1 day' where key = "
                                + SUBMISSION_2,
                        "voucher 2/2024 of V-01 on 2024-04-18"),
                added("position.totals-are-loans", "position.total", "principal", OPEN_CANNGHEO, "total 250000001"),
                added(
                        "position.contracts-are-lent",
                        "position.total",
                        "principal",
                        OPEN_CANNGHEO,
                        "contract TW-V: positions"),
                added("position.heads-are-loans", "position.headcount", "households", ALL_OF_V, "households"),
                added(
                        "position.flows-are-totals",
                        "position.flow",
                        "moved",
                        "business_date = '2024-05-18' and disbursed > 0",
                        "flows 250000001"));
    }

    private static final String AT_POINT = "point_id = (select id from organisation.unit where code = 'V-01')";
    private static final String OF_V = "office_id = (select id from organisation.unit where code = 'V')";
    private static final String JOURNAL_2 =
            "journal_id = (select id from ledger.journal where voucher = 2 and " + AT_POINT + ")";
    private static final String JOURNAL_1 =
            "journal_id = (select id from ledger.journal where voucher = 1 and " + AT_POINT + ")";
    private static final String SUBMISSION_2 =
            "(select submission from ledger.journal where voucher = 2 and " + AT_POINT + ")";
    private static final String LATEST_SESSION =
            "session_id = (select id from session.session where held_on = '2024-05-18')";
    private static final String OPEN_CANNGHEO =
            "valid_to = 'infinity' and programme_id = (select id from programme.programme where code = 'CANNGHEO')";
    private static final String ALL_OF_V = "valid_to = 'infinity' and dimension = 'ALL' and households = 11";

    private static String cash(int voucher) {
        return "account = 'CASH' and journal_id = (select id from ledger.journal where voucher = " + voucher + " and "
                + AT_POINT + ")";
    }

    private static String loan(String code) {
        return "(select id from loan.loan where code = '" + code + "')";
    }

    private static String firstLineOf(String loan) {
        return "kind = 'REPAYMENT' and part = 'IN_TERM' and loan_id = " + loan(loan);
    }

    static Breach added(String name, String table, String column, String where, String names) {
        var sql = "update " + table + " set " + column + " = " + column + " %s 1 where %s";
        var undone = where.replace("amount = 50000", "amount = 50001")
                .replace("balance = 100000", "balance = 100001")
                .replace("households = 11", "households = 12");
        return new Breach(name, table, sql.formatted("+", where), sql.formatted("-", undone), names);
    }

    /** What somebody with the owner's rights does to the books, and how to undo it. */
    record Breach(String name, String table, String plant, String undo, String names) {

        @Override
        public String toString() {
            return name;
        }
    }
}
