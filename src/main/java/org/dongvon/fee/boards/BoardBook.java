package org.dongvon.fee.boards;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.capital.Contracts;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the boards of a contract are owed by its distributions, and the payments they had. */
@Repository
public class BoardBook {

    private static final String OWED = """
            select ((select coalesce(sum(d.boards), 0) from fee.v_distribution d where d.contract_id = :contract)
                    - (select coalesce(sum(p.amount), 0) from fee.board_payment p where p.contract_id = :contract))::bigint as owed
            """;

    private static final String PAYMENTS = """
            select p.number, p.receiver, p.reference, p.amount, p.reverses, j.business_date, j.voucher, u.code as point,
                   exists (select from fee.board_payment b where b.contract_id = p.contract_id and b.reverses = p.number) as taken_back
              from fee.board_payment p
              join ledger.v_journal j on j.id = p.journal_id
              join organisation.unit u on u.id = j.point_id
             where p.contract_id = :contract and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by p.number desc
            """;

    private static final String DISTRIBUTED = """
            select d.month, d.boards from fee.v_distribution d
             where d.contract_id = :contract and d.boards > 0 and d.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by d.month desc
            """;

    private static final String PAY = """
            insert into fee.board_payment (point_id, contract_id, number, journal_id, receiver, reference, amount, reverses, line_id)
            select :point, :contract, coalesce(max(p.number), 0) + 1, :journal, :receiver, :reference, :amount, cast(:reverses as smallint), :line
              from fee.board_payment p
             where p.contract_id = :contract
            """;

    private static final String JOURNAL = """
            select p.journal_id from fee.board_payment p where p.contract_id = :contract and p.number = :number
            """;

    private static final String LINE = """
            select p.line_id from fee.board_payment p
             where p.contract_id = :contract and p.number = :number and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private final Contracts contracts;
    private final BusinessDays days;
    private final Transactions transactions;
    private final JdbcClient db;

    BoardBook(Contracts contracts, BusinessDays days, Transactions transactions, JdbcClient db) {
        this.contracts = contracts;
        this.days = days;
        this.transactions = transactions;
        this.db = db;
    }

    /** What the boards of a contract are owed now; inside the caller's transaction. */
    public Dong owed(Held contract) {
        return new Dong(
                db.sql(OWED).param("contract", contract.id()).query(Long.class).single());
    }

    /** The payments of a contract, the newest first. */
    List<Payment> payments(Held contract) {
        return db.sql(PAYMENTS)
                .param("contract", contract.id())
                .query((row, n) -> {
                    var day = row.getObject("business_date", LocalDate.class);
                    return new Payment(
                            row.getInt("number"),
                            row.getString("receiver"),
                            row.getString("reference"),
                            new Dong(row.getLong("amount")),
                            new Voucher(
                                    new VoucherNumber(row.getString("point"), day.getYear(), row.getInt("voucher"))
                                            .toString(),
                                    day),
                            new Back(
                                    row.getObject("reverses") == null ? null : row.getInt("reverses"),
                                    row.getBoolean("taken_back")));
                })
                .list();
    }

    /**
     * One payment.
     *
     * @throws Refused {@link FeeRefusal#UNKNOWN_BOARD_PAYMENT}
     */
    Payment payment(Held contract, int number) {
        return payments(contract).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(FeeRefusal.UNKNOWN_BOARD_PAYMENT, contract.code(), number));
    }

    /** The line that a payment's code names; none for those older than the codes. */
    Optional<UUID> line(Actor actor, Held contract, int number) {
        return transactions.read(
                actor,
                () -> db.sql(LINE)
                        .param("contract", contract.id())
                        .param("number", number)
                        .query((row, n) -> Optional.ofNullable(row.getObject("line_id", UUID.class)))
                        .single());
    }

    long journal(Held contract, int number) {
        return db.sql(JOURNAL)
                .param("contract", contract.id())
                .param("number", number)
                .query(Long.class)
                .single();
    }

    /** Writes a payment, or one that takes another back, beside its journal. */
    void write(Held contract, long journal, Paid paid) {
        db.sql(PAY)
                .param("point", contract.pointId())
                .param("contract", contract.id())
                .param("journal", journal)
                .param("receiver", paid.receiver())
                .param("reference", paid.reference())
                .param("amount", paid.amount().amount())
                .param("reverses", paid.reverses())
                .param(
                        "line",
                        UUID.nameUUIDFromBytes(
                                ("boards paid by journal " + journal).getBytes(StandardCharsets.US_ASCII)))
                .update();
    }

    Statement statement(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var contract = contracts.look(code);
            var months = db.sql(DISTRIBUTED)
                    .param("contract", contract.id())
                    .query((row, n) ->
                            new Month(row.getObject("month", LocalDate.class), new Dong(row.getLong("boards"))))
                    .list();
            return new Statement(contract, days.today(contract.officeId()), months, payments(contract), owed(contract));
        });
    }

    /** To whom, by which paper, how much; negative with the number of what it takes back. */
    record Paid(
            String receiver,
            String reference,
            Dong amount,
            @Nullable Integer reverses) {}

    /** A payment. */
    record Payment(int number, String receiver, String reference, Dong amount, Voucher voucher, Back back) {

        /** Whether it stands: it takes nothing back and was not taken back. */
        public boolean stands() {
            return back.reverses == null && !back.isTakenBack;
        }
    }

    record Voucher(String number, LocalDate day) {}

    record Back(@Nullable Integer reverses, boolean isTakenBack) {}

    /** What a distributed month gave the boards. */
    record Month(LocalDate month, Dong boards) {}

    /** What the boards of a contract got of its interest, were paid, and are owed. */
    record Statement(Held contract, LocalDate today, List<Month> months, List<Payment> payments, Dong owed) {

        Statement {
            months = List.copyOf(months);
            payments = List.copyOf(payments);
        }

        public Dong given() {
            return Dong.sum(months.stream().map(Month::boards).toList());
        }

        public Dong paid() {
            return Dong.sum(payments.stream().map(Payment::amount).toList());
        }

        /** What each board was paid, by name. */
        public List<Receiver> receivers() {
            return payments.stream()
                    .map(Payment::receiver)
                    .distinct()
                    .sorted()
                    .map(this::of)
                    .toList();
        }

        private Receiver of(String name) {
            return new Receiver(
                    name,
                    Dong.sum(payments.stream()
                            .filter(each -> each.receiver().equals(name))
                            .map(Payment::amount)
                            .toList()));
        }
    }

    record Receiver(String name, Dong paid) {}
}
