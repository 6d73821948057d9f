package org.dongvon.command.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.command.torture.LendingTorture.Broken;
import org.dongvon.command.torture.LendingTorture.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few hundred random events on each run; the long run is {@code ./dongvon torture lending}. */
class LendingTortureTest {

    private static final long SEED = 20_261_128;
    private static final int EVENTS = 300;
    private static final int FEW = 40;

    private static final String DRIFT = """
            create function loan.defect() returns trigger language plpgsql as $$
            begin new.constant := new.constant + 1; return new; end $$;
            create trigger defect before update on loan.part for each row execute function loan.defect();
            """;

    private static final String CASH = """
            create function session.defect() returns trigger language plpgsql as $$
            begin new.balance := new.balance + 500; return new; end $$;
            create trigger defect before update on session.cash_box for each row execute function session.defect();
            """;

    private static final String DUE = """
            update loan.instalment set due_date = due_date + 31, contract_date = contract_date + 31 where seq = 3;
            """;

    @TempDir
    private Path folder;

    @Test
    void hundredsOfRandomEventsKeepTheBooks() throws Exception {
        var facts = torture("", 100).run(EVENTS);

        assertThat(facts.get("events")).isEqualTo(EVENTS);
        assertThat((Map<?, ?>) facts.get("happened")).hasSizeGreaterThan(10);
        assertThat((Map<?, ?>) facts.get("refused")).hasSizeGreaterThan(5);
    }

    @Test
    void theSameSeedLetsTheSameHappen() throws Exception {
        assertThat(torture("", FEW).run(FEW)).isEqualTo(torture("", FEW).run(FEW));
    }

    /** Defects as a careless change might bring them, each planted in the database of one run. */
    @ParameterizedTest
    @ValueSource(strings = {"cash", "due"})
    void aPlantedDefectIsFound(String defect) {
        assertThatThrownBy(() -> torture(defect.equals("cash") ? CASH : DUE, 20).run(EVENTS)).isInstanceOf(Broken.class);
    }

    @Test
    void aFailureIsShrunkToTheEventsThatItNeeds() {
        var torture = new LendingTorture(
                new BenchFolder(folder), SEED, new Pace(8, 3), line -> {}, owner -> owner.sql(DRIFT)
                        .update());

        assertThatThrownBy(() -> torture.run(16))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.events()).hasSizeLessThan(8));
    }

    private LendingTorture torture(String defect, int checkEvery) {
        return new LendingTorture(new BenchFolder(folder), SEED, new Pace(checkEvery, 0), line -> {}, owner -> {
            if (!defect.isEmpty()) {
                owner.sql(defect).update();
            }
        });
    }
}
