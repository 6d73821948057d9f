package org.dongvon.command.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.command.bench.PreparedHouse;
import org.dongvon.command.torture.DaysTorture.Planted;
import org.dongvon.command.torture.LendingTorture.Broken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two hundred transaction days on each run, and defects that they find; the long run is {@code ./dongvon torture days}. */
class DaysTortureTest {

    private static final long SEED = Long.getLong("seed", 20_261_128);
    private static final int DAYS = 200;
    private static final int MOST_DAYS = 60;

    @TempDir(factory = InMemory.class)
    private static Path folder;

    private static PreparedHouse prepared;

    @BeforeAll
    static void prepare() throws IOException {
        prepared = DaysTorture.prepare(new BenchFolder(folder));
    }

    @AfterAll
    static void clear() {
        prepared.close();
    }

    @Test
    void twoHundredDaysKeepTheBooks() throws IOException {
        var facts = torture(0, Planted.NOTHING).run(prepared, SEED, DAYS);

        assertThat((int) Objects.requireNonNull(facts.get("days"))).isGreaterThanOrEqualTo(DAYS);
        var counts = (Map<?, ?>) Objects.requireNonNull(facts.get("counts"));
        assertThat(Stream.of(Fault.values())
                        .filter(fault -> !counts.containsKey("fault " + fault)
                                && fault != Fault.LINES_REVERSED
                                && fault != Fault.RECEIPT_LATE
                                && fault != Fault.RATE_CORRECTED
                                && fault != Fault.SECOND_DEVICE))
                .as("faults that never happened in %s", counts)
                .isEmpty();
        assertThat(counts.keySet())
                .extracting(Object::toString)
                .contains("event REVERSAL", "event LATE_RECEIPT", "event RATE_BACK", "desk: posted", "session carried");
    }

    /** A defect as a careless change might bring it: a rule of the tables that does something else, or a statement that says something else. */
    record Defect(String name, Planted planted) {

        /** Every fault of the field at once, so that each defect is met soon. */
        private static Set<Fault> all(Set<Fault> drawn) {
            return EnumSet.complementOf(EnumSet.of(Fault.CRASH, Fault.ANSWER_LOST));
        }

        static Defect data(String name, String sql) {
            return new Defect(
                    name, new Planted(owner -> owner.sql(sql).update(), UnaryOperator.identity(), Defect::all));
        }

        /** In a history of these faults only. */
        Defect with(Fault... faults) {
            return new Defect(
                    name, new Planted(planted.data(), planted.text(), drawn -> EnumSet.copyOf(Set.of(faults))));
        }

        static Defect text(String name, String from, String to) {
            return new Defect(name, new Planted(owner -> {}, sql -> sql.replace(from, to), Defect::all));
        }

        /** A row that is changed, or not written, on its way into a table. */
        static Defect row(String name, String table, String what) {
            return data(name, """
                    create function loan.defect() returns trigger language plpgsql as $$ begin %s return new; end $$;
                    create trigger defect before insert or update on %s for each row execute function loan.defect();
                    """.formatted(what, table));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Defect> defects() {
        return Stream.concat(inTheDatabase(), inStatements());
    }

    private static Stream<Defect> inTheDatabase() {
        return Stream.of(
                Defect.row("interest drifts by the least unit", "loan.part", "new.constant := new.constant + 1;"),
                Defect.data(
                        "a rate that nobody approved",
                        "update programme.rate_change set in_term = in_term + 1 where valid_from = '2015-06-01'"),
                Defect.row("a conflict never reaches the desk", "session.field_conflict", "return null;"),
                Defect.row("the desk forgets the money", "session.field_conflict", "new.cash := 0;"),
                Defect.row(
                        "what a head took is never counted off",
                        "session.provisional_end",
                        "if new.kind = 'COUNTED' then return null; end if;"),
                Defect.row(
                        "a box gains a đồng with each payment",
                        "session.cash_box",
                        "if tg_op = 'UPDATE' then new.balance := new.balance + 1; end if;"),
                Defect.row(
                        "a deposit is kept without its last đồng", "savings.movement", "new.amount := new.amount - 1;"),
                Defect.row(
                        "nobody is told of wrong totals",
                        "session.field_conflict",
                        "if new.line_no = 0 then return null; end if;"));
    }

    private static Stream<Defect> inStatements() {
        return Stream.of(
                Defect.text("a session does not wait for its devices", "c.state = 'OUT') as out", "false) as out"),
                Defect.text(
                                "a second device is not noticed",
                                "p.kind in ('SHEET', 'COUNTER', 'WITHDRAWAL')",
                                "p.kind in ('NEITHER')")
                        .with(Fault.SECOND_DEVICE),
                Defect.text(
                        "a late line does not see what was paid since",
                        "group by l.id, l.code",
                        "and false group by l.id, l.code"),
                Defect.text("what waits is posted from its end", "order by seq\n", "order by seq desc\n"),
                Defect.text(
                        "savings are paid out in spite of debts due",
                        "where l.member_id = any (",
                        "where false and l.member_id = any ("),
                Defect.text(
                        "savings of a device are left out of its totals",
                        "coalesce(sum(f.saving), 0)::bigint as saving",
                        "0::bigint as saving"),
                Defect.text(
                        "an upload goes on behind what it has", "length(bytes) as held", "length(bytes) + 1 as held"),
                Defect.text(
                        "an answer that was lost is not found again",
                        "answer from shared.submission where key = ",
                        "answer from shared.submission where false and key = "),
                Defect.text(
                        "deposits are added by halves",
                        "balance = a.balance + s.amount",
                        "balance = a.balance + s.amount / 2"),
                Defect.text(
                        "a đồng too much leaves the vault",
                        "update session.vault set balance = balance - ?",
                        "update session.vault set balance = balance - 1 - ?"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aPlantedDefectIsFound(Defect defect) {
        assertThatThrownBy(() -> torture(0, defect.planted()).run(prepared, SEED, MOST_DAYS))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("./dongvon torture days --seed");
    }

    private static DaysTorture torture(int shrinks, Planted planted) {
        return new DaysTorture(new BenchFolder(folder), shrinks, line -> {}, planted);
    }
}
