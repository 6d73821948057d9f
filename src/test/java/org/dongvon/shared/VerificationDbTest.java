package org.dongvon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.dongvon.support.DebtsAtRisk;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;

/** The checks find nothing in books made by the use cases, and each finds the breach planted for it. */
@PostgresTest
class VerificationDbTest {

    private static final LocalDate SECOND_SESSION = LocalDate.of(2024, 5, 18);

    private static final String REMARK = """
            insert into session.line_remark (line_id, journal_id, line_no, point_id, note)
            select line_id, journal_id, line_no, point_id, 'hẹn nộp đủ phiên sau'
              from loan.movement where kind = 'DISBURSEMENT' order by journal_id desc, line_no limit 1
            """;

    private static final String PRINT = """
            insert into session.receipt_print (line_id, number, point_id, account_id, human_id)
            select line_id, 1, point_id, 1, 1 from session.line_remark
            """;

    private final ApplicationContext beans;
    private final Verification verification;
    private final OwnerDb owner;

    VerificationDbTest(ApplicationContext beans, Verification verification, OwnerDb owner) {
        this.beans = beans;
        this.verification = verification;
        this.owner = owner;
    }

    @BeforeEach
    void twoSessionsOfOneVillage() {
        if (owner.sql("select count(*) from ledger.journal").query(Long.class).single() > 0) {
            return;
        }
        var village = Village.in(beans, "V");
        var first = VillageDay.open(beans, village);
        var poor = first.lend(1, 6, "HONGHEO");
        first.lendAgain(poor, 2, "NUOCSACH", 1);
        first.save(poor, 0, 50_000);
        first.end();
        VillageDay.close(beans, village, SECOND_SESSION.minusDays(1));
        var second = VillageDay.open(beans, village);
        second.repay(poor, 0, 50_000_000);
        second.repay(poor, 3, 7_000_000);
        second.save(poor, 1, 100_000);
        second.lend(2, 5, "CANNGHEO");
        second.end();
        VillageDay.close(beans, village, SECOND_SESSION);
        var direct = Village.in(beans, "W");
        var third = VillageDay.open(beans, direct).lend(1, 5, "HONGHEO");
        var debts = new DebtsAtRisk(beans, direct);
        debts.freeze(Map.of(third.loans().get(2), 12));
        debts.writeOff(third.loans().get(3));
        debts.recover(third.loans().get(3), 1_000_000, 0);
        owner.sql(REMARK).update();
        owner.sql(PRINT).update();
    }

    @Test
    void findsNothingInBooksMadeByTheUseCases() {
        // Those of fees have a month of their own: FeeMonthDbTest.
        var checks = verification.run(Actor.SYSTEM, check -> {}).stream()
                .filter(check -> !check.name().startsWith("fee."))
                .toList();

        assertThat(checks).allSatisfy(check -> {
            assertThat(check.breach()).as(check.name()).isEmpty();
            assertThat(check.holds()).as(check.name()).isTrue();
            assertThat(check.checked()).as(check.name()).isPositive();
        });
        assertThat(checks)
                .extracting(Verification.Checked::name)
                .as("each check is seen to fail below")
                .containsExactlyInAnyOrderElementsOf(
                        findsTheBreachAndNamesIt().map(Breach::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void findsTheBreachAndNamesIt(Breach breach) {
        owner.sql("alter table " + breach.table() + " disable trigger user").update();
        owner.sql(breach.plant()).update();

        var found = verification.run(Actor.SYSTEM, check -> {}).stream()
                .filter(check -> check.name().equals(breach.name()))
                .toList();

        owner.sql(breach.undo()).update();
        owner.sql("alter table " + breach.table() + " enable trigger user").update();
        assertThat(found).singleElement().satisfies(check -> {
            assertThat(check.broken()).isEqualTo(1);
            assertThat(check.breach())
                    .hasValueSatisfying(what -> assertThat(what).contains(breach.names()));
        });
    }

    static Stream<Breach> findsTheBreachAndNamesIt() {
        return Stream.of(ofTheJournal(), ofTheLoans(), ofTheSeals(), ofTheCapital(), ofTheCash(), ofTheDays())
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

    private static Stream<Breach> ofTheSeals() {
        return Stream.of(
                astray("ledger.entries-have-journals", "ledger.entry", "account = 'CASH'", "an entry of CASH"),
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

    private static Stream<Breach> ofTheCapital() {
        return Stream.of(
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
                        "capital.losses-are-movements",
                        "capital.contract",
                        "written_off",
                        "code = 'TW-W'",
                        "contract TW-W: 1 written off, movements 0"),
                new Breach(
                        "group.members-are-where-their-dates-say",
                        "\"group\".membership",
                        "update \"group\".membership set to_on = from_on where member_id = (select min(member_id) from \"group\".membership)",
                        "update \"group\".membership set to_on = null where member_id = (select min(member_id) from \"group\".membership)",
                        "by date in none"));
    }

    private static Stream<Breach> ofTheCash() {
        return Stream.of(
                added("savings.deposits-are-movements", "savings.account", "balance", RICHEST, "deposit "),
                added(
                        "savings.movements-are-entries",
                        "savings.movement",
                        "amount",
                        "amount = 50000",
                        "deposits moved 50001"),
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
                added("session.prints-follow", "session.receipt_print", "number", "number > 0", "the last is number 2"),
                new Breach(
                        "session.remarks-stand-by-lines",
                        "session.line_remark",
                        "update session.line_remark set journal_id = (select min(id) from ledger.journal)",
                        "update session.line_remark k set journal_id = m.journal_id from loan.movement m"
                                + " where m.line_id = k.line_id",
                        "what is said of line 1 has no line"));
    }

    private static Stream<Breach> ofTheDays() {
        return Stream.of(
                new Breach(
                        "closing.days-follow",
                        "closing.run",
                        "update closing.run set to_day = to_day - 1 where from_day = '2024-04-19'",
                        "update closing.run set to_day = to_day + 1 where from_day = '2024-04-19'",
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
    private static final String RICHEST = "balance = 100000";
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

    private static Breach added(String name, String table, String column, String where, String names) {
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
