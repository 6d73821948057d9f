package org.dongvon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class RoundTripDbTest {

    private static final String SAY = "select :word as word";
    private static final String NOTE = "insert into noted (word) values (:word)";

    private final RoundTrips trips;
    private final Transactions transactions;
    private final JdbcClient db;

    RoundTripDbTest(RoundTrips trips, Transactions transactions, JdbcClient db) {
        this.trips = trips;
        this.transactions = transactions;
        this.db = db;
    }

    @Test
    void answersEachStatementInTheOrderInWhichItWasAdded() {
        var trip = trips.begin();
        var first = trip.query(SAY, word("một; hai"), RoundTripDbTest::words);
        var second = trip.query(SAY, word("ba"), RoundTripDbTest::words).map(List::size);
        trip.send();

        assertThat(first.get()).containsExactly("một; hai");
        assertThat(second.get()).isOne();
    }

    @Test
    void aLaterStatementSeesWhatAnEarlierOneWrote() {
        var words = written(trip -> {
            trip.update(NOTE, word("một"));
            trip.update(NOTE, word("hai"));
            return trip.query("select word from noted order by word", word(""), RoundTripDbTest::words);
        });

        assertThat(words).containsExactly("hai", "một");
    }

    @Test
    void checksRunInOrderWhenAllIsDone() {
        var seen = new ArrayList<String>();
        var trip = trips.begin();
        transactions.write(Actor.SYSTEM, () -> {
            table();
            trip.update(NOTE, word("một"), rows -> seen.add("first " + rows));
            trip.update("update noted set word = :word", word("hai"), rows -> seen.add("second " + rows));
            trip.update("delete from noted where word = :word", word("ba"), rows -> seen.add("third " + rows));
            trip.send();
            return true;
        });

        assertThat(seen).containsExactly("first 1", "second 1", "third 0");
    }

    @Test
    void oneThatFailsIsTheFailureOfTheJourney() {
        assertThatThrownBy(() -> written(trip -> {
                    trip.update(NOTE, word("một"));
                    trip.update("insert into noted (word) values (cast(:word as integer))", word("hai"));
                    return trip.query(SAY, word("ba"), RoundTripDbTest::words);
                }))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("hai");
    }

    @Test
    void nothingIsAnsweredBeforeItWasSent() {
        var trip = trips.begin();
        var answer = trip.query(SAY, word("một"), RoundTripDbTest::words);

        assertThatThrownBy(answer::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not sent");
    }

    @Test
    void anEmptyJourneyIsNotMade() {
        trips.begin().send();
    }

    private <T> T written(java.util.function.Function<RoundTrip, RoundTrip.Answer<T>> work) {
        return transactions.write(Actor.SYSTEM, () -> {
            table();
            var trip = trips.begin();
            var answer = work.apply(trip);
            trip.send();
            return answer.get();
        });
    }

    private void table() {
        db.sql("create temporary table if not exists noted (word text) on commit delete rows")
                .update();
    }

    private static MapSqlParameterSource word(String word) {
        return new MapSqlParameterSource("word", word);
    }

    private static List<String> words(ResultSet rows) throws SQLException {
        var words = new ArrayList<String>();
        while (rows.next()) {
            words.add(rows.getString("word"));
        }
        return words;
    }
}
