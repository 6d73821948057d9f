package org.dongvon.command.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dongvon.command.bench.BenchFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few hundred random events on each run; the long run is {@code ./dongvon torture lending}. */
class LendingTortureTest {

    private static final long SEED = 20_261_128;
    private static final int EVENTS = 300;

    @TempDir
    private Path folder;

    @Test
    void hundredsOfRandomEventsKeepTheBooksAndAreTheSameForTheSameSeed() throws Exception {
        var facts = torture("").run(EVENTS);

        assertThat(facts.get("events")).isEqualTo(EVENTS);
        assertThat((Map<?, ?>) facts.get("happened")).hasSizeGreaterThan(6);
        assertThat((Map<?, ?>) facts.get("refused")).hasSizeGreaterThan(3);
        assertThat(torture("").run(EVENTS)).isEqualTo(facts);
    }

    /** Defects as a careless change might bring them, each planted in the database of one run. */
    static List<Defect> defects() {
        return Stream.of(
                        new Defect("interest one đồng too much on a line", """
                                create function loan.defect() returns trigger language plpgsql as $$
                                begin if new.kind = 'REPAYMENT' and new.interest > 0 then new.interest := new.interest + 1; end if; return new; end $$;
                                create trigger defect before insert on loan.movement for each row execute function loan.defect();
                                """),
                        new Defect("a balance drifts from its movements", """
                                create function loan.defect() returns trigger language plpgsql as $$
                                begin new.constant := new.constant + 1; return new; end $$;
                                create trigger defect before update on loan.part for each row execute function loan.defect();
                                """),
                        new Defect("the rate of the books is not the rate that was approved", """
                                update programme.rate_change set in_term = in_term + 1
                                 where series_id = (select id from programme.rate_series where code = 'HONGHEO')
                                   and valid_from = (select max(valid_from) from programme.rate_change
                                                      where series_id = (select id from programme.rate_series where code = 'HONGHEO')
                                                        and valid_from <= '2024-05-18');
                                """),
                        new Defect("an instalment falls due a month too late", """
                                update loan.instalment set due_date = due_date + 31, contract_date = contract_date + 31 where seq = 3;
                                """),
                        new Defect("cash that nobody paid in", """
                                create function session.defect() returns trigger language plpgsql as $$
                                begin new.balance := new.balance + 500; return new; end $$;
                                create trigger defect before update on session.cash_box for each row execute function session.defect();
                                """),
                        new Defect("a refusal that writes", """
                                create function shared.defect() returns trigger language plpgsql security definer as $$
                                begin update savings.account set balance = balance + 1 where id = (select min(id) from savings.account); return new; end $$;
                                create trigger defect after insert on shared.submission for each row
                                    when (new.kind = 'session.PostSheet') execute function shared.defect();
                                """))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aPlantedDefectIsFound(Defect defect) {
        assertThatThrownBy(() -> torture(defect.sql()).happen(EVENTS * 2))
                .isInstanceOfSatisfying(
                        LendingTorture.Broken.class,
                        broken -> assertThat(broken.events().size()).isLessThanOrEqualTo(EVENTS * 2));
    }

    @Test
    void aFailureIsShrunkToTheEventsThatItNeeds() {
        assertThatThrownBy(() -> torture(defects().getFirst().sql()).run(60))
                .isInstanceOfSatisfying(
                        LendingTorture.Broken.class,
                        broken -> assertThat(broken.events()).hasSizeLessThan(5));
    }

    private LendingTorture torture(String defect) {
        return new LendingTorture(new BenchFolder(folder), SEED, 25, line -> {}, owner -> {
            if (!defect.isEmpty()) {
                owner.sql(defect).update();
            }
        });
    }

    /** What is wrong, and the statements that make it so. */
    record Defect(String name, String sql) {

        @Override
        public String toString() {
            return name;
        }
    }
}
