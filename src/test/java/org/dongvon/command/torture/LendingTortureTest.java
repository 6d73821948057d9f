package org.dongvon.command.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.command.bench.PreparedHouse;
import org.dongvon.command.torture.LendingTorture.Broken;
import org.dongvon.command.torture.LendingTorture.Pace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static final String RATE = """
            update programme.rate_change set in_term = in_term + 1
             where series_id = (select id from programme.rate_series where code = 'HONGHEO') and valid_from = '2015-06-01';
            """;

    @TempDir(factory = InMemory.class)
    private static Path folder;

    private static PreparedHouse prepared;

    @BeforeAll
    static void prepare() throws IOException {
        prepared = LendingTorture.prepare(new BenchFolder(folder));
    }

    @AfterAll
    static void clear() {
        prepared.close();
    }

    @Test
    void hundredsOfRandomEventsKeepTheBooks() throws Exception {
        var facts = torture("", 100).run(prepared, EVENTS);

        assertThat(facts.get("events")).isEqualTo(EVENTS);
        assertThat((Map<?, ?>) facts.get("happened")).hasSizeGreaterThan(10);
        assertThat((Map<?, ?>) facts.get("refused")).hasSizeGreaterThan(5);
    }

    @Test
    void theSameSeedLetsTheSameHappen() throws Exception {
        assertThat(torture("", FEW).run(prepared, FEW))
                .isEqualTo(torture("", FEW).run(prepared, FEW));
    }

    /** A defect as a careless change might bring it, planted in the database of the run. */
    @Test
    void aRateThatNobodyApprovedIsFound() {
        assertThatThrownBy(() -> torture(RATE, 5).run(prepared, EVENTS))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("the oracle");
    }

    @Test
    void aFailureIsShrunkToTheEventsThatItNeeds() {
        var torture = new LendingTorture(
                new BenchFolder(folder),
                SEED,
                new Pace(8, 2),
                line -> {},
                owner -> owner.sql(DRIFT).update());

        assertThatThrownBy(() -> torture.run(prepared, 16))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.events()).hasSizeLessThan(8));
    }

    private LendingTorture torture(String defect, int checkEvery) {
        return new LendingTorture(new BenchFolder(folder), SEED, new Pace(checkEvery, 0), line -> {}, owner -> {
            if (!defect.isEmpty()) {
                owner.sql(defect).update();
            }
        });
    }
}
