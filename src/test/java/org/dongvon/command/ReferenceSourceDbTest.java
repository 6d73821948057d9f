package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dongvon.database.Database;
import org.dongvon.programme.LoadReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A data folder of its own, as a user has it: made, changed, asked by a command, and left closed. */
class ReferenceSourceDbTest {

    private static final String QUESTION =
            "interest --series HONGHEO --balance 36500000 --from 2027-06-01 --to 2027-06-02 --json";

    @TempDir
    private Path folder;

    @Test
    void computesWithTheRatesOfTheFoldersDatabase() {
        var data = folder.resolve("data").toString();
        assertThat(Terminal.with(QUESTION, "--data", data).out()).contains("\"dong\":6240,");
        assertThat(Path.of(data)).as("a question makes no folder").doesNotExist();

        addARateTo(Path.of(data));

        assertThat(Terminal.with(QUESTION, "--data", data).out()).contains("\"dong\":5000,", "\"rate\":\"5\"");
        assertThat(Path.of(data, "data", "postmaster.pid"))
                .as("the server was stopped")
                .doesNotExist();
    }

    private static void addARateTo(Path data) {
        try (var database = Database.open(data, LoadReference::run)) {
            JdbcClient.create(database.owner()).sql("""
                            insert into programme.rate_change (series_id, valid_from, in_term, overdue, index_at_from,
                                                               overdue_index_at_from, applies_to, mark, day_mark, note_vi)
                            select 1, '2027-01-01', 5000000, 6500000, programme.in_term_index(1, '2027-01-01'),
                                   programme.overdue_index(1, '2027-01-01'), 'NEW_AND_EXISTING', 'FOUND', 'FOUND', 'thử'
                            """).update();
        }
    }
}
